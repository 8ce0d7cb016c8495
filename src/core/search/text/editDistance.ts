const width = 66;
const rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];

/**
 * Typing errors between two words (letters left out, added, mistaken, or two swapped), or `limit + 1` when there are more than
 * `limit`. With `prefix` the second word may go on after the first is typed.
 */
export function editDistance(typed: string, word: string, limit: number, prefix = false): number {
  const n = typed.length;
  const m = Math.min(word.length, prefix ? n + limit : word.length, width - 1);
  if (n >= width || n - m > limit || (!prefix && m - n > limit)) return limit + 1;
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    const a = typed.charCodeAt(i - 1);
    const previousA = i > 1 ? typed.charCodeAt(i - 2) : -1;
    for (let j = 1; j <= m; j++) {
      const b = word.charCodeAt(j - 1);
      let cost = last[j - 1]! + (a === b ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (j > 1 && a === word.charCodeAt(j - 2) && previousA === b && before[j - 2]! + 1 < cost)
        cost = before[j - 2]! + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  if (!prefix) return Math.min(last[m]!, limit + 1);
  let best = limit + 1;
  for (let j = Math.max(0, n - limit); j <= m; j++) best = Math.min(best, last[j]!);
  return best;
}
