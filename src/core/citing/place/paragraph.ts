import type { TextRange } from '../../model/textRange';

/** No paragraph is longer; of a longer one the part around the place is looked at. */
const maxParagraph = 20_000;
const maxWord = 200;

/** The lines around `offset` up to the blank lines before and behind them; empty on a blank line. */
export function paragraphAt(text: string, offset: number): TextRange {
  let start = lineStart(text, offset);
  if (isBlankLine(text, start)) return [offset, offset];
  while (start > 0 && offset - start < maxParagraph) {
    const above = lineStart(text, start - 1);
    if (isBlankLine(text, above)) break;
    start = above;
  }
  let end = lineEnd(text, offset);
  while (end < text.length && end - offset < maxParagraph && !isBlankLine(text, end + 1))
    end = lineEnd(text, end + 1);
  return [clippedStart(text, start, offset), Math.min(end, offset + maxParagraph)];
}

/** Of a line that goes on and on the part that begins with a word. */
function clippedStart(text: string, start: number, offset: number): number {
  if (offset - start <= maxParagraph) return start;
  const from = offset - maxParagraph;
  const blank = /\s/.exec(text.slice(from, from + maxWord));
  return blank ? from + blank.index : from;
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function isBlankLine(text: string, start: number): boolean {
  return text.slice(start, lineEnd(text, start)).trim() === '';
}
