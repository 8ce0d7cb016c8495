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

test('a paper with a sentence for each part of a query is nearer than one with a sentence for one of them', () => {
  const [x, y, z] = [Float32Array.of(1, 0, 0), Float32Array.of(0, 1, 0), Float32Array.of(0, 0, 1)];
  const whole = Float32Array.of(0.6, 0.6, 0.53);
  const both = { title: 'both', vectors: [whole, z, x, y] };
  const one = { title: 'one', vectors: [whole, z, Float32Array.of(0.8, 0.6, 0)] };
  const other = { title: 'other', vectors: [z, z] };
  const meaning = new MeaningIndex(PaperVectors.read(writePaperVectors([one, both, other], 3)));
  for (const [id, { title }] of [one, both, other].entries()) meaning.add(id, title);
  const query = Float32Array.of(Math.SQRT1_2, Math.SQRT1_2, 0);
  const [ofOne, ofBoth] = meaning.score(query, [x, y])!;
  assert.ok(ofBoth! > ofOne!, `${ofBoth} ${ofOne}`);
  const [ofOneAtOnce, ofBothAtOnce] = meaning.score(query)!;
  assert.ok(ofOneAtOnce! > ofBothAtOnce!);
});
