import type { TextRange } from '../../model/textRange';
import { newlineOf } from '../../util/lines/newline';

/** A citation that is a paragraph of its own, to be put before the line that begins at `at`. */
export interface ParagraphPlace {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

const quoteMarks = /^(?:[ \t]*>)*/;
/** What a line that may belong to a list, a quotation or a note begins with. */
const container =
  /^(?:[ \t]*>[ \t]?)*[ \t]*(?:(?:[-+*:~]|#\.|\(?\w{1,9}[.)]|\(?@[\w-]*\)|\[\^[^\]\n]*\]:)[ \t]+)?/;

/**
 * The ways to put a paragraph of its own before the line that begins at `at`: as far indented as the text below, as that above, or not at
 * all. Blank lines set it off where none are. `hasQuotes` where `>` marks quoted lines.
 */
export function paragraphPlaces(text: string, at: number, hasQuotes: boolean): ParagraphPlace[] {
  const newline = newlineOf(text);
  const above = at > 0 ? lineAround(text, at - 1) : undefined;
  const here = lineAround(text, at);
  const aboveText = above && text.slice(...above);
  const hereText = text.slice(...here);
  const leads = [lineWithText(text, here, 1), lineWithText(text, above, -1)].flatMap((line, index) => {
    const lead = container.exec(line)![0];
    const columns = lead.replace(/[^\s>]/g, ' ');
    return index === 0
      ? [/[^\s>]/.test(lead) ? lead.replace(/[^\s>].*$/, '') : lead]
      : lead === columns
        ? [columns]
        : [columns, columns.padEnd(4)];
  });
  const own = isBlank(hereText) ? quoteMarks.exec(hereText)![0] && `${quoteMarks.exec(hereText)![0]} ` : [];
  const all = [...new Set([own, ...leads, ''].flat())];
  return all
    .filter(lead => hasQuotes || !lead.includes('>'))
    .map(lead => {
      const blank = quoteMarks.exec(lead)![0].trimEnd() + newline;
      const isOpen = at > 0 && !/[\r\n]/.test(text[at - 1]!);
      return {
        at,
        before: (isOpen ? newline : '') + (aboveText === undefined || isBlank(aboveText) ? '' : blank) + lead,
        after:
          at === text.length && isOpen
            ? ''
            : newline + (at === text.length || isBlank(hereText) ? '' : blank),
      };
    });
}

/** Where lines begin that are blank, from the one that `offset` is in on. */
export function* blankLinesFrom(text: string, offset: number, end: number): Generator<number> {
  for (let line = lineAround(text, offset); line[0] < end; line = lineAround(text, line[1] + 1)) {
    if (isBlank(text.slice(...line))) yield line[0];
    if (line[1] >= text.length) return;
  }
}

/** The nearest line with text in it, from a line on, down or up. */
function lineWithText(text: string, from: TextRange | undefined, step: 1 | -1): string {
  let line = from;
  for (let count = 0; line && count < 50; count++) {
    const written = text.slice(...line);
    if (!isBlank(written)) return written;
    const next = step > 0 ? line[1] + 1 : line[0] - 1;
    line = next < 0 || next > text.length ? undefined : lineAround(text, next);
  }
  return '';
}

function lineAround(text: string, at: number): TextRange {
  const start = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return [start, end < 0 ? text.length : end];
}

/** Marks of quotations do not fill a line. */
function isBlank(line: string): boolean {
  return /^[\s>]*$/.test(line);
}
