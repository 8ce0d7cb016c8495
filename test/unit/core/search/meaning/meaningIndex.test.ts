import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MeaningIndex } from '../../../../../src/core/search/meaning/meaningIndex';
import { PaperVectors, writePaperVectors } from '../../../../../src/core/search/meaning/paperVectors';

const papers = [
  { title: 'east', vectors: [Float32Array.of(1, 0), Float32Array.of(1, 0)] },
  { title: 'north', vectors: [Float32Array.of(0, 1), Float32Array.of(0, 1)] },
  { title: 'west', vectors: [Float32Array.of(-1, 0), Float32Array.of(-1, 0)] },
];
const compass = new Map([
  ['sunrise', Float32Array.of(1, 0)],
  ['sunset', Float32Array.of(-1, 0)],
]);

function meaningOf(...titles: string[]): MeaningIndex {
  const encoder = { encode: (text: string) => compass.get(text)!, knows: () => false };
  const meaning = new MeaningIndex(encoder, PaperVectors.read(writePaperVectors(papers, 2)));
  titles.forEach((title, id) => void meaning.add(id, title));
  return meaning;
}

test('the nearest scores 1, the average and what is farther 0, the unknown nothing', () => {
  const scores = meaningOf('west', 'unheard of', 'north', 'east').score('sunrise')!;
  assert.deepEqual(
    [...scores].map(score => Math.round(score * 10) / 10),
    [0, Number.NaN, 0, 1],
  );
});

test('nothing is said of a library in which nothing is known', () => {
  assert.equal(meaningOf('unheard of').score('sunrise'), undefined);
});

test('what was removed is not known', () => {
  const meaning = meaningOf('west', 'east', 'north');
  meaning.remove(1);
  assert.ok(Number.isNaN(meaning.score('sunrise')![1]));
});

test('marks of missing citations mean nothing', () => {
  assert.equal(meaningOf('west', 'east').score('sunset [CITE]')![0], 1);
});
