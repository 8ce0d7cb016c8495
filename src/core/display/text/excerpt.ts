import type { TextRange } from '../../model/textRange';

/** Words before the first that matched, as far as there is room: enough to see what it is said of. */
const lead = 24;

/**
 * So much of a sentence as there is room for, around the words that matched: where most of them stand, from the begin of a word to the end of
 * one, with `…` where something is left out.
 *
 * @param limit characters at most
 */
export function excerpt(text: string, matches: readonly TextRange[], limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - 2;
  const start = beginOfWord(text, bestStart(text, matches, room));
  const end = start + room >= text.length ? text.length : endOfWord(text, start, start + room);
  const part = text.slice(start, end).trim();
  const before = start > 0 ? '…' : '';
  return end < text.length ? `${before}${part.replace(/[,;:–—-]+$/, '').trimEnd()}…` : before + part;
}

/** Where a stretch begins that has most letters of different words that matched; earlier ones where equal. */
function bestStart(text: string, matches: readonly TextRange[], room: number): number {
  const latest = Math.max(0, text.length - room);
  let best = { start: 0, score: -1 };
  for (const [from] of matches) {
    const start = Math.min(Math.max(0, from - Math.min(lead, Math.floor(room / 2))), latest);
    const words = new Map<string, number>();
    for (const [a, b] of matches)
      if (a >= start && b <= start + room) words.set(text.slice(a, b).toLowerCase(), b - a);
    const score = [...words.values()].reduce((sum, length) => sum + length, 0);
    if (score > best.score) best = { start, score };
  }
  return best.start;
}

function beginOfWord(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at - 1);
  return space < 0 || space > at + lead ? at : space + 1;
}

function endOfWord(text: string, start: number, at: number): number {
  const space = text.lastIndexOf(' ', at);
  const end = space > start ? space : at;
  // Never between the halves of a character.
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end;
}
