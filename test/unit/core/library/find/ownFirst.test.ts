import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectionSource } from '../../../../../src/core/library/works/collectionSource';
import { linesLibrary, sourceOf } from '../readLines';

const about = (n: number, what: string, key: string) =>
  Array.from(
    { length: n },
    (_, i) => `${key}${i} | ${what} ${'abcdefghij'[i % 10]}${i} | Author${i} | ${2000 + i}`,
  ).join('\n');

async function sections(query: string, documentSources = ['thesis'], limit = 100) {
  const library = linesLibrary();
  await library.load(collectionSource, about(12, 'Alignment of Models', 'c'));
  await library.load(sourceOf('other'), about(9, 'Alignment of Teeth', 'o'));
  await library.load(sourceOf('thesis'), about(3, 'Alignment of Churches', 't'));
  const { hits } = await library.search({ query, limit, preferredSources: documentSources, meaning: false });
  const runs: string[] = [];
  for (const { section } of hits) {
    const last = runs.at(-1)?.split(' ');
    if (last?.[0] === section) runs[runs.length - 1] = `${section} ${Number(last![1]) + 1}`;
    else runs.push(`${section} 1`);
  }
  return runs;
}

test("the document's own come first, then the writer's, then the collection where its heading is seen", async () => {
  const found = await sections('alignment');
  assert.equal(found[0]!.split(' ')[0] === 'document' || found[0]!.startsWith('library'), true);
  const before = found.slice(
    0,
    found.findIndex(run => run.startsWith('collection')),
  );
  assert.deepEqual(
    before.map(run => run.split(' ')[0]),
    [...before.map(run => run.split(' ')[0])].sort(),
  );
  assert.equal(
    before.reduce((sum, run) => sum + Number(run.split(' ')[1]), 0),
    4,
  );
  assert.deepEqual(found.slice(before.length), ['collection 5', 'more 8', 'moreOfCollection 7']);
});

test('what is far worse does not go before the collection', async () => {
  const found = await sections('models');
  assert.match(found[0]!, /^collection/);
});

test('own matches are found however many the collection has', async () => {
  const library = linesLibrary();
  await library.load(collectionSource, about(119, 'Alignment of Models', 'c'));
  await library.load(
    sourceOf('mine'),
    'mine | A Longer Title that Has Alignment in the Middle of It | Smith | 1999',
  );
  const { hits } = await library.search({ query: 'alignment', limit: 10, meaning: false });
  assert.equal(hits[0]!.reference.key, 'mine');
  assert.equal(hits[0]!.section, 'library');
});

test('without the collection nothing of it is found', async () => {
  const library = linesLibrary();
  await library.load(collectionSource, about(12, 'Alignment of Models', 'c'));
  await library.load(sourceOf('mine'), 'mine | The Alignment of Stars | Smith | 1999');
  await library.drop(collectionSource.id);
  const { hits } = await library.search({ query: 'alignment models', limit: 10 });
  assert.deepEqual(
    hits.map(({ reference }) => reference.key),
    ['mine'],
  );
  assert.deepEqual((await library.complete({ query: 'c', limit: 10 })).hits, []);
});
