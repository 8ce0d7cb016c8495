import { caret, withCursorAtCaret } from './caret';
import type { DocumentCitations, Form, Language } from './citation';
import type { Insertion } from './joinInsertions';
import { insertInLatex } from './latex/edit/insertInLatex';
import type { LatexDocument } from './latex/latexDocument';
import { insertInMarkdown } from './markdown/edit/insertInMarkdown';
import type { CitedItem } from './markdown/edit/writeCitation';
import { readCitations } from './readCitations';
import { insertInTypst } from './typst/insertInTypst';

export interface InsertionOptions {
  /** Default `normal`. A group that the keys join keeps its form. */
  readonly form?: Form;
  /** Printed before the first key and after the last. */
  readonly prefix?: string;
  /** One that ends with a space, `p. `, is to be finished in the document: the cursor goes behind it. */
  readonly locator?: string;
  /** The reading of this very text, if there is one. */
  readonly reading?: DocumentCitations;
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
  { form = 'normal', prefix, locator, reading = readCitations(text, language) }: InsertionOptions = {},
): Insertion {
  const different = [...new Set(keys)];
  if (different.length === 0) return { edits: [], cursor: offset };
  const isOpen = locator?.endsWith(' ');
  const items = different.map((key, index) => ({
    key,
    ...(prefix && index === 0 && { prefix }),
    ...(locator && index === different.length - 1 && { locator: isOpen ? locator + caret : locator }),
  }));
  const insertion = insertItems(text, offset, items, language, form, reading);
  return isOpen ? withCursorAtCaret(insertion) : insertion;
}

function insertItems(
  text: string,
  offset: number,
  items: readonly CitedItem[],
  language: Language,
  form: Form,
  reading: DocumentCitations,
): Insertion {
  switch (language) {
    case 'markdown':
      return insertInMarkdown(text, offset, items, form, reading);
    case 'latex':
      return insertInLatex(reading as LatexDocument, text, offset, items, form);
    case 'typst':
      return insertInTypst(text, offset, items, form, reading);
  }
}
