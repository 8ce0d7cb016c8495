import type { Citation } from './citation';

/** Markup that is no part of what a sentence says: LaTeX commands, and the signs of Markdown, LaTeX and Typst. */
const markup = /\\[a-zA-Z]+\*?|[\\{}[\]*_`~$#>|^]+/g;

/**
 * What the sentence around `offset` says, as words to search with: without citations and markup. Between two sentences it is the one
 * before, for one cites what one has just written. Empty in an empty paragraph.
 */
export function sentenceAt(text: string, offset: number, citations: readonly Citation[] = []): string {
  const { start, end } = paragraphAt(text, offset);
  // Blanked out first, so that a dot in a citation (`[@a, p. 3]`) ends no sentence. Offsets stay.
  let paragraph = text.slice(start, end);
  for (const citation of citations) {
    if (citation.end <= start || citation.start >= end) continue;
    const from = Math.max(citation.start, start) - start;
    const to = Math.min(citation.end, end) - start;
    paragraph = paragraph.slice(0, from) + ' '.repeat(to - from) + paragraph.slice(to);
  }
  // A line break within a paragraph is a space, which the segmenter would take for the end of a sentence.
  paragraph = paragraph.replace(/[\r\n]/g, ' ');
  const at = offset - start;
  let sentence = '';
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)) {
    const words = segment.replace(markup, ' ').replace(/\s+/g, ' ').trim();
    if (words && (index < at || !sentence)) sentence = words;
    if (index + segment.length >= at && sentence) break;
  }
  return sentence;
}

function paragraphAt(text: string, offset: number): { start: number; end: number } {
  let start = 0;
  const blank = /\n[^\S\n]*\n/g;
  for (let match = blank.exec(text); match; match = blank.exec(text)) {
    if (match.index >= offset) return { start, end: match.index };
    // Two blank lines in a row share a line break.
    blank.lastIndex = match.index + match[0].length - 1;
    if (blank.lastIndex + 1 <= offset) start = blank.lastIndex + 1;
    else return { start: offset, end: offset };
  }
  return { start, end: text.length };
}
