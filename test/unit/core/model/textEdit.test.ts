import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, editBetween } from '../../../../src/core/model/textEdit';

test('the edit between two texts is short', () => {
  assert.deepEqual(editBetween('one three', 'one two three'), { start: 5, end: 5, text: 'wo t' });
  assert.deepEqual(editBetween('same', 'same'), { start: 4, end: 4, text: '' });
  assert.deepEqual(editBetween('a\r\n', 'a\r\r\n'), { start: 1, end: 1, text: '\r' });
});

test('the edit between any two texts leads from one to the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\r\n', '\n', '😀', '😁')).map(parts => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after);
      assert.equal(applyEdits(before, [edit]), after);
      for (const at of [edit.start, edit.end])
        assert.doesNotMatch(
          before.slice(Math.max(0, at - 1), at + 1),
          /^\r\n|^[\ud800-\udbff][\udc00-\udfff]/,
        );
    }),
  );
});
