import { tableOf } from '../../util/collections/tableOf';

const closing: Readonly<Record<string, string>> = tableOf({ ')': '(', ']': '[', '}': '{', '>': '<' });
const stops = /[\s"“”„«»`|\p{Cc}\u200b\ufeff]/u;
/** Brackets and quotation marks as character references, in copied HTML. */
const references: Readonly<Record<string, string>> = tableOf({ lt: '<', gt: '>', quot: '"' });

/** The beginning of a SICI (ANSI/NISO Z39.56): its item segment, in angle brackets, comes next. */
const siciSoFar = /\d{4}-\d{3}[\dx]\([^()\s]{0,40}\)[^<\s]{0,40}$/i;

/** Another identifier begins after a comma or semicolon: a list without blanks. */
const nextOfList = /^[,;](?:10\.\d{4}|doi:|arxiv:|pmid:|isbn|https?:)/i;

/**
 * Where an identifier or address that begins at `start` ends: at a blank, a quotation mark, a bracket that was opened before it, markup,
 * the next of a list, and before the punctuation of the sentence.
 */
export function tokenEnd(text: string, start: number, maxLength = 2000): number {
  const open: string[] = [];
  let end = start;
  const limit = Math.min(text.length, start + maxLength);
  for (; end < limit; end++) {
    const reference = text[end] === '&' ? /^&(lt|gt|quot);/i.exec(text.slice(end, end + 6))?.[1] : undefined;
    const c = reference ? references[reference.toLowerCase()]! : text[end]!;
    if (stops.test(c)) break;
    if ((c === ',' || c === ';') && nextOfList.test(text.slice(end, end + 9))) break;
    if (c === '\\' && !/^\\[_%&#~{}]/.test(text.slice(end, end + 2))) break;
    if (c === '<' && !siciSoFar.test(text.slice(Math.max(start, end - 100), end))) break;
    if (c === '(' || c === '[' || c === '{' || c === '<') open.push(c);
    const opener = closing[c];
    if (opener && open.pop() !== opener) break;
    if (reference) end += reference.length + 1;
  }
  while (end > start && /[.,;:!?'’*~…–—†‡§¶]/.test(text[end - 1]!)) end--;
  // What was opened and never closed belongs to the text around it: `10.1000/182 (`, `10.1000/182[`.
  while (end > start && /[([{<]/.test(text[end - 1]!)) end--;
  return end;
}
