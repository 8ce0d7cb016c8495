import type { TextRange } from '../../model/textRange';
import { plainInPlace } from '../text/plainText';

/** About so many letters are shown before a place and behind it. */
const before = 20;
const behind = 60;

/** The words of a line around a place, none of them cut, for a row of a list; `highlight` is where the place stands in it. */
export function placeLabel(line: string, [start, end]: TextRange): { label: string; highlight: TextRange } {
  const text = plainInPlace(line);
  let from = Math.max(0, start - before);
  if (from > 0) {
    const blank = text.slice(from, start).search(/\s/);
    from = blank < 0 ? start : from + blank;
  }
  let to = Math.min(text.length, end + behind);
  if (to < text.length) {
    const blank = text.slice(end, to).search(/\s\S*$/);
    to = blank < 0 ? end : end + blank;
  }
  while (from < start && /\s/.test(text[from]!)) from++;
  while (to > end && /\s/.test(text[to - 1]!)) to--;
  const lead = text.slice(0, from).trim() ? '… ' : '';
  const rest = text.slice(to).trim() ? ' …' : '';
  const shift = lead.length - from;
  return { label: lead + text.slice(from, to) + rest, highlight: [start + shift, end + shift] };
}
