import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningShare, mixedScores, wordingEvidence } from '../../../../src/core/search/ranking';

const range = { least: 0.2, most: 0.6 };
const order = (scores: readonly number[]) =>
  [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).join('');

test('meaning decides more the less certain the words are', () => {
  assert.equal(meaningShare(1, 0.2, range), 0.2);
  assert.equal(meaningShare(1, 1, range), 0.6);
  assert.equal(meaningShare(0, 0.2, range), 0.6);
});

test('where words are certain they tell the first, and meaning who follows', () => {
  assert.equal(order(mixedScores([1, 0.5, 0.4], [0, 0.5, 1], 0.2, range)), '021');
  assert.equal(order(mixedScores([1, 0.5, 0.4], [0, 0.5, 1], 0.6, range)), '210');
});

test('what is as good as the first by words stays beside it', () => {
  const [first, same, other] = mixedScores([1, 1, 0.7], [0, 0, 1], 0.2, range) as [number, number, number];
  assert.equal(first, same);
  assert.ok(first > other);
});

test('scores stay within 0 and 1, and are those by words where no meaning is known', () => {
  assert.deepEqual(mixedScores([1, 0.3], [Number.NaN, Number.NaN], 0.2, range), [1, 0.3]);
  assert.ok(mixedScores([1, 0.9], [0, 1], 0.2, range).every(score => score >= 0 && score <= 1));
});

test('few words meet in a text by chance, many do not', () => {
  const whole = { inTitle: 0, inText: 1, isVerbatim: false };
  assert.equal(wordingEvidence(whole, 2).textWords, 0);
  assert.equal(wordingEvidence(whole, 5).textWords, 1);
  assert.ok(wordingEvidence({ ...whole, inText: 0.8 }, 5).textWords < 0.4);
});
