import { multiply } from './multiply';
import { largest, nearestWhole, roughPowerOfTwo, sum } from './numbers';
import { blockBytes, packColumns, packFour, packRows } from './packing';

/** Numbers of a head: its share of the width. */
const headSize = 32;
/** Softmax gives nothing to what scores so little. */
const least: f32 = -1e30;
/** Queries, keys and values are made whole up to this, shares up to the next: sums over 256 places stay below 2³¹. */
const mostOfProjection: f32 = 4000;
const mostOfShare: f32 = 2047;

/**
 * Each head mixes the values of all rows by how well their keys answer the query of each row. A row of `projected` has the queries of
 * all heads, then their keys, then their values. `projected` has a multiple of eight rows, `context` room for a multiple of four, whatever
 * is in those beyond `rows`. `none` is eight zeros. Scratch memory: 40 numbers for each of the rows rounded up to eight, and 128 more.
 */
export function attend(
  projected: usize,
  rows: i32,
  heads: i32,
  context: usize,
  none: usize,
  scratch: usize,
): void {
  const width = heads * headSize;
  const step = 12 * width;
  const places = (rows + 7) & ~7;
  const keys = scratch;
  const values = keys + 2 * headSize * places;
  const shares = values + 2 * headSize * places;
  const scores = shares + blockBytes * places;
  const keyScales = scores + 16 * places;
  const valueScales = keyScales + 4 * places;
  const query = valueScales + 4 * headSize;
  const queryScales = query + blockBytes * headSize;
  for (let head = 0; head < heads; head++) {
    const queriesOfHead = projected + 4 * head * headSize;
    for (let place = 0; place < places; place += 4)
      packRows(
        queriesOfHead + 4 * width + place * step,
        step,
        headSize,
        mostOfProjection,
        keys + 2 * headSize * place,
        keyScales + 4 * place,
      );
    for (let i = 0; i < headSize; i += 4)
      packColumns(
        queriesOfHead + 8 * width + 4 * i,
        step,
        places,
        mostOfProjection,
        values + 2 * i * places,
        valueScales + 4 * i,
      );
    for (let row = 0; row < rows; row += 4) {
      packRows(queriesOfHead + row * step, step, headSize, mostOfProjection, query, queryScales);
      for (let place = 0; place < places; place += 8) {
        const block = keys + 2 * headSize * place;
        multiply(
          query,
          queryScales,
          block,
          block + blockBytes * headSize,
          keyScales + 4 * place,
          none,
          headSize,
          scores + 4 * place,
          4 * places,
        );
      }
      softmax(scores, rows, places, shares, queryScales);
      for (let i = 0; i < headSize; i += 8) {
        const block = values + 2 * i * places;
        multiply(
          shares,
          queryScales,
          block,
          block + blockBytes * places,
          valueScales + 4 * i,
          none,
          places,
          context + 4 * (row * width + head * headSize + i),
          4 * width,
        );
      }
    }
  }
}

/**
 * Packs the shares of four rows: the exponentials of inner products over the root of their length, to be multiplied by `scales` so that
 * they are 1 together. The greatest of each row is made 1 first, so that it is `mostOfShare` as a whole number.
 */
function softmax(scores: usize, rows: i32, places: i32, shares: usize, scales: usize): void {
  const step = 4 * places;
  const scores1 = scores + step;
  const scores2 = scores1 + step;
  const scores3 = scores2 + step;
  const greatest = greatestScore(scores, rows, places);
  const greatest1 = greatestScore(scores1, rows, places);
  const greatest2 = greatestScore(scores2, rows, places);
  const greatest3 = greatestScore(scores3, rows, places);
  let total = f32x4.splat(0);
  let total1 = f32x4.splat(0);
  let total2 = f32x4.splat(0);
  let total3 = f32x4.splat(0);
  for (let place = 0; place < places; place += 4) {
    const a = share(scores + 4 * place, greatest);
    const b = share(scores1 + 4 * place, greatest1);
    const c = share(scores2 + 4 * place, greatest2);
    const d = share(scores3 + 4 * place, greatest3);
    total = f32x4.add(total, a);
    total1 = f32x4.add(total1, b);
    total2 = f32x4.add(total2, c);
    total3 = f32x4.add(total3, d);
    packFour(nearestWhole(a), nearestWhole(b), nearestWhole(c), nearestWhole(d), shares + blockBytes * place);
  }
  store<f32>(scales, 1 / sum(total));
  store<f32>(scales, 1 / sum(total1), 4);
  store<f32>(scales, 1 / sum(total2), 8);
  store<f32>(scales, 1 / sum(total3), 12);
}

/** Shares as they are to be made whole: `mostOfShare` for the greatest score. */
function share(scores: usize, greatest: v128): v128 {
  const scale = f32x4.splat(<f32>Math.LOG2E / sqrt<f32>(<f32>headSize));
  const power = roughPowerOfTwo(f32x4.mul(f32x4.sub(v128.load(scores), greatest), scale));
  return f32x4.mul(power, f32x4.splat(mostOfShare));
}

/** The greatest score of a row, everywhere. Places beyond the rows get one that softmax gives nothing to. */
function greatestScore(scores: usize, rows: i32, places: i32): v128 {
  for (let place = rows; place < places; place++) store<f32>(scores + 4 * place, least);
  let most = f32x4.splat(least);
  for (let place = 0; place < places; place += 4) most = f32x4.max(most, v128.load(scores + 4 * place));
  return f32x4.splat(largest(most));
}
