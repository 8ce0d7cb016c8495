import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogFailure } from '../../../src/core/catalogs/failure';
import { catalogOf } from '../../../src/core/catalogs/services/catalogs';
import { MemoryCache } from '../../../src/online/answerCache';
import { CatalogClient, type ClientOptions } from '../../../src/online/catalogClient';
import { fetchTransport } from '../../../src/online/fetchTransport';
import { crossrefWork } from '../core/catalogs/answers';
import { answer, type Handler, loopback } from './loopback';

const work = crossrefWork({});
const doi = { kind: 'doi', id: '10.1000/river.1' } as const;
const never = new AbortController().signal;

async function started(
  t: { after(run: () => void): void },
  handler: Handler,
  options: Partial<ClientOptions> = {},
) {
  const server = await loopback(t, handler);
  const client = new CatalogClient({
    transport: fetchTransport(false),
    endpoints: {
      crossref: server.base,
      'doi-org': `${server.base}/doi`,
      datacite: `${server.base}/dc`,
      openalex: `${server.base}/oa`,
    },
    ...options,
  });
  const ask = (service: Parameters<typeof catalogOf>[0] = 'crossref', signal = never, access = {}) =>
    client.ask(catalogOf(service).lookUp(doi, access)!, signal);
  const failure = async (service?: Parameters<typeof catalogOf>[0]) => {
    try {
      await ask(service);
    } catch (error) {
      return [(error as CatalogFailure).kind, (error as Error).message];
    }
    return ['none', ''];
  };
  return { ...server, client, ask, failure };
}

test('a record comes from the other base address, and 404 is no failure', async t => {
  const { ask, urls } = await started(t, (request, response) =>
    request.url!.startsWith('/oa')
      ? answer(response, '<html>', 404, { 'content-type': 'text/html' })
      : answer(response, work),
  );
  assert.equal((await ask())?.records[0]?.item.title, 'Rivers of glass');
  assert.equal(await ask('openalex'), undefined);
  assert.deepEqual(
    urls.map(url => url.split('?')[0]),
    ['/works/10.1000%2Friver.1', '/oa/works/doi:10.1000/river.1'],
  );
});

const faults: readonly (readonly [name: string, handler: Handler, kind: string, message: RegExp])[] = [
  [
    '5xx with a page',
    (_, response) => answer(response, '<html>', 502, { 'content-type': 'text/html' }),
    'server',
    /out of order just now \(HTTP 502\)/,
  ],
  [
    'a page under 200',
    (_, response) => answer(response, '<!doctype html>', 200, { 'content-type': 'text/html' }),
    'unreadable',
    /web page instead of data/,
  ],
  [
    'a page behind a comment, that says nothing',
    (_, response) => answer(response, '<!-- portal -->\n<html><body>', 200, { 'content-type': '' }),
    'unreadable',
    /web page instead of data/,
  ],
  ['a part', (_, response) => answer(response, work, 206), 'unreadable', /not whole \(HTTP 206\)/],
  [
    'a pause of years',
    (_, response) => answer(response, '', 429, { 'retry-after': '99999999999999999999' }),
    'rate-limited',
    /asks to wait 24 hours/,
  ],
  [
    'a redirect to no address of the web',
    (_, response) => answer(response, '', 302, { location: 'javascript:alert(1)' }),
    'redirect',
    /redirects to what is no address of the web/,
  ],
  [
    'a page that says it is JSON',
    (_, response) => answer(response, '\n<!DOCTYPE html><html>'),
    'unreadable',
    /web page instead of data/,
  ],
  [
    'broken off',
    (_, response) => answer(response, JSON.stringify(work).slice(0, 50)),
    'unreadable',
    /broken off/,
  ],
  ['nothing', (_, response) => answer(response, ''), 'unreadable', /broken off/],
  [
    'half closed',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' });
      response.write('{"a":', () => response.socket?.destroy());
    },
    'unreadable',
    /broke off before its answer was complete/,
  ],
  ['hung up', request => request.socket.destroy(), 'unreadable', /broke off/],
  [
    '100 MB announced',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(100 << 20) });
      response.write('{');
    },
    'too-large',
    /larger than 8 MB/,
  ],
  [
    '100 MB without a word',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const block = Buffer.alloc(1 << 20, 32);
      const send = (left: number) => {
        if (left > 0 && !response.destroyed) response.write(block, () => send(left - 1));
      };
      send(100);
    },
    'too-large',
    /larger than 8 MB/,
  ],
  ['never begins', () => {}, 'timeout', /did not answer within/],
  [
    'never ends',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
    'timeout',
    /did not end its answer within/,
  ],
  [
    'a redirect elsewhere',
    (_, response) => answer(response, '', 302, { location: 'https://evil.example/login' }),
    'redirect',
    /redirects to evil\.example/,
  ],
  [
    'a redirect to another port',
    (_, response) => answer(response, '', 302, { location: 'http://127.0.0.1:1/' }),
    'redirect',
    /redirects to 127\.0\.0\.1:1/,
  ],
  [
    'a redirect to a file',
    (_, response) => answer(response, '', 302, { location: 'file:///etc/passwd' }),
    'redirect',
    /not followed/,
  ],
  [
    'a circle',
    (request, response) => answer(response, '', 302, { location: request.url! }),
    'unreadable',
    /leads nowhere/,
  ],
  [
    'a wrong key',
    (_, response) => answer(response, { message: 'Bad key <b>x</b>' }, 403),
    'refused',
    /HTTP 403.*Is its key right/,
  ],
  [
    'too many',
    (_, response) => answer(response, '<h1>429</h1>', 429, { 'content-type': 'text/html' }),
    'rate-limited',
    /too many requests just now \(HTTP 429\)/,
  ],
  [
    'too many for an hour',
    (_, response) => answer(response, '{}', 429, { 'retry-after': '3600' }),
    'rate-limited',
    /asks to wait 60 minutes/,
  ],
];

for (const [name, handler, kind, message] of faults)
  test(`fault: ${name}`, async t => {
    const { failure } = await started(t, handler, { beginWithin: 700, endWithin: 1500 });
    const [got, said] = await failure();
    assert.equal(got, kind, said);
    assert.match(said!, message);
    assert.match(said!, /Crossref/);
  });

test('nobody there', async () => {
  const client = new CatalogClient({
    transport: fetchTransport(false),
    endpoints: { crossref: 'http://127.0.0.1:1' },
  });
  await assert.rejects(client.ask(catalogOf('crossref').lookUp(doi, {})!, never), { kind: 'offline' });
});

for (const [name, code, message] of [
  ['no such host: offline, or no name server', 'ENOTFOUND', /cannot be reached\. Is this computer online\?/],
  ['the network is down', 'ENETUNREACH', /cannot be reached\. Is this computer online\?/],
  [
    'a portal with a certificate of its own',
    'SELF_SIGNED_CERT_IN_CHAIN',
    /certificate is refused.*http\.proxy/,
  ],
  ['a certificate for another name', 'ERR_TLS_CERT_ALTNAME_INVALID', /certificate is refused/],
] as const)
  test(`fault: ${name}`, async () => {
    const client = new CatalogClient({
      transport: () =>
        Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) })),
    });
    await assert.rejects(
      client.ask(catalogOf('crossref').lookUp(doi, {})!, never),
      (error: CatalogFailure) => {
        assert.equal(error.kind, 'offline');
        assert.match(error.message, /^Crossref \(api\.crossref\.org\)/);
        assert.match(error.message, message);
        return true;
      },
    );
  });

test('fault: the quota that all users of Google Books share is spent', async t => {
  const { base } = await loopback(t, (_, response) =>
    answer(response, { error: { code: 429, message: 'Quota exceeded for quota metric' } }, 429),
  );
  const client = new CatalogClient({ transport: fetchTransport(false), endpoints: { 'google-books': base } });
  const request = catalogOf('google-books').lookUp({ kind: 'isbn', id: '9780262033848' }, {})!;
  await assert.rejects(client.ask(request, never), {
    kind: 'budget',
    message: /all the world shares are spent/,
  });
});

test('fault: a portal that asks for a sign-in', async t => {
  const { failure } = await started(t, (_, response) => answer(response, '<html>', 511));
  assert.match((await failure())[1]!, /wants a sign-in before Crossref can be reached \(HTTP 511\)/);
});

test('an identifier that a service calls malformed is one that it does not have; other requests it refuses are told', async t => {
  const { base } = await loopback(t, (_, response) =>
    answer(response, { message: 'Integer \\"x\\" is not valid.' }, 400),
  );
  const client = new CatalogClient({
    transport: fetchTransport(false),
    endpoints: { arxiv: base, pubmed: base, 'doi-org': base, crossref: base },
  });
  const ask = (service: Parameters<typeof catalogOf>[0], kind: 'arxiv' | 'pmid' | 'doi', id: string) =>
    client.ask(catalogOf(service).lookUp({ kind, id }, {})!, never);
  assert.equal(await ask('arxiv', 'arxiv', '0000.0000'), undefined);
  assert.equal(await ask('pubmed', 'pmid', '99999999'), undefined);
  assert.equal(await ask('doi-org', 'doi', '10.1000/x'), undefined);
  await assert.rejects(
    ask('crossref', 'doi', '10.1000/x'),
    /^Error: Crossref does not take the request \(HTTP 400\)/,
  );
});

test('where a redirect leads is named when nobody is there', async t => {
  const elsewhere = { 'doi-org': '', crossref: 'http://127.0.0.1:1' };
  const { base } = await loopback(t, (_, response) =>
    answer(response, '', 302, { location: 'https://api.crossref.org/v1/works/x/transform' }),
  );
  const client = new CatalogClient({
    transport: fetchTransport(false),
    endpoints: { ...elsewhere, 'doi-org': base },
  });
  await assert.rejects(client.ask(catalogOf('doi-org').lookUp(doi, {})!, never), {
    message: /^doi\.org \(127\.0\.0\.1:1\) cannot be reached/,
  });
});

test('Retry-After is waited for, once, and other requests to the host wait too', async t => {
  const { ask, times } = await started(t, (_, response, count) =>
    count === 1 ? answer(response, '', 429, { 'retry-after': '1' }) : answer(response, work),
  );
  const first = ask();
  assert.ok((await first)?.records.length);
  assert.equal(times.length, 2);
  assert.ok(times[1]! - times[0]! > 900, `${times[1]! - times[0]!} ms`);
});

test('a spent budget is remembered: no request goes out until it is renewed', async t => {
  const body = { error: 'Rate limit exceeded', message: 'Insufficient budget', retryAfter: 28_836 };
  const { failure, urls } = await started(t, (_, response) => answer(response, body, 429));
  assert.match(
    (await failure('openalex'))[1]!,
    /^OpenAlex: the number of free requests is spent\. It is renewed in 8 hours/,
  );
  assert.equal((await failure('openalex'))[0], 'budget');
  assert.equal(urls.length, 1);
});

test('doi.org may lead to its agencies, and the key of one host is not for another', async t => {
  const seen: (string | undefined)[] = [];
  const { ask, urls } = await started(t, (request, response) => {
    seen.push(request.headers['user-agent']);
    if (request.url!.startsWith('/doi/'))
      answer(response, '', 302, {
        location: 'https://api.crossref.org/v1/works/10.1000%2Friver.1/transform',
      });
    else
      answer(
        response,
        {
          DOI: '10.1000/river.1',
          source: 'Crossref',
          type: 'journal-article',
          title: 'Rivers',
          'original-title': [],
        },
        200,
        { 'content-type': 'application/vnd.citationstyles.csl+json' },
      );
  });
  assert.equal((await ask('doi-org'))?.records[0]?.item.title, 'Rivers');
  assert.deepEqual(urls, ['/doi/10.1000/river.1', '/v1/works/10.1000%2Friver.1/transform']);
});

test('cancelled at any moment, also while waiting in the queue', async t => {
  const { ask, urls } = await started(t, () => {});
  for (const delay of [0, 20]) {
    const stop = new AbortController();
    const asked = ask('crossref', stop.signal);
    setTimeout(() => stop.abort(), delay);
    await assert.rejects(asked, { kind: 'cancelled' });
  }
  assert.ok(urls.length <= 2);
  const aborted = AbortSignal.abort();
  await assert.rejects(ask('crossref', aborted), { kind: 'cancelled' });
});

test('answers are kept by their address without keys, a no for a day, a record for a month', async t => {
  const cache = new MemoryCache();
  const { ask, urls } = await started(
    t,
    (request, response) =>
      request.url!.startsWith('/oa') ? answer(response, '', 404) : answer(response, work),
    { cache },
  );
  for (let i = 0; i < 3; i++) {
    await ask('crossref', never, { email: `a${i}@example.org` });
    assert.equal(await ask('openalex', never, { keys: { openalex: `secret${i}` } }), undefined);
  }
  assert.equal(urls.length, 2);
  assert.ok(
    cache.entries().every(([key]) => !/secret|example\.org/.test(key)),
    JSON.stringify(cache.entries()),
  );
  for (const [key, kept] of cache.entries()) cache.set(key, { ...kept, time: kept.time - 2 * 86_400_000 });
  await ask();
  await ask('openalex');
  assert.equal(urls.length, 3, 'the record is still good, the no is not');
});

test('a proxy that wants a sign-in is named as what stands in the way', async () => {
  const transport = async () => {
    throw new TypeError('fetch failed', {
      cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
    });
  };
  await assert.rejects(new CatalogClient({ transport }).ask(catalogOf('crossref').lookUp(doi, {})!, never), {
    kind: 'refused',
    message: /proxy of the network wants a sign-in.*http\.proxy/,
  });
});

test('keys are masked where requests are told of', async t => {
  const log: string[] = [];
  const { ask } = await started(t, (_, response) => answer(response, {}, 404), { log: url => log.push(url) });
  await ask('openalex', never, { keys: { openalex: 'secret' } });
  assert.match(log[0]!, /api_key=\*\*\*/);
  assert.ok(!log[0]!.includes('secret'));
});

test('keys are masked where a service repeats them', async t => {
  for (const service of ['openalex', 'semantic-scholar', 'pubmed', 'google-books'] as const) {
    const { base } = await loopback(t, (_, response) =>
      answer(response, { message: 'Bad key se/cr=et (se%2Fcr%3Det)' }, 403),
    );
    const asking = new CatalogClient({ transport: fetchTransport(false), endpoints: { [service]: base } });
    const query = service === 'google-books' ? ({ kind: 'isbn', id: '9783161484100' } as const) : doi;
    const request = catalogOf(service).lookUp(query, { keys: { [service]: 'se/cr=et' } })!;
    await assert.rejects(asking.ask(request, never), ({ message }: Error) => {
      assert.match(message, /Bad key \*\*\*/);
      assert.doesNotMatch(message, /se\/cr=et|se%2Fcr%3Det/);
      return true;
    });
  }
});

test('a long answer is read work by work, and others have their turn between', async t => {
  const { client } = await started(t, (_, response) => answer(response, work));
  let turns = 0;
  let turnsMeanwhile = 0;
  const turn = () => {
    turns++;
    timer = setTimeout(turn, 0);
  };
  let timer = setTimeout(turn, 0);
  t.after(() => clearTimeout(timer));
  await client.ask(
    {
      ...catalogOf('crossref').lookUp(doi, {})!,
      *readSteps() {
        const before = turns;
        for (let works = 0; works < 20; works++) {
          for (const start = performance.now(); performance.now() - start < 3; );
          yield;
        }
        turnsMeanwhile = turns - before;
        return { records: [] };
      },
    },
    never,
  );
  assert.ok(turnsMeanwhile > 2, `${turnsMeanwhile} turns`);
});

test('the cache has a limit, and forgets what was not used for longest', () => {
  const cache = new MemoryCache(1000);
  const body = 'x'.repeat(150);
  for (let i = 0; i < 10; i++) {
    cache.set(`k${i}`, { body, time: 0 });
    cache.get('k0');
  }
  assert.ok(cache.entries().length <= 5);
  assert.ok(cache.get('k0') && cache.get('k9') && !cache.get('k2'));
  cache.set('large', { body: 'x'.repeat(900), time: 0 });
  assert.equal(cache.get('large'), undefined);
});
