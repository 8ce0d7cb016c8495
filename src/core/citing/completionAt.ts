import type { DocumentCitations } from './citation';
import type { CompletionPlace } from './citationLanguage';
import { citationLanguage } from './citationLanguages';

export type { CompletionPlace } from './citationLanguage';

/** The key being typed at `offset`; `undefined` where the document cites nothing, whatever stands there: code, math, addresses, … */
export function completionAt(
  text: string,
  offset: number,
  parsed: DocumentCitations,
): CompletionPlace | undefined {
  const place = citationLanguage(parsed.language).completionAt(text, offset, parsed);
  // Between `@` and `{a}` the key begins behind the cursor: editors want the range of a completion to hold it.
  return place && { ...place, start: Math.min(place.start, offset), end: Math.max(place.end, offset) };
}
