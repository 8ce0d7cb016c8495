/** What happened to a text: `[start, end)` was replaced by so many code units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * Where a place of a text stands after one edit, whose changes do not overlap and are told by offsets of the text before it. What is
 * inserted at the place itself comes before it, as before a cursor; a place that was replaced stands behind what replaced it.
 */
export function followEdit(offset: number, changes: readonly TextChange[]): number {
  let moved = 0;
  for (const { start, end, length } of changes) {
    if (end <= offset) moved += length - (end - start);
    else if (start < offset) moved += start + length - offset;
  }
  return offset + moved;
}
