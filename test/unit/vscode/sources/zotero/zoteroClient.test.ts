import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { ZoteroItem } from '../../../../../src/core/bibliography/zotero/zoteroItems';
import { ZoteroClient } from '../../../../../src/vscode/sources/zotero/zoteroClient';
import { zoteroMessage } from '../../../../../src/vscode/sources/zotero/zoteroMessage';

type Answer = { status?: number; headers?: Record<string, string>; body: string };

/** A Zotero on this machine: what it answers to a path with query, and to a question to Better BibTeX. */
async function zotero(
  t: TestContext,
  answer: (path: URL, posted: string) => Answer | undefined,
): Promise<string> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    // As Zotero answers what it does not know.
    const given = answer(url, await textOf(request)) ?? { status: 404, body: 'No endpoint found\n' };
    response.writeHead(given.status ?? 200, { 'Zotero-API-Version': '3', ...given.headers });
    response.end(given.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const uri = (key: string) => `http://zotero.org/users/475425/items/${key}`;
const itemKey = (index: number) => `AAAA${String(index).padStart(4, '0')}`;

test('the libraries of the user and of groups are found', async t => {
  const host = await zotero(t, ({ pathname }) =>
    pathname === '/api/users/0/groups'
      ? {
          body: JSON.stringify([
            {
              id: 42,
              version: 7,
              links: { self: { href: 'https://api.zotero.org/groups/42', type: 'application/json' } },
              meta: {},
              data: { id: 42, version: 7, name: 'Reading Group', type: 'Private', description: '' },
            },
          ]),
        }
      : undefined,
  );
  assert.deepEqual(await new ZoteroClient(`${host}/`).libraries(), [
    { path: 'users/0', name: 'My Library' },
    { path: 'groups/42', name: 'Reading Group' },
  ]);
});

test('all items come, page by page', async t => {
  const all = Array.from({ length: 1203 }, (_, index) => ({ id: uri(itemKey(index)), type: 'book' }));
  const host = await zotero(t, ({ pathname, searchParams }) => {
    assert.equal(pathname, '/api/users/0/items/top');
    assert.equal(searchParams.get('format'), 'csljson');
    const start = Number(searchParams.get('start'));
    const page = all.slice(start, start + Number(searchParams.get('limit')));
    return {
      headers: {
        'Total-Results': String(all.length),
        'Last-Modified-Version': '12',
        'Content-Type': 'text/plain',
      },
      body: JSON.stringify(page, null, 1),
    };
  });
  const items: ZoteroItem[] = [];
  for await (const page of new ZoteroClient(host).pages({ path: 'users/0', name: 'My Library' }))
    items.push(...page.items);
  assert.deepEqual(items, all);
});

test('a total that cannot be is not believed: what gives nothing more has no more', async t => {
  let asked = 0;
  const host = await zotero(t, () => {
    asked++;
    return { headers: { 'Total-Results': '1000000000000' }, body: asked === 1 ? '[{"id": "a"}]' : '[]' };
  });
  const items: ZoteroItem[] = [];
  for await (const page of new ZoteroClient(host).pages({ path: 'users/0', name: '' }))
    items.push(...page.items);
  assert.equal(items.length, 1);
  assert.equal(asked, 2);
});

test('a page without an end is not read to its end: fewer items are asked for, and then it is told', async t => {
  const limits: number[] = [];
  const host = await zotero(t, ({ searchParams }) => {
    limits.push(Number(searchParams.get('limit')));
    return { headers: { 'Total-Results': '9' }, body: `["${'x'.repeat(9_000_000)}"]` };
  });
  const read = async () => {
    for await (const page of new ZoteroClient(host).pages({ path: 'users/0', name: '' })) return page;
  };
  await assert.rejects(read, (error: Error) =>
    /more than 8 MB at once/.test(zoteroMessage(error, host, false)),
  );
  assert.deepEqual(limits, [500, 100, 20, 4, 1]);
});

test('nobody else is asked, wherever Zotero’s port points to', async t => {
  let others = 0;
  const other = await zotero(t, () => {
    others++;
    return { body: '[]' };
  });
  const host = await zotero(t, ({ pathname }) => ({
    status: 302,
    headers: { Location: `${other}${pathname}` },
    body: '',
  }));
  await assert.rejects(new ZoteroClient(host).libraries(), /302/);
  assert.equal(others, 0);
});

test('citation keys come from Better BibTeX where it is, also for groups', async t => {
  const asked: unknown[] = [];
  const host = await zotero(t, ({ pathname }, posted) => {
    assert.equal(pathname, '/better-bibtex/json-rpc');
    const { method, params } = JSON.parse(posted) as { method: string; params: string[][] };
    asked.push([method, params]);
    const result =
      method === 'user.groups'
        ? [
            { id: 1, name: 'My Library' },
            { id: 3, name: 'Reading Group' },
          ]
        : Object.fromEntries(params[0]!.map((key, index) => [key, index ? null : `key of ${key}`]));
    return { body: JSON.stringify({ jsonrpc: '2.0', result, id: null }) };
  });
  const client = new ZoteroClient(host);
  const items = [
    { id: uri('AAAA1111'), type: 'book' },
    { id: uri('AAAA2222'), type: 'book', 'citation-key': 'own' },
    { id: uri('AAAA3333'), type: 'book' },
  ];
  assert.deepEqual(
    await client.citationKeys({ path: 'users/0', name: 'My Library' }, items),
    new Map([['AAAA1111', 'key of AAAA1111']]),
  );
  assert.deepEqual(
    await client.citationKeys({ path: 'groups/42', name: 'Reading Group' }, items),
    new Map([['AAAA1111', 'key of 3:AAAA1111']]),
  );
  assert.deepEqual(asked.at(-1), ['item.citationkey', [['3:AAAA1111', '3:AAAA3333']]]);
});

test('without Better BibTeX there are no keys, and no error', async t => {
  const host = await zotero(t, () => undefined);
  const items = [{ id: uri('AAAA1111'), type: 'book' }];
  assert.equal((await new ZoteroClient(host).citationKeys({ path: 'users/0', name: '' }, items)).size, 0);
});

test('the state changes with every edit, synchronised or not', async t => {
  let latest = { key: 'AAAA1111', version: 0, data: { dateModified: '2026-01-01T00:00:00Z' } };
  const host = await zotero(t, () => ({
    headers: { 'Total-Results': '1', 'Last-Modified-Version': '0' },
    body: JSON.stringify([latest]),
  }));
  const client = new ZoteroClient(host);
  const library = { path: 'users/0', name: 'My Library' };
  const before = await client.stateOf(library);
  assert.equal(await client.stateOf(library), before);
  latest = { ...latest, data: { dateModified: '2026-01-02T00:00:00Z' } };
  assert.notEqual(await client.stateOf(library), before);
});

test('how items are filed is told, with collections within collections', async t => {
  const host = await zotero(t, ({ pathname }) => {
    if (pathname === '/api/users/0/collections')
      return {
        body: JSON.stringify([
          { key: 'CCCC1111', data: { name: 'Thesis', parentCollection: false } },
          { key: 'CCCC2222', data: { name: 'Deer', parentCollection: 'CCCC1111' } },
          { key: 'CCCC3333', data: { name: 'Circle', parentCollection: 'CCCC3333' } },
          null,
        ]),
      };
    if (pathname !== '/api/users/0/items/top') return undefined;
    const data = {
      collections: ['CCCC2222', 'CCCC9999'],
      tags: [{ tag: 'to read' }, { tag: '' }, null],
      dateAdded: '2024-05-31T10:00:00Z',
    };
    return {
      body: JSON.stringify([{ key: 'AAAA1111', data }, { key: 'AAAA2222', data: { collections: 7 } }, 5]),
    };
  });
  const filing = await new ZoteroClient(host).filing({ path: 'users/0', name: 'My Library' });
  assert.deepEqual(filing.get('AAAA1111'), {
    collections: ['Thesis / Deer'],
    tags: ['to read'],
    added: '2024-05-31T10:00:00Z',
  });
  assert.deepEqual(filing.get('AAAA2222'), { collections: [], tags: [] });
});

test('what is attached to an item comes with PDFs first, without notes', async t => {
  const host = await zotero(t, ({ pathname }) => {
    if (pathname !== '/api/groups/42/items/AAAA1111/children') return undefined;
    const child = (key: string, data: object) => ({ key, data: { key, ...data } });
    return {
      body: JSON.stringify([
        child('BBBB1111', { itemType: 'note', note: '<p>Read it</p>' }),
        child('BBBB2222', {
          itemType: 'attachment',
          linkMode: 'linked_url',
          title: 'Publisher',
          url: 'https://example.org/a',
          contentType: '',
        }),
        child('BBBB3333', {
          itemType: 'attachment',
          linkMode: 'imported_file',
          title: '',
          filename: 'Roe.pdf',
          contentType: 'application/pdf',
        }),
        null,
        child('../x', { itemType: 'attachment' }),
      ]),
    };
  });
  assert.deepEqual(await new ZoteroClient(host).attachments('groups/42', 'AAAA1111'), [
    { key: 'BBBB3333', title: 'Roe.pdf', isPdf: true },
    { key: 'BBBB2222', title: 'Publisher', isPdf: false, url: 'https://example.org/a' },
  ]);
});

test('the notes of an item come as plain text, the first made first', async t => {
  const host = await zotero(t, ({ pathname }) => {
    if (pathname !== '/api/users/0/items/AAAA1111/children') return undefined;
    const child = (key: string, data: object) => ({ key, data: { key, ...data } });
    return {
      body: JSON.stringify([
        child('BBBB1111', {
          itemType: 'note',
          dateAdded: '2024-02-01T10:00:00Z',
          note: '<h1>Methods</h1><p>They count <em>tides</em> &amp; harbours.</p><ul><li>by hand</li><li>twice <script>alert(1)</script></li></ul>',
        }),
        child('BBBB2222', { itemType: 'note', dateAdded: '2024-01-01T10:00:00Z', note: '<p>Read it</p>' }),
        child('BBBB3333', { itemType: 'note', note: '' }),
        child('BBBB4444', { itemType: 'note' }),
        child('BBBB5555', { itemType: 'attachment', note: '<p>About the file</p>' }),
        7,
      ]),
    };
  });
  assert.deepEqual(await new ZoteroClient(host).notes('users/0', 'AAAA1111'), [
    'Read it',
    'Methods: They count tides & harbours.\n\nby hand\n\ntwice <script>alert(1)</script>',
  ]);
});

test('what is wrong is said with what to do about it', async t => {
  const message = async (host: string, isRemote = false) => {
    try {
      await new ZoteroClient(host).libraries();
      return 'none';
    } catch (error) {
      return zoteroMessage(error, host, isRemote);
    }
  };
  const closed = 'http://127.0.0.1:9';
  assert.match(await message(closed), /not running.*Start it/);
  assert.match(await message(closed, true), /literature\.zotero\.host/);
  const off = await zotero(t, () => ({ status: 403, body: 'Local API is not enabled' }));
  assert.match(await message(off), /Allow other applications/);
  assert.match(await message(await zotero(t, () => undefined)), /Zotero 7/);
  assert.match(
    await message(await zotero(t, () => ({ body: '<html>' }))),
    /could not be read|not understood/,
  );
});
