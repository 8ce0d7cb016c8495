import type { TextRange } from '../../model/textRange';
import type { CitedItem, DocumentCitations, Form, Language } from '../citation';
import { citationLanguage } from '../citationLanguages';
import { readCitations } from '../readCitations';
import { caret, withCursorAtCaret } from './caret';
import { halfTypedKey } from './halfTypedKey';
import { insertWhereRead } from './insertWhereRead';
import { asEditOf, type Insertion } from './joinInsertions';

export interface InsertionOptions {
  /** Default `normal`. A group that the keys join keeps its form. */
  readonly form?: Form;
  /** Printed before the first key and after the last. */
  readonly prefix?: string;
  /** One that ends with a space, `p. `, is to be finished in the document: the cursor goes behind it. */
  readonly locator?: string;
  /** The same for each key, in their order, instead of the two; a place that is left out has none. */
  readonly notes?: readonly CitedNotes[];
  /** The LaTeX command to cite with, without backslash, where a new citation is written. Default: as the document cites in this form. */
  readonly command?: string;
  /** What this very text was read as, if it was. */
  readonly parsed?: DocumentCitations;
  /** Whether the document's bibliographies have a key: another one at the cursor is half typed, and is replaced. Default: they have all. */
  readonly isKnown?: (key: string) => boolean;
}

/** What is printed before and after a key. */
export type CitedNotes = Pick<CitedItem, 'prefix' | 'locator'>;

/**
 * The edits that cite `keys` at `offset`. They join the citation the cursor is in or right behind, none twice; `@` and brackets typed
 * already are used. Elsewhere a new citation is written where the cursor is. Where none can be, in code and comments, in metadata, on the only
 * blank line between two blocks, the nearest place takes it; where there is none, it is refused.
 */
export function insertCitation(
  text: string,
  offset: number,
  keys: readonly string[],
  language: Language,
  options: InsertionOptions = {},
): Insertion {
  const { form = 'normal', prefix, locator, parsed = readCitations(text, language) } = options;
  const different = [...new Set(keys)];
  if (different.length === 0) return { edits: [], cursor: offset };
  const halfTyped = halfTypedKey(text, offset, parsed, options.isKnown ?? (() => true));
  if (halfTyped) return insertInPlaceOf(text, halfTyped, keys, language, { ...options, parsed });
  const last = different.length - 1;
  const notesOf = (key: string, at: number): CitedNotes =>
    options.notes?.[keys.indexOf(key)] ?? { ...(at === 0 && { prefix }), ...(at === last && { locator }) };
  const items = different.map((key, at): CitedItem => {
    const { prefix: before, locator: where } = notesOf(key, at);
    const isOpen = at === last && where?.endsWith(' ');
    return {
      key,
      ...(before && { prefix: before }),
      ...(where && { locator: isOpen ? where + caret : where }),
    };
  });
  const isOpen = items[last]!.locator?.endsWith(caret);
  const { command } = options;
  const insertAt = (document: string, place: number, reading: DocumentCitations) =>
    citationLanguage(language).insert(document, place, items, form, reading, command);
  const insertion = insertWhereRead(text, offset, different, parsed, insertAt);
  if (!insertion) return { edits: [], cursor: offset, isRefused: true };
  return isOpen ? withCursorAtCaret(insertion) : insertion;
}

/** Cites where a half-typed key stands, as if it had not been typed. */
function insertInPlaceOf(
  text: string,
  [start, end]: TextRange,
  keys: readonly string[],
  language: Language,
  options: InsertionOptions & { readonly parsed: DocumentCitations },
): Insertion {
  const without = text.slice(0, start) + text.slice(end);
  const parsed = citationLanguage(language).readLike(without, options.parsed);
  const inserted = insertCitation(without, start, keys, language, { ...options, parsed });
  return asEditOf(text, without, inserted, end);
}
