import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { followEdit } from '../../../../src/core/model/followEdits';

const insertion = (start: number, text: string) => ({ start, end: start, length: text.length });

test('a place follows what is inserted before it and at it, and not what comes after', () => {
  assert.equal(followEdit(10, [insertion(3, 'abc')]), 13);
  assert.equal(followEdit(10, [insertion(10, 'abc')]), 13);
  assert.equal(followEdit(10, [insertion(11, 'abc')]), 10);
});

test('a place in what is removed or replaced stands where that was', () => {
  assert.equal(followEdit(10, [{ start: 5, end: 20, length: 0 }]), 5);
  assert.equal(followEdit(10, [{ start: 5, end: 20, length: 4 }]), 9);
  assert.equal(followEdit(10, [{ start: 2, end: 4, length: 0 }]), 8);
});

test('a letter that no change touches is found again, whatever else changes', () => {
  const change = fc.record({
    gap: fc.nat(5),
    removed: fc.nat(5),
    added: fc.string({ maxLength: 5, unit: fc.constantFrom('x', 'y') }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.nat(60), (parts, at) => {
      const marked = `${'.'.repeat(at)}|${'.'.repeat(60 - at)}`;
      let end = 0;
      const changes = [];
      for (const { gap, removed, added } of parts) {
        const start = end + gap + 1;
        end = start + removed;
        if (end > marked.length || (start <= at && end > at)) return;
        changes.push({ start, end, length: added.length, added });
      }
      let after = marked;
      for (const { start, end: until, added } of [...changes].reverse())
        after = after.slice(0, start) + added + after.slice(until);
      assert.equal(after[followEdit(at, changes)], '|');
    }),
  );
});
