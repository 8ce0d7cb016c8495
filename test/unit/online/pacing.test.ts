import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogs } from '../../../src/core/catalogs/services/catalogs';
import { CatalogClient } from '../../../src/online/catalogClient';
import { endpointAddress, readEndpoint, redirectTarget } from '../../../src/online/endpoints';
import { HostQueue } from '../../../src/online/hostQueue';
import { announcedPace, inWords, retryAfterSeconds } from '../../../src/online/pacing';
import type { Clock } from '../../../src/online/transport';

/** Time that passes only when somebody sleeps. */
class FakeClock implements Clock {
  time = 0;
  now() {
    return this.time;
  }
  async sleep(milliseconds: number, signal: AbortSignal) {
    signal.throwIfAborted();
    const wake = this.time + milliseconds;
    await Promise.resolve();
    this.time = Math.max(this.time, wake);
  }
}

const signal = new AbortController().signal;

test('requests to a host start apart and so many at once', async () => {
  const clock = new FakeClock();
  const queue = new HostQueue({ interval: 3000, atOnce: 1 }, clock);
  const starts: number[] = [];
  let running = 0;
  await Promise.all(
    Array.from({ length: 4 }, () =>
      queue.run(async () => {
        assert.equal(++running, 1);
        starts.push(clock.time);
        await Promise.resolve();
        running--;
      }, signal),
    ),
  );
  assert.deepEqual(starts, [0, 3000, 6000, 9000]);
});

test('a request that fails or is cancelled makes room for the next', async () => {
  const queue = new HostQueue({ interval: 0, atOnce: 1 }, new FakeClock());
  const stop = new AbortController();
  let release = () => {};
  const first = queue.run(
    () => new Promise<void>((_, reject) => (release = () => reject(new Error('x')))),
    signal,
  );
  const second = queue.run(async () => {}, stop.signal);
  const third = queue.run(async () => 'third', signal);
  stop.abort();
  await assert.rejects(second);
  await Promise.resolve();
  release();
  await assert.rejects(first, /x/);
  assert.equal(await third, 'third');
});

test("public hosts are asked at their services' pace, and at what they announce", async () => {
  const clock = new FakeClock();
  const starts = new Map<string, number[]>();
  const client = new CatalogClient({
    clock,
    transport: async ({ url }) => {
      const { host } = new URL(url);
      starts.set(host, [...(starts.get(host) ?? []), clock.time]);
      const headers: Record<string, string> =
        host === 'api.crossref.org'
          ? { 'x-rate-limit-limit': '2', 'x-rate-limit-interval': '1s', 'x-concurrency-limit': '1' }
          : {};
      return { status: 404, header: name => headers[name], body: (async function* () {})() };
    },
  });
  for (const catalog of catalogs) {
    const request =
      catalog.lookUp({ kind: 'doi', id: '10.1000/a' }, {}) ??
      catalog.lookUp({ kind: 'arxiv', id: '2306.00629' }, {});
    for (let i = 0; i < 3 && request; i++) await client.ask(request, signal);
  }
  const gaps = (host: string) =>
    starts
      .get(host)!
      .slice(1)
      .map((time, at) => time - starts.get(host)![at]!);
  assert.ok(
    gaps('export.arxiv.org').every(gap => gap >= 3000),
    String(gaps('export.arxiv.org')),
  );
  assert.ok(gaps('api.datacite.org').every(gap => gap >= 1000));
  assert.ok(gaps('api.crossref.org')[1]! >= 500, String(gaps('api.crossref.org')));
});

test('what hosts say about pace', () => {
  assert.equal(retryAfterSeconds('120'), 120);
  assert.equal(retryAfterSeconds('Wed, 21 Oct 2026 07:28:10 GMT', Date.parse('2026-10-21T07:28:00Z')), 10);
  assert.equal(retryAfterSeconds('soon'), undefined);
  assert.deepEqual(
    announcedPace(
      name =>
        ({ 'x-rate-limit-limit': '10', 'x-rate-limit-interval': '1s', 'x-concurrency-limit': '3' })[name],
      { interval: 200, atOnce: 1 },
    ),
    { interval: 100, atOnce: 3 },
  );
  assert.deepEqual([inWords(28836), inWords(90), inWords(1)], ['8 hours', '2 minutes', '1 second']);
});

test('other base addresses, and where redirects may lead', () => {
  assert.equal(readEndpoint('http://127.0.0.1:80/mirror/'), 'http://127.0.0.1/mirror');
  for (const bad of ['', 'x', 'ftp://x.org', 'file:///x', 'http://x.org/?q=1'])
    assert.equal(readEndpoint(bad), undefined, bad);
  const endpoints = { crossref: 'http://127.0.0.1:8080/m' };
  assert.equal(
    endpointAddress('https://api.crossref.org/works/x?a=b', 'crossref', endpoints),
    'http://127.0.0.1:8080/m/works/x?a=b',
  );
  const lead = (
    location: string,
    service: 'crossref' | 'doi-org' | 'openalex',
    from = 'https://doi.org/10.1/x',
  ) => redirectTarget(location, from, service, endpoints)?.url;
  assert.equal(lead('https://api.crossref.org/v1/x', 'doi-org'), 'http://127.0.0.1:8080/m/v1/x');
  assert.equal(lead('http://data.crosscite.org/x', 'doi-org'), 'https://data.crosscite.org/x');
  assert.equal(lead('http://ra.publications.europa.eu/x', 'doi-org'), 'https://ra.publications.europa.eu/x');
  assert.equal(lead('/y', 'crossref', 'http://127.0.0.1:8080/m/x'), undefined, 'out of the base path');
  assert.equal(lead('/m/y', 'crossref', 'http://127.0.0.1:8080/m/x'), 'http://127.0.0.1:8080/m/y');
  for (const bad of [
    'https://evil.example/',
    'https://api.crossref.org.evil.example/',
    'https://api.crossref.org:444/',
    'https://u:p@api.crossref.org/',
    'https://doi.org/',
    '//evil.example',
    'javascript:1',
  ])
    assert.equal(lead(bad, 'openalex', 'https://api.openalex.org/works/x'), undefined, bad);
});
