import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearKeys } from '../../../../../src/core/library/find/nearKeys';

const keys = ['vaswani2017attention', 'choi2024unigen', 'smith2020', 'Smith2019', 'müller2010'];

test('near keys differ by typing errors, in case, or were broken off', () => {
  assert.deepEqual(nearKeys('vaswani2017atention', keys, 3), ['vaswani2017attention']);
  assert.deepEqual(nearKeys('vaswnai2017attentoin', keys, 3), ['vaswani2017attention']);
  assert.deepEqual(nearKeys('vaswani2017', keys, 3), ['vaswani2017attention']);
  assert.deepEqual(nearKeys('smith2020study', keys, 3), ['smith2020']);
  assert.deepEqual(nearKeys('Smith2020', keys, 3), ['smith2020']);
  assert.deepEqual(nearKeys('muller2010', keys, 3), ['müller2010']);
});

test('what is not near is not offered', () => {
  for (const key of ['nobody2020', 'jones2020', 'vas', '', 'attention'])
    assert.deepEqual(nearKeys(key, keys, 3), [], key);
});
