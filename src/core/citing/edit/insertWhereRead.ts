import { applyEdits } from '../../model/textEdit';
import type { DocumentCitations } from '../citation';
import { citationLanguage } from '../citationLanguages';
import { wildcardKey } from '../citedKeys';
import { laterPlaces } from '../place/insertionPlace';
import { caret } from './caret';
import type { Insertion } from './joinInsertions';

/** So many places behind the cursor are tried; each takes a reading of the document. */
const maxPlaces = 4;

/**
 * The insertion at the cursor's own place, where the document then cites the keys and all it cited before. Else the one at the next
 * place in the paragraph of which that is true. In comments and code it is true of none: the writer chose the place.
 */
export function insertWhereRead(
  text: string,
  offset: number,
  keys: readonly string[],
  parsed: DocumentCitations,
  insertAt: (place: number) => Insertion,
): Insertion {
  const language = citationLanguage(parsed.language);
  const first = insertAt(offset);
  if (first.edits.length === 0) return first;
  const { finished: before, unfinished } = keyCounts(language.readLike(text, parsed));
  const isRead = ({ edits }: Insertion) => {
    const after = keyCounts(language.readLike(applyEdits(text, edits).replaceAll(caret, ''), parsed));
    const isCited = (key: string) => after.finished.has(key) || after.unfinished.has(key);
    const isExpected = (key: string) => keys.includes(key) || unfinished.has(key);
    return (
      [...before.keys(), ...keys].every(isCited) &&
      [...after.finished].every(([key, count]) => count === before.get(key) || isExpected(key))
    );
  };
  if (isRead(first)) return first;
  const isCited = (place: number) => parsed.citations.some(({ start, end }) => start < place && place <= end);
  const places = laterPlaces(text, language.tokens(text, offset, parsed), offset).filter(
    place => !isCited(place),
  );
  for (const place of places.slice(0, maxPlaces)) {
    const insertion = insertAt(place);
    if (isRead(insertion)) return insertion;
  }
  return first;
}

/** How often keys are cited; of a citation whose brace or bracket is missing it is not certain which words are its keys. */
interface KeyCounts {
  readonly finished: ReadonlyMap<string, number>;
  readonly unfinished: ReadonlySet<string>;
}

function keyCounts({ citations }: DocumentCitations): KeyCounts {
  const finished = new Map<string, number>();
  const unfinished = new Set<string>();
  for (const citation of citations)
    for (const { key } of citation.keys)
      if (citation.unfinished) unfinished.add(key);
      else if (key !== wildcardKey) finished.set(key, (finished.get(key) ?? 0) + 1);
  return { finished, unfinished };
}
