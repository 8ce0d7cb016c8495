/** Blanks run together; a blank line ends a paragraph. */
export function withSingleBlanks(text: string): string {
  return blanksToChange.test(text) ? text.replace(/\s+/g, blankFor).trim() : text.trim();
}

const blanksToChange = /[\n\r\t\u00a0]| {2}/;

/** What a run of blanks amounts to. */
export function blankFor(blank: string): string {
  return blank.length > 1 && /\n[^\n]*\n|\r[^\n\r]*\r/.test(blank) ? '\n\n' : ' ';
}
