import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinInsertions } from '../../../../src/core/citing/edit/joinInsertions';
import { applyEdits, type TextEdit } from '../../../../src/core/model/textEdit';

/** Inserts `[@k]` at every `|`, then shows where the cursors are. */
function inserted(marked: string, before: readonly TextEdit[] = []): string {
  const parts = marked.split('|');
  const text = parts.join('');
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  const { edits, cursors } = joinInsertions(
    offsets.map(start => ({ edits: [{ start, end: start, text: '[@k]' }], cursor: start + 4 })),
    before,
  );
  const after = applyEdits(text, edits);
  return applyEdits(
    after,
    [...new Set(cursors)].map(start => ({ start, end: start, text: '|' })),
  );
}

test('each cursor ends behind its own insertion', () => {
  assert.equal(inserted('a| b| c'), 'a[@k]| b[@k]| c');
});

test('two cursors at one place insert once', () => {
  assert.equal(inserted('a|| b'), 'a[@k]| b');
});

test('what else is inserted before moves the cursor, also at the same place', () => {
  assert.equal(inserted('|', [{ start: 0, end: 0, text: '---\n' }]), '---\n[@k]|');
  assert.equal(inserted('a b| c', [{ start: 0, end: 1, text: 'long' }]), 'long b[@k]| c');
  assert.equal(inserted('a| b c', [{ start: 5, end: 5, text: 'x' }]), 'a[@k]| b cx');
});
