import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { crossrefWork } from '../core/catalogs/answers';
import { answer, loopback } from '../online/loopback';

/** Runs the command as people do. */
function lookup(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise(resolve => {
    const env = { ...process.env, LITERATURE_OPENALEX_KEY: 'top-secret' };
    const child = spawn(process.execPath, ['src/cli/run.mjs', 'lookup', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', data => {
      out += data;
    });
    child.stderr.on('data', data => {
      err += data;
    });
    child.on('close', code => resolve({ code, out, err }));
  });
}

test('npm run lookup: what is found, what is not, and what could not run', async t => {
  const server = await loopback(t, (request, response) => {
    const url = decodeURIComponent(request.url!);
    if (url.startsWith('/cr/works/10.1000/river.1')) answer(response, crossrefWork({}));
    else if (url.startsWith('/oa/works/doi:10.1000/river.1'))
      answer(response, {
        id: 'https://openalex.org/W1',
        doi: 'https://doi.org/10.1000/river.1',
        title: 'Rivers of glass',
        abstract_inverted_index: { Flow: [0] },
      });
    else answer(response, 'Resource not found.', 404, { 'content-type': 'text/plain' });
  });
  const services = [
    '--services',
    'crossref,openalex',
    '--endpoint',
    `crossref=${server.base}/cr`,
    '--endpoint',
    `openalex=${server.base}/oa`,
  ];
  const found = await lookup(...services, '--json', 'DOI: 10.1000/RIVER.1', '10.1000/none');
  assert.equal(found.code, 1, found.err);
  const [river, none] = found.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  assert.deepEqual([river.input, river.kind, river.id], ['DOI: 10.1000/RIVER.1', 'doi', '10.1000/river.1']);
  assert.deepEqual(
    [river.item.id, river.item.title, river.item.abstract],
    ['roe2020rivers', 'Rivers of glass', 'Flow'],
  );
  assert.deepEqual(
    river.sources.map(({ service }: { service: string }) => service),
    ['crossref', 'openalex'],
  );
  assert.equal(river.requests.length, 2);
  assert.ok(!('error' in river));
  assert.deepEqual([none.item, none.sources], [null, []]);
  assert.match(none.error, /Not found/);
  assert.ok(!(found.out + found.err).includes('top-secret'));
  assert.match(river.requests[1], /api_key=\*\*\*/);

  const bibtex = await lookup(...services, '--bibtex', '10.1000/river.1');
  assert.equal(bibtex.code, 0, bibtex.err);
  assert.match(bibtex.out, /^@article\{roe2020rivers,\n {2}author = \{Roe, Ann\},/);

  for (const args of [
    ['--services', 'nobody', 'x'],
    ['--endpoint', 'crossref=nowhere', 'x'],
  ])
    assert.equal((await lookup(...args)).code, 2, args.join(' '));
});
