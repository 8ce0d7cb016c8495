import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchTransport } from '../../../src/online/fetchTransport';
import { StyleRepository } from '../../../src/online/styleRepository';
import { answer, loopback } from './loopback';

const style = (title: string, rest: string) =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>${title}</title>${rest}</info>`;
const own = `${style('Rivers', '')}<citation><layout/></citation></style>`;
const dependent = `${style('Journal of Lakes', '<link href="http://www.zotero.org/styles/rivers" rel="independent-parent"/>')}</style>`;
const never = new AbortController().signal;

test('styles are found by their titles, and a dependent one is followed to its parent', async t => {
  const server = await loopback(t, (request, response) => {
    if (request.url === '/styles-files/styles.json')
      answer(response, [
        { name: 'rivers', title: 'Rivers', dependent: 0 },
        { name: 'lakes', title: 'Journal of Lakes', dependent: 1 },
        { name: '../x', title: 'Bad' },
        null,
      ]);
    else if (request.url === '/styles/rivers')
      answer(response, own, 200, { 'content-type': 'application/vnd.citationstyles.style+xml' });
    else if (request.url === '/styles/lakes') answer(response, dependent);
    else if (request.url === '/styles/odd') answer(response, '<html>');
    else if (request.url === '/styles/moved')
      answer(response, '', 302, { location: 'https://evil.example/' });
    else answer(response, '', 404);
  });
  const repository = new StyleRepository(fetchTransport(false), server.base);
  assert.deepEqual(await repository.list(never), [
    { name: 'lakes', title: 'Journal of Lakes' },
    { name: 'rivers', title: 'Rivers' },
  ]);
  assert.equal(await repository.fetch('lakes', never), own);
  assert.equal(await repository.fetch('rivers', never), own);
  await assert.rejects(repository.fetch('none', never), /has no none/);
  await assert.rejects(repository.fetch('odd', never), /not a CSL style/);
  await assert.rejects(repository.fetch('moved', never), /HTTP 302/);
  assert.ok(server.urls.every(url => url.startsWith('/styles')));
});
