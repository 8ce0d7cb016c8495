import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MeaningIndex } from '../../../../../src/core/search/meaning/meaningIndex';
import { PaperVectors, writePaperVectors } from '../../../../../src/core/search/meaning/paperVectors';

const east = Float32Array.of(1, 0);
const papers = [
  { title: 'east', vectors: [Float32Array.of(1, 0), Float32Array.of(1, 0)] },
  { title: 'north', vectors: [Float32Array.of(0, 1), Float32Array.of(0, 1)] },
  { title: 'west', vectors: [Float32Array.of(-1, 0), Float32Array.of(-1, 0)] },
];

function meaningOf(...titles: string[]): MeaningIndex {
  const meaning = new MeaningIndex(PaperVectors.read(writePaperVectors(papers, 2)));
  titles.forEach((title, id) => void meaning.add(id, title));
  return meaning;
}

test('the nearest scores 1, the average and what is farther 0, the unknown nothing', () => {
  const scores = meaningOf('west', 'unheard of', 'north', 'east').score(east)!;
  assert.deepEqual(
    [...scores].map(score => Math.round(score * 10) / 10),
    [0, Number.NaN, 0, 1],
  );
});

test('a library with one of the papers is told whether that one is near', () => {
  assert.equal(meaningOf('east').score(east)![0], 1);
  assert.equal(meaningOf('west').score(east)![0], 0);
});

test('nothing is said of a library in which nothing is known', () => {
  assert.equal(meaningOf('unheard of').score(east), undefined);
});

test('what was removed is not known', () => {
  const meaning = meaningOf('west', 'east', 'north');
  meaning.remove(1);
  assert.ok(Number.isNaN(meaning.score(east)![1]));
});
