import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certaintyOf, mixedScores, wordingEvidence } from '../../../../../src/core/search/rank/ranking';

const range = { least: 0.2, most: 0.6 };
const mixed = (words: number[], meaning: number[], certainty: number) =>
  mixedScores(
    words.map((score, i) => ({ words: score, meaning: meaning[i]!, range })),
    certainty,
  );
const order = (scores: readonly number[]) =>
  [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).join('');

test('words are certain when the best has all of them and few others match as well', () => {
  assert.equal(certaintyOf(1, 0.2), 1);
  assert.equal(certaintyOf(1, 1), 0);
  assert.equal(certaintyOf(0, 0.2), 0);
});

test('where words are certain they tell the first, and meaning who follows', () => {
  assert.equal(order(mixed([1, 0.5, 0.4], [0, 0.5, 1], 1)), '021');
  assert.equal(order(mixed([1, 0.5, 0.4], [0, 0.5, 1], 0)), '210');
});

test('what is as good as the first by words stays beside it', () => {
  const [first, same, other] = mixed([1, 1, 0.7], [0, 0, 1], 1) as [number, number, number];
  assert.equal(first, same);
  assert.ok(first > other);
});

test('scores stay within 0 and 1, and are those by words where no meaning is known', () => {
  assert.deepEqual(mixed([1, 0.3], [Number.NaN, Number.NaN], 1), [1, 0.3]);
  assert.ok(mixed([1, 0.9], [0, 1], 1).every(score => score >= 0 && score <= 1));
});

test('few words meet in a text by chance, many do not', () => {
  const whole = { inTitle: 0, inText: 1, isVerbatim: false };
  assert.equal(wordingEvidence(whole, 2).textWords, 0);
  assert.equal(wordingEvidence(whole, 5).textWords, 1);
  assert.ok(wordingEvidence({ ...whole, inText: 0.8 }, 5).textWords < 0.4);
});
