/** A stretch of text, `[start, end)` in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];
