import { largest, nearestWhole } from './numbers';

// Rows are multiplied as whole numbers of 16 bits, each row with a scale of its own. Four rows are packed into one block: their first two
// numbers, row by row, then their next two, and so on; one instruction then multiplies two numbers of each of four rows, and adds them.

/** Bytes of a block for each number of one row. */
export const blockBytes = 8;

/**
 * Packs four rows of `count` numbers, a multiple of 4 and `step` bytes apart, made whole up to plus or minus `most`. What each is to be
 * multiplied by goes to `scales`.
 */
export function packRows(from: usize, step: i32, count: i32, most: f32, to: usize, scales: usize): void {
  const from1 = from + step;
  const from2 = from1 + step;
  const from3 = from2 + step;
  const inverse = f32x4.splat(wholeScale(from, count, most, scales));
  const inverse1 = f32x4.splat(wholeScale(from1, count, most, scales + 4));
  const inverse2 = f32x4.splat(wholeScale(from2, count, most, scales + 8));
  const inverse3 = f32x4.splat(wholeScale(from3, count, most, scales + 12));
  for (let i = 0; i < count; i += 4) {
    const at = 4 * i;
    packFour(
      nearestWhole(f32x4.mul(v128.load(from + at), inverse)),
      nearestWhole(f32x4.mul(v128.load(from1 + at), inverse1)),
      nearestWhole(f32x4.mul(v128.load(from2 + at), inverse2)),
      nearestWhole(f32x4.mul(v128.load(from3 + at), inverse3)),
      to + blockBytes * i,
    );
  }
}

/** Packs four whole numbers of each of four rows. */
export function packFour(a: v128, b: v128, c: v128, d: v128, to: usize): void {
  const ab = i16x8.narrow_i32x4_s(a, b);
  const cd = i16x8.narrow_i32x4_s(c, d);
  v128.store(to, v128.shuffle<i32>(ab, cd, 0, 2, 4, 6));
  v128.store(to, v128.shuffle<i32>(ab, cd, 1, 3, 5, 7), 16);
}

/** Writes the scale of a row and gives its inverse. */
function wholeScale(row: usize, count: i32, most: f32, to: usize): f32 {
  let size = f32x4.splat(0);
  for (let i = 0; i < count; i += 4) size = f32x4.max(size, f32x4.abs(v128.load(row + 4 * i)));
  const scale = largest(size) / most;
  store<f32>(to, scale);
  return scale > 0 ? 1 / scale : 0;
}

/** Packs four rows of `count` whole numbers of 8 bits, a multiple of 8. */
export function packWholeRows(from: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i += 8) {
    const a = v128.load_ext<i8>(from + i);
    const b = v128.load_ext<i8>(from + count + i);
    const c = v128.load_ext<i8>(from + 2 * count + i);
    const d = v128.load_ext<i8>(from + 3 * count + i);
    const abStart = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const abEnd = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cdStart = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const cdEnd = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    const at = to + blockBytes * i;
    v128.store(at, v128.shuffle<i64>(abStart, cdStart, 0, 2));
    v128.store(at, v128.shuffle<i64>(abStart, cdStart, 1, 3), 16);
    v128.store(at, v128.shuffle<i64>(abEnd, cdEnd, 0, 2), 32);
    v128.store(at, v128.shuffle<i64>(abEnd, cdEnd, 1, 3), 48);
  }
}

/** Packs four columns of `count` numbers, an even count, in rows that are `step` bytes apart. */
export function packColumns(from: usize, step: i32, count: i32, most: f32, to: usize, scales: usize): void {
  let size = f32x4.splat(0);
  for (let i = 0; i < count; i++) size = f32x4.max(size, f32x4.abs(v128.load(from + i * step)));
  const scale = f32x4.div(size, f32x4.splat(most));
  v128.store(scales, scale);
  // A column of zeros stays one, whatever it is multiplied by.
  const inverse = f32x4.div(f32x4.splat(1), f32x4.max(scale, f32x4.splat(1e-30)));
  for (let i = 0; i < count; i += 2) {
    const row = from + i * step;
    const two = i16x8.narrow_i32x4_s(
      nearestWhole(f32x4.mul(v128.load(row), inverse)),
      nearestWhole(f32x4.mul(v128.load(row + step), inverse)),
    );
    v128.store(to + blockBytes * i, v128.shuffle<i16>(two, two, 0, 4, 1, 5, 2, 6, 3, 7));
  }
}
