import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextMemory } from '../../../../../src/core/search/text/textMemory';

function counting(most: number) {
  const made: string[] = [];
  const memory = new TextMemory(text => made.push(text) && text.toUpperCase(), most);
  return { made, memory };
}

test('a text is worked on once', () => {
  const { made, memory } = counting(10);
  assert.equal(memory.of(1, 'a'), 'A');
  assert.equal(memory.of(1, 'a'), 'A');
  assert.deepEqual(made, ['a']);
});

test('a reference whose text has changed gets what the new one gives', () => {
  const { memory } = counting(10);
  memory.of(1, 'a');
  assert.equal(memory.of(1, 'b'), 'B');
});

test('no more texts are kept than allowed', () => {
  const { made, memory } = counting(2);
  for (const id of [1, 2, 3, 1]) memory.of(id, `text ${id}`);
  assert.equal(made.length, 4);
});
