/**
 * What the sentence encoder computes, in AssemblyScript (TypeScript that compiles to WebAssembly): all of a transformer but the order of
 * its parts. Every argument ending a comment's sentence with “at” is an address; numbers are of 32 bits unless said otherwise.
 * After a change: `npm run build:kernel`.
 */
import { exp, multiplyAdd, sum } from './numbers';

export { attend } from './attention';
export { linear } from './linear';

/** Added to a variance, as the model was trained with. */
const smallest: f32 = 1e-12;

/** Writes, for each of the ids at `ids`, its row of the table (whole numbers of 8 bits, times a scale) plus that of its position. */
export function embed(
  ids: usize,
  rows: i32,
  table: usize,
  scales: usize,
  positions: usize,
  width: i32,
  to: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const id = load<i32>(ids + 4 * row);
    const scale = v128.load_splat<f32>(scales + 4 * id);
    const start = row * width;
    for (let i = 0; i < width; i += 4) {
      const whole = i32x4.extend_low_i16x8_s(
        i16x8.extend_low_i8x16_s(v128.load32_zero(table + id * width + i)),
      );
      const position = v128.load(positions + 4 * (start + i));
      v128.store(to + 4 * (start + i), multiplyAdd(f32x4.convert_i32x4_s(whole), scale, position));
    }
  }
}

/** Brings each row of x to mean 0 and variance 1, then to the gain and bias learned. */
export function normalise(x: usize, rows: i32, width: i32, gain: usize, bias: usize): void {
  for (let row = 0; row < rows; row++) {
    const start = x + 4 * row * width;
    let total = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) total = f32x4.add(total, v128.load(start + 4 * i));
    const mean = f32x4.splat(sum(total) / <f32>width);
    let squares = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) {
      const distance = f32x4.sub(v128.load(start + 4 * i), mean);
      squares = multiplyAdd(distance, distance, squares);
    }
    const scale = f32x4.splat(1 / sqrt<f32>(sum(squares) / <f32>width + smallest));
    for (let i = 0; i < width; i += 4) {
      const value = f32x4.mul(f32x4.sub(v128.load(start + 4 * i), mean), scale);
      v128.store(start + 4 * i, multiplyAdd(value, v128.load(gain + 4 * i), v128.load(bias + 4 * i)));
    }
  }
}

/** x = x + y */
export function add(x: usize, y: usize, count: i32): void {
  for (let i = 0; i < count; i += 4)
    v128.store(x + 4 * i, f32x4.add(v128.load(x + 4 * i), v128.load(y + 4 * i)));
}

/**
 * x·Φ(x) for each number, in the form with tanh (Hendrycks and Gimpel 2016), which is x / (1 + e^(-2·√(2/π)·(x + 0.044715·x³))). It is
 * within .0005 of the exact one.
 */
export function gelu(x: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    const value = v128.load(x + 4 * i);
    const square = f32x4.mul(value, value);
    const inner = multiplyAdd(square, f32x4.splat(0.07135481), f32x4.splat(1.59576912));
    const power = exp(f32x4.neg(f32x4.mul(value, inner)));
    v128.store(x + 4 * i, f32x4.div(value, f32x4.add(f32x4.splat(1), power)));
  }
}

/** The mean of all rows, brought to length 1. */
export function meanDirection(x: usize, rows: i32, width: i32, to: usize): void {
  let squares = f32x4.splat(0);
  for (let i = 0; i < width; i += 4) {
    let total = f32x4.splat(0);
    for (let row = 0; row < rows; row++) total = f32x4.add(total, v128.load(x + 4 * (row * width + i)));
    v128.store(to + 4 * i, total);
    squares = multiplyAdd(total, total, squares);
  }
  const length = sqrt<f32>(sum(squares));
  const scale = f32x4.splat(length > 0 ? 1 / length : 0);
  for (let i = 0; i < width; i += 4) v128.store(to + 4 * i, f32x4.mul(v128.load(to + 4 * i), scale));
}
