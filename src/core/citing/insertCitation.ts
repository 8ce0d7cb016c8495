import type { DocumentCitations, Form, Language } from './citation';
import type { Insertion } from './joinInsertions';
import { insertInLatex } from './latex/insertInLatex';
import type { LatexDocument } from './latex/latexDocument';
import { insertInMarkdown } from './markdown/insertInMarkdown';
import { readCitations } from './readCitations';
import { insertInTypst } from './typst/insertInTypst';

export interface InsertionOptions {
  /** Default `normal`. A group that the keys join keeps its form. */
  readonly form?: Form;
  /** Printed before the first key and after the last. */
  readonly prefix?: string;
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
  const items = different.map((key, index) => ({
    key,
    ...(prefix && index === 0 && { prefix }),
    ...(locator && index === different.length - 1 && { locator }),
  }));
  switch (language) {
    case 'markdown':
      return insertInMarkdown(text, offset, items, form, reading);
    case 'latex':
      return insertInLatex(reading as LatexDocument, text, offset, items, form);
    case 'typst':
      return insertInTypst(text, offset, items, form, reading);
  }
}
