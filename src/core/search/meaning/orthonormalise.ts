import type { Task } from '../../util/cooperative';

/** Columns that keep less than this share of their length beside those before them are taken to depend on these. */
const dependent = 1e-6;
/** Rows between two pauses. */
const rowsPerStep = 400;

/**
 * Makes the columns of a matrix (stored in rows of `width`) orthogonal and of length 1, in place, by the Cholesky factor of their inner
 * products. Columns that depend on those before them become 0.
 */
export function* orthonormalise(matrix: Float32Array, width: number): Task<void> {
  const factor = cholesky(yield* innerProducts(matrix, width), width);
  for (let row = 0; row < matrix.length; row += width) {
    for (let j = 0; j < width; j++) {
      const pivot = factor[j * width + j]!;
      let rest = matrix[row + j]!;
      for (let i = 0; i < j; i++) rest -= factor[j * width + i]! * matrix[row + i]!;
      matrix[row + j] = pivot > 0 ? rest / pivot : 0;
    }
    if (row % (rowsPerStep * width) === 0) yield;
  }
}

/** The inner products of the columns: the lower half, in rows. */
function* innerProducts(matrix: Float32Array, width: number): Task<Float64Array> {
  const products = new Float64Array(width * width);
  for (let row = 0; row < matrix.length; row += width) {
    for (let i = 0; i < width; i++) {
      const value = matrix[row + i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) products[i * width + j]! += value * matrix[row + j]!;
    }
    if (row % (rowsPerStep * width) === 0) yield;
  }
  return products;
}

/** The lower triangle L with L·Lᵀ = the matrix, in place; 0 where a column depends on those before. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  for (let j = 0; j < width; j++) {
    const length = matrix[j * width + j]!;
    let rest = length;
    for (let i = 0; i < j; i++) rest -= matrix[j * width + i]! ** 2;
    const pivot = rest > dependent * length ? Math.sqrt(rest) : 0;
    matrix[j * width + j] = pivot;
    for (let k = j + 1; k < width; k++) {
      let product = matrix[k * width + j]!;
      for (let i = 0; i < j; i++) product -= matrix[k * width + i]! * matrix[j * width + i]!;
      matrix[k * width + j] = pivot > 0 ? product / pivot : 0;
    }
  }
  return matrix;
}
