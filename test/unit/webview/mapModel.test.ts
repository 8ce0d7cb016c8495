import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LibraryPicture } from '../../../src/core/library/libraryService';
import {
  filterOf,
  isSelected,
  mapPlaces,
  selectionIn,
  selectionText,
  shownYears,
  yearPlaces,
  yearsOf,
} from '../../../src/webview/map/mapModel';

const texts = {
  all: '{0} papers in the library',
  allOne: '{0} paper in the library',
  some: '{1} papers: {0}',
  one: '1 paper: {0}',
  years: '{0} to {1}',
  part: 'a part',
  marked: '',
  unplaced: '',
  more: '',
  cited: '',
  map: '',
  byYear: '',
};
const work = (key: string, year?: number, topics: number[] = [], place?: [number, number]) => ({
  key,
  source: 's',
  keys: [key],
  short: key,
  title: key,
  topics,
  ...(year !== undefined && { year }),
  ...(place && { place }),
});
const picture: LibraryPicture = {
  topics: ['Rein "deer"', 'Courts'],
  works: [work('a', 2020, [0], [0, 1]), work('b', 2022, [1], [1, 0]), work('c', 2022, [0, 1]), work('d')],
};

test('years are counted, and few works far away do not press the rest together', () => {
  assert.deepEqual(yearsOf(picture), [
    [2020, 1],
    [2022, 2],
  ]);
  const years = [[1687, 1], ...Array.from({ length: 20 }, (_, i) => [2000 + i, 30])] as [number, number][];
  assert.deepEqual(shownYears(years), { from: 2000, to: 2019 });
  assert.deepEqual(shownYears([]), { from: 0, to: 0 });
  assert.deepEqual(shownYears([[2020, 1]]), { from: 2020, to: 2020 });
});

test('works of a year stand in a column; those without a year, or a place, are in no chart', () => {
  assert.deepEqual([...yearPlaces(picture)], [0, 0.25, 1, 0.75, 1, 0.25, Number.NaN, Number.NaN]);
  assert.deepEqual([...mapPlaces(picture)], [0, 0, 1, 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
});

test('a topic and years choose what has both, in the page as in the filter of the library', () => {
  const selection = { topic: 1, years: { from: 2021, to: 2023 } };
  const found = picture.works.filter((_, i) => isSelected(picture, i, selection)).map(({ key }) => key);
  assert.deepEqual(found, ['b', 'c']);
  assert.equal(filterOf(picture, selection), 'topic:"Courts" year:2021..2023');
  assert.equal(
    filterOf(picture, { topic: 0, years: { from: 2020, to: 2020 } }),
    'topic:"Rein deer" year:2020',
  );
  assert.equal(filterOf(picture, {}), '');
  assert.equal(filterOf(picture, { topic: 1, works: new Set([1, 2]) }), 'topic:"Courts" keys:"b,c"');
  assert.equal(selectionText(picture, selection, 2, texts), '2 papers: Courts, 2021 to 2023');
  assert.equal(selectionText(picture, {}, 1, texts), '1 paper in the library');
});

test('what is chosen stays when the library changes, as far as it is still there', () => {
  const next: LibraryPicture = {
    topics: ['Courts', 'Rein "deer"'],
    works: [work('new', 2022, [0]), work('c', 2022, [0, 1]), work('a', 2020, [1], [0.5, 0.5])],
  };
  const years = { from: 2020, to: 2022 };
  assert.deepEqual(selectionIn(next, { topic: 0, years, works: new Set([0, 1, 2]) }, picture), {
    topic: 1,
    years,
    works: new Set([1, 2]),
  });
  const gone: LibraryPicture = { topics: ['Courts'], works: [work('new')] };
  assert.deepEqual(selectionIn(gone, { topic: 0, works: new Set([0]) }, picture), {});
  assert.deepEqual(selectionIn(next, {}, picture), {});
  const other = { ...next, works: next.works.map(one => ({ ...one, source: 'other' })) };
  assert.deepEqual(selectionIn(other, { works: new Set([0]) }, picture), {}, 'of another source');
});
