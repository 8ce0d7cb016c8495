import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { packWords, unpackWords } from '../../../../../src/core/search/index/packedWords';
import { BitReader, BitWriter } from '../../../../../src/core/util/bytes/bitStream';

function unpacked(bytes: Uint8Array, count: number): string[] {
  const words: string[] = [];
  unpackWords(bytes, count, word => words.push(word));
  return words;
}

test('words are the same after packing, in any script', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.stringMatching(/^[a-zа-я0-9]{1,20}$/),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word), words => {
      const sorted = [...words].sort();
      assert.deepEqual(unpacked(packWords(sorted), sorted.length), sorted);
    }),
  );
});

test('plain words take less than their letters, and damage is noticed', () => {
  const words = ['model', 'modeling', 'models', 'reward', 'rewarding'];
  const packed = packWords(words);
  assert.ok(packed.length < words.join('').length * 0.6);
  assert.throws(() => unpacked(packed.subarray(0, 4), words.length), RangeError);
});

test('numbers of any size are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 30 })), numbers => {
      const writer = new BitWriter();
      for (const number of numbers) writer.gamma(number);
      const reader = new BitReader(writer.finish());
      assert.deepEqual(
        numbers.map(() => reader.gamma()),
        numbers,
      );
    }),
  );
});
