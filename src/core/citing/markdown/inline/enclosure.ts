import { tableOf } from '../../../util/collections/tableOf';
import type { KeyToken } from './citationKey';

/** Marks that enclose text; emphasis does so even where it is not closed, for then it takes all that follows. */
const marks = /\*+|_+|~+|\^|["'“”‘’]/g;
const alphanumeric = /[\p{L}\p{N}]/u;
const closingOf: Readonly<Record<string, string>> = tableOf({ '“': '”', '‘': '’' });
/** No part of a group is longer that anyone wrote; it keeps hostile ones from being read over and over. */
const maxLength = 300;

/** Whether a key of a part of a group stands inside emphasis, quotes, strikeout, sub- or superscript of that part. */
export function isEnclosed(text: string, { start, end }: KeyToken, from: number, to: number): boolean {
  // Nothing but the space behind a bracket or semicolon, mostly.
  if (start === from || (start === from + 1 && text[from] === ' ')) return false;
  if (start - from > maxLength) return false;
  const before = text.slice(from, start);
  const open: string[] = [];
  for (const { 0: mark, index } of before.matchAll(marks)) {
    if (before[index - 1] === '\\') continue;
    const previous = text[from + index - 1] ?? ' ';
    const next = text[from + index + mark.length] ?? ' ';
    const closes = open.findLastIndex(opened => (closingOf[opened] ?? opened) === mark);
    if (closes >= 0 && mayClose(mark, next)) open.length = closes;
    else if (mayOpen(mark, previous, next)) open.push(mark);
  }
  return open.some(
    mark => /[*_]/.test(mark) || closesIn(text.slice(end, Math.min(to, end + maxLength)), mark),
  );
}

function mayOpen(mark: string, previous: string, next: string): boolean {
  if (/\s/.test(next) || /[”’]/.test(mark)) return false;
  return /[*~^]/.test(mark) || !alphanumeric.test(previous);
}

function mayClose(mark: string, next: string): boolean {
  return /[*~^]/.test(mark) || !alphanumeric.test(next);
}

function closesIn(after: string, mark: string): boolean {
  const closing = closingOf[mark] ?? mark;
  for (let at = after.indexOf(closing); at >= 0; at = after.indexOf(closing, at + 1))
    if (mayClose(mark, after[at + closing.length] ?? ' '))
      return !/[~^]/.test(mark) || mark === '~~' || !/\s/.test(after.slice(0, at));
  return false;
}
