import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeFilter } from '../../../../../src/core/search/query/completeFilter';
import { parseQuery } from '../../../../../src/core/search/query/query';

test('filters, phrases and excluded words are told from plain words', () => {
  const query = parseQuery('author:"van der Berg" graph -image "deep learning" year:2021..2023 -venue:ICML');
  assert.deepEqual(
    query.filters.map(({ field, words, isExcluded }) => ({ field, words, isExcluded })),
    [
      { field: 'authors', words: ['van', 'der', 'berg'], isExcluded: false },
      { field: 'venue', words: ['icml'], isExcluded: true },
    ],
  );
  assert.deepEqual(query.years, [{ from: 2021, to: 2023, isExcluded: false }]);
  assert.deepEqual(query.phrases, [['deep', 'learning']]);
  assert.deepEqual(query.excluded, [['image']]);
  assert.deepEqual(query.words, ['graph', 'deep', 'learning']);
});

const years: Readonly<Record<string, readonly [number, number]>> = {
  'year:2021': [2021, 2021],
  'year:2021..': [2021, 9999],
  'year:1990s': [1990, 1999],
  'year:199*': [1990, 1999],
  'year:..2021': [1, 2021],
  'year:2023..2021': [2021, 2023],
  'year:2021-2023': [2021, 2023],
  'year:2021..20': [2021, 9999],
  'year:>2020': [2021, 9999],
  'year:>=2020': [2020, 9999],
  'year:<2020': [1, 2019],
  'YEAR:<=2020': [1, 2020],
};
for (const [typed, [from, to]] of Object.entries(years))
  test(`${typed} is ${from} to ${to}`, () =>
    assert.deepEqual(parseQuery(typed).years, [{ from, to, isExcluded: false }]));

test('what is no filter is words, with a hint where one was meant', () => {
  assert.match(parseQuery('year:20x').hint ?? '', /year:20x/);
  assert.deepEqual(parseQuery('year:20x').words, ['20x']);
  assert.match(parseQuery('auther:smith').hint ?? '', /author:/);
  assert.equal(parseQuery('GeoManip: geometric constraints').hint, undefined);
  assert.deepEqual(parseQuery('author:').filters, []);
  assert.deepEqual(parseQuery('year:').words, []);
});

test('stop words count only where there is nothing else, or while they may become another word', () => {
  assert.deepEqual(parseQuery('the theory of graphs', { unfinished: false }).words, ['theory', 'graphs']);
  assert.deepEqual(parseQuery('to be or not', { unfinished: false }).words, ['to', 'be', 'or', 'not']);
  assert.deepEqual(parseQuery('graph the').words, ['graph', 'the']);
  assert.equal(parseQuery('graph the').isUnfinished, true);
  assert.equal(parseQuery('graph the ').isUnfinished, false);
});

test('any text can be read as a query', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => void parseQuery(typed)));
});

const values = () => [
  { value: 'Ashish Vaswani', count: 1 },
  { value: 'Valérie Dupont', count: 3 },
  { value: 'Tom Brown', count: 9 },
];

test('names of filters and their values are completed', () => {
  const complete = (typed: string) =>
    completeFilter(typed.replace('|', ''), typed.indexOf('|'), values).map(({ query }) => query);
  assert.deepEqual(complete('graph aut|'), ['graph author:']);
  assert.deepEqual(complete('-ye|'), ['-year:']);
  assert.deepEqual(complete('author:va| graph'), [
    'author:"Valérie Dupont" graph',
    'author:"Ashish Vaswani" graph',
  ]);
  assert.deepEqual(complete('author:"ashish v|'), ['author:"Ashish Vaswani" ']);
  assert.deepEqual(complete('author:|'), [
    'author:"Tom Brown" ',
    'author:"Valérie Dupont" ',
    'author:"Ashish Vaswani" ',
  ]);
  assert.deepEqual(complete('graph|'), []);
  assert.deepEqual(complete('|'), []);
});
