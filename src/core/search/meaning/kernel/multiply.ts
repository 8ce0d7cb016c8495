import { multiplyAdd } from './numbers';
import { blockBytes } from './packing';

/**
 * Multiplies the four rows of a block with each of the eight of two others, `count` numbers each: as many sums as stay in registers.
 * Row r gets eight numbers at `to` plus r times `step`: each sum times the scales of both, plus `bias`.
 */
export function multiply(
  rows: usize,
  rowScales: usize,
  first: usize,
  second: usize,
  scales: usize,
  bias: usize,
  count: i32,
  to: usize,
  step: i32,
): void {
  let a0 = i32x4.splat(0);
  let a1 = i32x4.splat(0);
  let b0 = i32x4.splat(0);
  let b1 = i32x4.splat(0);
  let c0 = i32x4.splat(0);
  let c1 = i32x4.splat(0);
  let d0 = i32x4.splat(0);
  let d1 = i32x4.splat(0);
  let row = rows;
  let left = first;
  let right = second;
  const end = rows + blockBytes * count;
  while (row < end) {
    const l = v128.load(left);
    const r = v128.load(right);
    const a = v128.load_splat<i32>(row);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(a, l));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(a, r));
    const b = v128.load_splat<i32>(row, 4);
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(b, l));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(b, r));
    const c = v128.load_splat<i32>(row, 8);
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(c, l));
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(c, r));
    const d = v128.load_splat<i32>(row, 12);
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(d, l));
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(d, r));
    row += 16;
    left += 16;
    right += 16;
  }
  finish(a0, a1, rowScales, scales, bias, to);
  finish(b0, b1, rowScales + 4, scales, bias, to + step);
  finish(c0, c1, rowScales + 8, scales, bias, to + 2 * step);
  finish(d0, d1, rowScales + 12, scales, bias, to + 3 * step);
}

function finish(left: v128, right: v128, rowScale: usize, scales: usize, bias: usize, to: usize): void {
  const scale = v128.load_splat<f32>(rowScale);
  const l = f32x4.mul(f32x4.convert_i32x4_s(left), scale);
  const r = f32x4.mul(f32x4.convert_i32x4_s(right), scale);
  v128.store(to, multiplyAdd(l, v128.load(scales), v128.load(bias)));
  v128.store(to, multiplyAdd(r, v128.load(scales, 16), v128.load(bias, 16)), 16);
}
