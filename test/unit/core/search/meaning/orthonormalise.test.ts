import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { orthonormalise } from '../../../../../src/core/search/meaning/orthonormalise';
import { runToEnd } from '../../../../../src/core/util/cooperative';

function product(matrix: Float32Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let row = 0; row < matrix.length; row += width) sum += matrix[row + a]! * matrix[row + b]!;
  return sum;
}

describe('orthonormalise', () => {
  it('makes columns orthogonal, of length 1 or, where they depend on others, 0', () => {
    const width = 3;
    const rows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, pairs => {
        // The last column is the sum of the others.
        const matrix = Float32Array.from(pairs.flatMap(([x, y]) => [x, y, x + y]));
        runToEnd(orthonormalise(matrix, width));
        for (let a = 0; a < width; a++) {
          const length = product(matrix, width, a, a);
          assert.ok(Math.abs(length - 1) < 1e-3 || length === 0, `length ${length}`);
          for (let b = 0; b < a; b++) assert.ok(Math.abs(product(matrix, width, a, b)) < 1e-3);
        }
        assert.equal(product(matrix, width, 2, 2), 0);
      }),
    );
  });
});
