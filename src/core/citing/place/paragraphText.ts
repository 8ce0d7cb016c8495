import type { TextRange } from '../../model/textRange';
import type { DocumentCitations } from '../citation';
import { paragraphAt } from './paragraph';

/** Of a longer paragraph the part around the place counts. */
const maxLength = 2_000;
/** With fewer words than that nobody can tell what a paragraph is about. */
const minWords = 4;

/** Fenced code, displayed maths and tables: what they say is not said in words. */
const notProse =
  /^\s*(?:```|~~~|\$\$|\||\\begin\{(?:equation|align|tabular|lstlisting|verbatim|tikzpicture))/m;

const markup = [
  // Arguments that are no words: `\label{fig:x}`, `\includegraphics[width=3cm]{x.png}`.
  /\\(?:label|ref|eqref|autoref|cref|Cref|includegraphics|input|include|url|href)\b\*?(?:\[[^\]]*\])?\{[^}]*\}/g,
  /\$[^$\n]{0,200}\$/g,
  /`[^`\n]{0,200}`/g,
  /\]\([^)\n]{0,300}\)/g,
  /\\[a-zA-Z]+\*?|[\\{}[\]*_~#>|^]+/g,
];

/**
 * What the paragraph around `offset` says, as words to search with: without citations, markup, maths and code. Empty where it is a heading's
 * underline, a table, a listing, or says too little to be about something.
 * @param placeholders where citations are missing: they say nothing
 */
export function paragraphText(
  text: string,
  offset: number,
  { citations }: DocumentCitations,
  placeholders: readonly TextRange[] = [],
): string {
  const [first, last] = paragraphAt(text, offset);
  const start = Math.max(first, offset - maxLength);
  const end = Math.min(last, offset + maxLength);
  let paragraph = text.slice(start, end);
  if (notProse.test(paragraph)) return '';
  const unsaid = [...citations.map((citation): TextRange => [citation.start, citation.end]), ...placeholders];
  for (const [unsaidStart, unsaidEnd] of unsaid) {
    if (unsaidEnd <= start || unsaidStart >= end) continue;
    const from = Math.max(unsaidStart, start) - start;
    const to = Math.min(unsaidEnd, end) - start;
    paragraph = paragraph.slice(0, from) + ' '.repeat(to - from) + paragraph.slice(to);
  }
  for (const pattern of markup) paragraph = paragraph.replace(pattern, ' ');
  const words = paragraph.replace(/\s+/g, ' ').trim();
  return saysEnough(words) ? words : '';
}

/** Chinese and Japanese have no blanks between words: letters are counted there. */
function saysEnough(words: string): boolean {
  const letters = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return letters >= 2 * minWords || (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= minWords;
}
