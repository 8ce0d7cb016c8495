import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { readBibliographyInSteps as readInSteps } from '../../../../src/core/bibliography/readBibliography';
import type { LibraryChange, LibraryService } from '../../../../src/core/library/libraryService';
import { describe, linesLibrary, sourceOf } from './readLines';

async function found(library: LibraryService, query: string, preferredSources: string[] = []) {
  const { hits } = await library.search({ query, limit: 10, preferredSources });
  return hits.map(({ reference }) => describe(reference));
}

test('a work in two sources is one hit with both origins, under the key of the preferred source', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'smith2020 | Attention and Memory in Reading | Smith | 2020');
  await library.load(sourceOf('b'), 'sm20 | Attention and memory in reading. | Smith | 2020');
  assert.deepEqual(await found(library, 'attention memory'), ['a:smith2020 = b:sm20']);
  assert.deepEqual(await found(library, 'attention memory', ['b']), ['b:sm20 = a:smith2020']);
  assert.deepEqual((await library.find(['sm20', 'nobody'])).map(describe), ['b:sm20 = a:smith2020', 'none']);
});

test('equal DOIs are one work whatever the titles say; short titles alone are not', async () => {
  const library = linesLibrary();
  await library.load(
    sourceOf('a'),
    'x | First Words | Smith | 2020 | 10.1000/ABC\ni | Preface | Smith | 2020',
  );
  await library.load(
    sourceOf('b'),
    'y | Other Words | Smyth | 2021 | https://doi.org/10.1000/abc\nj | Preface | Smith | 2020',
  );
  assert.deepEqual((await library.find(['x', 'i'])).map(describe), ['a:x = b:y', 'a:i']);
});

test('a work falls apart when what held it together is gone', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'x | A Title Long Enough to Tell | Smith | 2020');
  await library.load(sourceOf('b'), 'y | Quite Another Name of It | Smith | 2020 | 10.1000/1');
  await library.load(sourceOf('c'), 'z | A Title Long Enough to Tell | Smith | 2020 | 10.1000/1');
  assert.equal(describe((await library.find(['x']))[0]), 'a:x = b:y = c:z');
  await library.drop('c');
  assert.deepEqual((await library.find(['x', 'y'])).map(describe), ['a:x', 'b:y']);
  assert.deepEqual(await found(library, 'another name'), ['b:y']);
});

test('a changed source gives its new references and lines, and forgets what is gone', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'x | Reading Faces | Smith | 2020\ny | Hearing Voices | Jones | 2021');
  await library.load(sourceOf('a'), 'z | Smelling Roses | Brown | 2022\nx | Reading Faces | Smith | 2020');
  assert.deepEqual(await found(library, 'hearing voices'), []);
  assert.deepEqual(await found(library, 'smelling'), ['a:z']);
  assert.equal((await library.find(['x']))[0]?.origin.line, 1);
  assert.deepEqual(await library.keys(['a']), ['z', 'x']);
  await library.drop('a');
  assert.deepEqual(await found(library, 'reading faces'), []);
  assert.deepEqual(await library.sources(), []);
});

test('a half-written file leaves the last good state, unless it stays so', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'x | Reading Faces\ny | Hearing Voices');
  for (const half of ['', 'x | Reading Faces\ny']) {
    const state = await library.load(sourceOf('a'), half);
    assert.deepEqual([state.status, state.count], ['loading', 2]);
    assert.deepEqual(await found(library, 'hearing'), ['a:y']);
  }
  const shorter = await library.load(sourceOf('a'), 'x | Reading Faces');
  assert.deepEqual([shorter.status, shorter.count], ['ready', 1]);
  const settled = await library.load(sourceOf('a'), '', { settled: true });
  assert.deepEqual([settled.status, settled.count], ['ready', 0]);
});

test('what cannot be read keeps its last good state and says why', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'x | Reading Faces');
  const state = await library.load(sourceOf('a'), undefined, { failure: 'No permission.' });
  assert.deepEqual([state.status, state.count, state.message], ['failed', 1, 'No permission.']);
  assert.deepEqual(await found(library, 'faces'), ['a:x']);
});

test('a large source is searched while it is still being indexed, and an overtaken load gives up', async () => {
  const library = linesLibrary();
  const line = (index: number, word: string) => `k${index} | The ${word} of Number ${index} | Smith | 2020`;
  const many = Array.from({ length: 3000 }, (_, index) => line(index, 'Life')).join('\n');
  const first = library.load(sourceOf('a'), many);
  let partial = false;
  for (let i = 0; i < 10; i++) {
    await setImmediate();
    const answer = await library.search({ query: 'life', limit: 5 });
    partial ||= answer.partial === true && answer.hits.length > 0;
  }
  assert.ok(partial);
  const second = await library.load(sourceOf('a'), line(7, 'Death'));
  assert.equal(second.count, 1);
  await first;
  assert.deepEqual(await library.keys(['a']), ['k7']);
  assert.deepEqual(await found(library, 'life'), []);
  assert.deepEqual(await found(library, 'death'), ['a:k7']);
});

test('what a large file was read to have is found, by title and by key, before it is indexed', async () => {
  const library = linesLibrary();
  const line = (number: number) => `k${number} | Counting Sheep up to Number${number} | Smith | 2020`;
  const loading = library.load(
    sourceOf('a'),
    Array.from({ length: 3000 }, (_, number) => line(number)).join('\n'),
  );
  while ((await library.sources())[0]?.count === 0) await setImmediate();
  const answer = await library.search({ query: 'number2999 sheep', limit: 5 });
  assert.equal(answer.partial, true);
  assert.equal(describe(answer.hits[0]?.reference), 'a:k2999');
  assert.deepEqual((await library.find(['k2998'])).map(describe), ['a:k2998']);
  await loading;
  assert.equal((await library.groups('source'))[0]?.count, 3000);
  assert.equal((await library.groups('year'))[0]?.count, 3000);
});

test('changes are told once for what came together, with the keys that changed', async () => {
  const library = linesLibrary();
  const changes: LibraryChange[] = [];
  await library.load(sourceOf('a'), 'x | Reading Faces');
  await setImmediate();
  await setImmediate();
  library.onDidChange(change => changes.push(change));
  await library.load(sourceOf('a'), 'x | Reading Faces\ny | Hearing Voices');
  for (let i = 0; i < 5; i++) await setImmediate();
  assert.deepEqual(new Set(changes.flatMap(({ keys }) => keys ?? ['all'])), new Set(['y']));
  assert.equal(changes.at(-1)?.sources[0]?.status, 'ready');
});

test('groups are counted and sorted, with what has none last', async () => {
  const library = linesLibrary();
  await library.load(
    sourceOf('a'),
    'a | Old | Ärzte | 1999\nb | New | adams | 2024\nc | No Year | Brown\nd | Nobody | | 2024\ne | Younger | Adams | 2020',
  );
  const text = async (by: 'year' | 'letter') =>
    (await library.groups(by)).map(({ label, count }) => `${label} ${count}`).join(', ');
  assert.equal(await text('year'), '2024 2, 2020 1, 1999 1, No year 1');
  assert.equal(await text('letter'), 'A 3, B 1, No author 1');
  const members = await library.members('letter', 'A');
  assert.deepEqual(
    members.map(({ reference }) => reference.key),
    ['b', 'e', 'a'],
  );
  assert.deepEqual(
    (await library.members('letter', 'A', undefined, [1, 2])).map(({ reference }) => reference.key),
    ['e'],
  );
  const ordered = async (order: 'year' | 'added') =>
    (await library.members('source', 'a', undefined, undefined, order)).map(({ reference }) => reference.key);
  assert.deepEqual(await ordered('year'), ['b', 'd', 'e', 'a', 'c']);
  assert.deepEqual(await ordered('added'), ['e', 'd', 'c', 'b', 'a']);
  const filtered = await library.members('letter', 'A', 'young');
  assert.deepEqual(
    filtered.map(({ reference, titleMatches }) => [reference.key, titleMatches]),
    [['e', [[0, 5]]]],
  );
});

test('what reference managers file under is a group', async () => {
  const library = linesLibrary({ read: readInSteps });
  await library.load(
    { id: 'x.bib', kind: 'bibliography', label: 'x.bib', format: 'bibtex' },
    '@misc{a, title={A}, groups={Thesis, Later}, timestamp={2020.01.02}}\n@misc{b, title={B}, groups={Thesis}, timestamp={2021-01-01}}\n@misc{c, title={C}}',
  );
  assert.deepEqual(
    (await library.groups('collection')).map(({ label, count }) => `${label} ${count}`),
    ['Later 1', 'Thesis 2', 'In no collection 1'],
  );
  const added = await library.members('collection', 'Thesis', undefined, undefined, 'added');
  assert.deepEqual(
    added.map(({ reference }) => reference.key),
    ['b', 'a'],
  );
});

test('keys that come up twice are told with their places', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'x | One\nx | Two\ny | Three');
  await library.load(sourceOf('b'), 'y | Four');
  const duplicates = async (...ids: string[]) =>
    (await library.duplicateKeys(ids)).map(({ key, origins }) => `${key} ${origins.length}`);
  assert.deepEqual(await duplicates('a'), ['x 2']);
  assert.deepEqual(await duplicates('a', 'b'), ['x 2', 'y 2']);
});

test('words that are names of object properties are keys like any other', async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), '__proto__ | Odd Keys\nconstructor | Odder Keys');
  assert.deepEqual((await library.find(['__proto__', 'constructor', 'toString'])).map(describe), [
    'a:__proto__',
    'a:constructor',
    'none',
  ]);
});

test('half-typed filters are completed with what the library has, and follow its changes', async () => {
  const library = linesLibrary();
  await library.load(
    sourceOf('a'),
    'a | One | Smith | 2020\nb | Two | Smith | 2021\nc | Three | Smollett | 2020',
  );
  const completed = async (query: string) =>
    (await library.completeFilter(query, query.length)).map(({ label, count }) =>
      `${label} ${count ?? ''}`.trim(),
    );
  assert.deepEqual(await completed('aut'), ['author:']);
  assert.deepEqual(await completed('author:sm'), ['Smith 2', 'Smollett 1']);
  assert.deepEqual(await completed('year:20'), ['2020 2', '2021 1']);
  await library.drop('a');
  assert.deepEqual(await completed('author:sm'), []);
});
