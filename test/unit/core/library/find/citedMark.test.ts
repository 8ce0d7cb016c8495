import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesLibrary, sourceOf } from '../readLines';

test('what is cited is the work that the document’s bibliography has under the key, and no other of the same key', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('thesis'), 'roe2020 | Rivers of Glass | Roe | 2020');
  await library.load(
    sourceOf('other'),
    'roe2020 | Rivers of Iron | Roe | 2020\ndoe2021 | Rivers of Sand | Doe | 2021',
  );
  const cited = async (preferredSources: string[]) => {
    const citedKeys = ['roe2020', 'doe2021'];
    const request = { query: 'rivers', limit: 10, preferredSources, citedKeys, meaning: false };
    const { hits } = await library.search(request);
    return hits.filter(hit => hit.cited).map(({ reference }) => reference.item.title);
  };
  // Where the document's own have no such key, it may be that of another.
  assert.deepEqual((await cited(['thesis'])).sort(), ['Rivers of Glass', 'Rivers of Sand']);
  assert.equal((await cited([])).length, 3);
});
