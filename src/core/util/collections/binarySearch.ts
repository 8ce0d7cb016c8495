/** The place of the first of ascending numbers that is at least `least`; the length where none is. As `firstWhere`, for what is read at every letter. */
export function lowerBound(ascending: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of so many places from which on something holds; their number where it holds nowhere. */
export function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of the last of ascending whole numbers that is at most `most`; the first place where none is. */
export function lastAtMost(ascending: ArrayLike<number>, most: number): number {
  return Math.max(0, lowerBound(ascending, most + 1) - 1);
}
