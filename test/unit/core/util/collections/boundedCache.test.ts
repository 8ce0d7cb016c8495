import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BoundedCache } from '../../../../../src/core/util/collections/boundedCache';

test('what is asked for stays, and what is not is forgotten', () => {
  const cache = new BoundedCache<number, string>(10);
  cache.set(0, 'zero');
  for (let key = 1; key < 100; key++) {
    cache.set(key, String(key));
    assert.equal(cache.get(0), 'zero');
  }
  assert.equal(cache.get(50), undefined);
  assert.equal(cache.get(99), '99');
});

test('it never holds more than its limit, nor another value than the last one set', () => {
  const steps = fc.array(
    fc.record({ key: fc.integer({ min: 0, max: 12 }), size: fc.integer({ min: 0, max: 30 }) }),
  );
  fc.assert(
    fc.property(steps, list => {
      const cache = new BoundedCache<number, { size: number }>(40, (_, { size }) => size);
      const last = new Map<number, object>();
      for (const { key, size } of list) {
        const value = { size };
        if (size % 5 === 0) cache.get(key);
        cache.set(key, value);
        last.set(key, value);
        const held = cache.entries();
        assert.ok(held.reduce((sum, [, one]) => sum + one.size, 0) <= 40);
        assert.equal(new Set(held.map(([name]) => name)).size, held.length);
        for (const [name, one] of held) assert.equal(one, last.get(name));
        assert.equal(cache.get(key), size > 20 ? undefined : value);
      }
    }),
  );
});
