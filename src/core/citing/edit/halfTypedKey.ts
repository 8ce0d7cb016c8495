import type { TextRange } from '../../model/textRange';
import type { DocumentCitations } from '../citation';
import { citationLanguage } from '../citationLanguages';

/**
 * The key that is being typed at `offset`, to be replaced by the one that was chosen: one that the document's bibliographies do not have,
 * or that is none yet (`#cite(<smi`). `undefined` where the key there is meant, or where there is none.
 */
export function halfTypedKey(
  text: string,
  offset: number,
  parsed: DocumentCitations,
  isKnown: (key: string) => boolean,
): TextRange | undefined {
  const place = citationLanguage(parsed.language).completionAt(text, offset, parsed);
  if (!place || place.start === place.end) return undefined;
  const cited = parsed.citations
    .flatMap(({ keys }) => keys)
    .find(({ start, end }) => start === place.start && end <= place.end);
  if (!cited) return [place.start, place.end];
  if (cited.crossReference || parsed.labels?.has(cited.key) || isKnown(cited.key)) return undefined;
  // What ends a sentence or an element ends the key: `@roe.`, `@roe</b>`.
  const isEnded = /[<>~*]|[.!?]$/.test(text.slice(cited.end, place.end));
  return isEnded ? undefined : [place.start, place.end];
}
