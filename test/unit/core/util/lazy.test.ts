import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lazy } from '../../../../src/core/util/lazy';

test('is made once, when it is first asked for, also where there is nothing to make', () => {
  let made = 0;
  const value = lazy(() => {
    made++;
    return undefined;
  });
  assert.equal(made, 0);
  assert.equal(value(), undefined);
  assert.equal(value(), undefined);
  assert.equal(made, 1);
});
