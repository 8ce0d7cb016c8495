import type { TextRange } from '../../model/textRange';

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}|[\u200b\u200c\u200d]|\ufe0f/u;

/** Columns that a character takes where letters are all as wide as one another. */
function widthOf(character: string): number {
  if (character < '\u0300') return 1;
  return combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
}

/** Columns that a text takes. */
export function columnsIn(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** The offset in a line at which a column begins, the line's end where it has fewer. */
export function offsetOfColumn(text: string, line: TextRange, column: number): number {
  return offsetsOfColumns(text, line, [column])[0]!;
}

/** The same of ascending columns, in one pass over the line. */
export function offsetsOfColumns(
  text: string,
  [start, end]: TextRange,
  columns: readonly number[],
): readonly number[] {
  let at = start;
  let passed = 0;
  const character = () => String.fromCodePoint(text.codePointAt(at)!);
  return columns.map(column => {
    while (at < end && passed < column) {
      passed += widthOf(character());
      at += character().length;
    }
    // What is set on a letter goes with it.
    while (at < end && combining.test(character())) at += character().length;
    // After a wide character that reaches over a border, Pandoc counts from where it ends.
    passed = Math.min(passed, column);
    return Math.min(at, end);
  });
}
