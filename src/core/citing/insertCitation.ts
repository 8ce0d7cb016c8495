import { applyEdits } from '../model/textEdit';
import { caret, withCursorAtCaret } from './caret';
import type { DocumentCitations, Form, Language } from './citation';
import { citationLanguage } from './citationLanguages';
import type { Insertion } from './joinInsertions';
import { laterPlaces } from './place/insertionPlace';
import { readCitations } from './readCitations';

export interface InsertionOptions {
  /** Default `normal`. A group that the keys join keeps its form. */
  readonly form?: Form;
  /** Printed before the first key and after the last. */
  readonly prefix?: string;
  /** One that ends with a space, `p. `, is to be finished in the document: the cursor goes behind it. */
  readonly locator?: string;
  /** What this very text was read as, if it was. */
  readonly parsed?: DocumentCitations;
}

/**
 * The edits that cite `keys` at `offset`. They join the citation the cursor is in or right behind, none twice; `@` and brackets typed
 * already are used. Elsewhere a new citation is written where the cursor is, also in code and comments: the writer chose the place.
 */
export function insertCitation(
  text: string,
  offset: number,
  keys: readonly string[],
  language: Language,
  { form = 'normal', prefix, locator, parsed = readCitations(text, language) }: InsertionOptions = {},
): Insertion {
  const different = [...new Set(keys)];
  if (different.length === 0) return { edits: [], cursor: offset };
  const isOpen = locator?.endsWith(' ');
  const items = different.map((key, index) => ({
    key,
    ...(prefix && index === 0 && { prefix }),
    ...(locator && index === different.length - 1 && { locator: isOpen ? locator + caret : locator }),
  }));
  const insertAt = (place: number) => citationLanguage(language).insert(text, place, items, form, parsed);
  const insertion = insertWhereRead(text, offset, different, parsed, insertAt);
  return isOpen ? withCursorAtCaret(insertion) : insertion;
}

/** So many places behind the cursor are tried; each takes a reading of the document. */
const maxPlaces = 4;

/**
 * The insertion at the cursor's own place, where the document then cites the keys and all it cited before. Else the one at the next
 * place in the paragraph of which that is true. In comments and code it is true of none: the writer chose the place.
 */
function insertWhereRead(
  text: string,
  offset: number,
  keys: readonly string[],
  parsed: DocumentCitations,
  insertAt: (place: number) => Insertion,
): Insertion {
  const language = citationLanguage(parsed.language);
  const first = insertAt(offset);
  if (first.edits.length === 0) return first;
  const before = keyCounts(language.readLike(text, parsed));
  const isRead = ({ edits }: Insertion) => {
    const after = keyCounts(language.readLike(applyEdits(text, edits).replaceAll(caret, ''), parsed));
    const added = [...after].filter(([key, count]) => count !== (before.get(key) ?? 0)).map(([key]) => key);
    return (
      [...before.keys()].every(key => after.has(key)) &&
      added.every(key => keys.includes(key)) &&
      keys.every(key => after.has(key))
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

function keyCounts({ citations }: DocumentCitations): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of citations) for (const { key } of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
