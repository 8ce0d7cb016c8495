import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersKey } from '../../../../src/core/util/hash';

test('numbers in another order have another key', () => {
  assert.equal(numbersKey([1, 2, 3]), numbersKey([1, 2, 3]));
  const keys = [[], [0], [1], [1, 2], [2, 1], [1, 2, 0], [0, 1, 2]].map(numbersKey);
  assert.equal(new Set(keys).size, keys.length);
});
