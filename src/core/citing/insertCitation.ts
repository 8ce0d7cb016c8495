import { caret, withCursorAtCaret } from './caret';
import type { DocumentCitations, Form, Language } from './citation';
import { citationLanguage } from './citationLanguages';
import type { Insertion } from './joinInsertions';
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
  const insertion = citationLanguage(language).insert(text, offset, items, form, parsed);
  return isOpen ? withCursorAtCaret(insertion) : insertion;
}
