import type { Citation, DocumentCitations } from '../citation';
import { citationLanguage } from '../citationLanguages';
import { type Sentence, saidBetween, sentenceIn, sentencesIn } from './sentence';

/**
 * What the sentence around `offset` says, as words to search with: without citations and markup. Between two sentences it is the one
 * before, for one cites what one has just written. Empty in an empty paragraph.
 */
export function sentenceAt(text: string, offset: number, parsed: DocumentCitations): string {
  return sentenceAround(text, offset, parsed)?.text ?? '';
}

/** The same sentence as the document has it, with its citations and markup, on one line. */
export function writtenSentenceAt(text: string, offset: number, parsed: DocumentCitations): string {
  const sentence = sentenceAround(text, offset, parsed);
  return sentence ? text.slice(sentence.start, sentence.afterStop).replace(/\s+/g, ' ').trim() : '';
}

/**
 * Where the sentence around `offset` is cited: at its end, before its full stop, or behind it where the document's citations stand there,
 * as notes at the foot of a page do.
 */
export function citingPlaceOfSentence(text: string, offset: number, parsed: DocumentCitations): number {
  const sentence = sentenceAround(text, offset, parsed);
  return sentence ? placeOf(sentence, text, parsed) : offset;
}

/** With fewer words a part of a sentence says nothing by itself: `and`, `as well as in`. */
const minClauseWords = 4;

/**
 * The part of a sentence that one of several citations in it is for: what stands between it and the citation before, or behind an author who
 * is named in the text. Empty where the sentence has no other citation, or the part says too little.
 */
export function clauseOf(text: string, citation: Citation, parsed: DocumentCitations): string {
  const tokens = citationLanguage(parsed.language).tokens(text, citation.start, parsed);
  const sentence = sentenceIn(tokens, citation.start);
  if (!sentence) return '';
  const { start, afterStop } = sentence;
  const before = parsed.citations.findLast(({ end }) => start < end && end <= citation.start);
  const behind = parsed.citations.find(other => citation.end <= other.start && other.start < afterStop);
  if (!before && !behind) return '';
  const isInText = citation.keys.some(({ form }) => form === 'inText');
  const clause = isInText
    ? saidBetween(tokens, citation.end, behind?.start ?? afterStop)
    : saidBetween(tokens, before?.end ?? start, citation.start);
  return clause.split(' ').length >= minClauseWords ? clause : '';
}

/** The sentences of the paragraph around `offset`, each with the place where it is cited. */
export function sentencesAround(
  text: string,
  offset: number,
  parsed: DocumentCitations,
): { readonly text: string; readonly place: number }[] {
  const tokens = citationLanguage(parsed.language).tokens(text, offset, parsed);
  return sentencesIn(tokens, offset).map(sentence => ({
    text: sentence.text,
    place: placeOf(sentence, text, parsed),
  }));
}

function placeOf(
  { afterStop, beforeStop }: Sentence,
  text: string,
  { citations }: DocumentCitations,
): number {
  return citesBehindStops(text, citations) ? afterStop : beforeStop;
}

function sentenceAround(text: string, offset: number, parsed: DocumentCitations): Sentence | undefined {
  return sentenceIn(citationLanguage(parsed.language).tokens(text, offset, parsed), offset);
}

/** Whether more of a document's citations stand right behind a full stop than before one. */
function citesBehindStops(text: string, citations: readonly Citation[]): boolean {
  let behind = 0;
  let before = 0;
  for (const { start, end } of citations) {
    if (/[.!?]/.test(text[end] ?? '')) before++;
    else if (/[\p{L}\p{N})][.!?]['”’)]*$/u.test(text.slice(Math.max(0, start - 6), start))) behind++;
  }
  return behind > before;
}
