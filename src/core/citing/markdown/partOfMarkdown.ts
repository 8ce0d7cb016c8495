import { within } from '../../model/textRange';
import type { Citation, CitedKey, DocumentCitations, MarkdownDialect, Surroundings } from '../citation';
import { type MarkdownDocument, readMarkdown } from './readMarkdown';

/**
 * A text read as part of the document that it stands in: what it refers to elsewhere is known, and a note cites where another part
 * refers to it.
 */
export function readPart(text: string, around: Surroundings, dialect: MarkdownDialect): MarkdownDocument {
  const { before, after } = around;
  return partOfMarkdown(readMarkdown(before + text + after, dialect), around);
}

/** A text read as `parsed` was, which may have been a part of a document. */
export function readMarkdownLike(
  text: string,
  { dialect = 'pandoc', surroundings }: Pick<DocumentCitations, 'dialect' | 'surroundings'>,
): MarkdownDocument {
  return surroundings ? readPart(text, surroundings, dialect) : readMarkdown(text, dialect);
}

/** What a part of a document cites and declares, in offsets of its own. */
export function partOfMarkdown(whole: MarkdownDocument, surroundings: Surroundings): MarkdownDocument {
  const start = surroundings.before.length;
  const end = whole.length - surroundings.after.length;
  const isHere = within([[start, end]]);
  const here = <T extends { readonly start: number; readonly end: number }>(all: readonly T[]): T[] =>
    all.filter(isHere).map(one => ({ ...one, start: one.start - start, end: one.end - start }));
  const citations = here<Citation>(whole.citations).map(citation => ({
    ...citation,
    keys: citation.keys.map((key): CitedKey => ({ ...key, start: key.start - start, end: key.end - start })),
  }));
  const { embeddedKeys } = whole;
  return {
    language: whole.language,
    dialect: whole.dialect,
    length: end - start,
    citations,
    bibliographies: here(whole.bibliographies),
    definedKeys: here(whole.definedKeys),
    ...(embeddedKeys && { embeddedKeys: here(embeddedKeys) }),
    get labels() {
      return whole.labels ?? new Set<string>();
    },
    metadata: here(whole.metadata),
    surroundings,
  };
}
