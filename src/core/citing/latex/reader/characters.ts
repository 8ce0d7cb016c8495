// The characters the LaTeX reader stops at, by code.
export const tab = 9;
export const newline = 10;
export const carriageReturn = 13;
export const space = 32;
export const hash = 35;
export const percent = 37;
export const openParenthesis = 40;
export const closeParenthesis = 41;
export const star = 42;
export const comma = 44;
export const lessThan = 60;
export const equals = 61;
export const greaterThan = 62;
export const at = 64;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Blank within a line. */
export function isBlank(code: number): boolean {
  return code === space || code === tab || code === carriageReturn;
}

/** Whether the line that begins after the line break at `position` is blank, which ends a paragraph. */
export function paragraphEndsAt(text: string, position: number): boolean {
  let next = position + 1;
  while (isBlank(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === newline;
}

/** Where the line ends that holds `position`: its line break, or the end of the text. */
export function lineEnd(text: string, position: number): number {
  if (text === last.text && position >= last.from && position <= last.end) return last.end;
  const found = text.indexOf('\n', position);
  last = { text, from: position, end: found < 0 ? text.length : found };
  return last.end;
}

/** The line that was asked for last: a line of many commands, which may be the whole text, is looked through once. */
let last = { text: '', from: 0, end: 0 };

/**
 * Past everything TeX passes over before an argument: blanks, one line break, comments. Stops where a paragraph ends.
 */
export function skipToArgument(text: string, position: number): number {
  let here = position;
  for (;;) {
    const code = text.charCodeAt(here);
    if (isBlank(code)) here++;
    else if (code === newline && !paragraphEndsAt(text, here)) here++;
    else if (code === percent) here = lineEnd(text, here);
    else return here;
  }
}
