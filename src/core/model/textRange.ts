import { lastAtMost } from '../util/collections/binarySearch';

/** A stretch of text, `[start, end)` in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

/** Tells of stretches whether they lie within one of the ranges, which are in any order, and some perhaps in others. */
export function within(ranges: readonly TextRange[]): (stretch: { start: number; end: number }) => boolean {
  const outermost: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (range[1] > (outermost.at(-1)?.[1] ?? -1)) outermost.push(range);
  const starts = outermost.map(([start]) => start);
  // The ends ascend as well.
  return ({ start, end }) => {
    const last = outermost[lastAtMost(starts, start)];
    return last !== undefined && last[0] <= start && end <= last[1];
  };
}
