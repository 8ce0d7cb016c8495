import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextLines } from '../../../../../src/core/util/lines/lineIndex';

test('every kind of line end counts once', () => {
  const lines = new TextLines('a\nb\r\nc\rd');
  assert.deepEqual(lines.positionAt(2), { line: 1, character: 0 });
  assert.deepEqual(lines.positionAt(5), { line: 2, character: 0 });
  assert.deepEqual(lines.positionAt(7), { line: 3, character: 0 });
});

test('a position is the count of line ends before it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é', '😀') }), fc.nat(40), (text, at) => {
      const offset = Math.min(at, text.length);
      const before = text.slice(0, offset).split('\n');
      assert.deepEqual(new TextLines(text).positionAt(offset), {
        line: before.length - 1,
        character: before.at(-1)!.length,
      });
    }),
  );
});
