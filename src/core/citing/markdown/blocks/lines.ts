/** A stretch of one line of the document, without its line end and without what belongs to the containers around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** It goes on with the one before, without a line end between them. */
  readonly goesOn?: boolean;
}

/** Tabs go to the next of these stops, as Pandoc's do. */
const tabStop = 4;

/** The lines of a stretch of text. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to; ) {
    const line = lineAt(text, start, to);
    lines.push(line);
    start = line.end + 1;
  }
  return lines;
}

/** The line that begins at an offset. */
export function lineAt(text: string, start: number, limit = text.length): Line {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 || newline > limit ? limit : newline };
}

export function isBlank(text: string, line: Line): boolean {
  return contentStart(text, line) === line.end;
}

/** Columns of white space a line begins with. */
export function indentOf(text: string, { start, end }: Line): number {
  let columns = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32) columns++;
    else if (code === 9) columns += tabStop - (columns % tabStop);
    else break;
  }
  return columns;
}

/** The line without up to so many columns of white space. */
export function outdented(text: string, line: Line, columns: number): Line {
  let { start } = line;
  let left = columns;
  while (start < line.end && left > 0) {
    const code = text.charCodeAt(start);
    if (code === 32) left--;
    else if (code === 9) left -= tabStop;
    else break;
    start++;
  }
  return { start, end: line.end };
}

/** Where the text of the line begins. */
export function contentStart(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
