import type { Citation, CitedKey, DocumentCitations } from './citation';

export interface CitationUnderCursor {
  readonly citation: Citation;
  /** The key the cursor is at, its `@` included; `undefined` between keys, in a prefix or in a locator. */
  readonly key?: CitedKey;
}

/** The key at `offset`, whether a citation of the document's language or other code cites it. */
export function citedKeyAt(reading: DocumentCitations, offset: number): CitedKey | undefined {
  return (
    citationAt(reading, offset)?.key ??
    reading.embeddedKeys?.find(({ start, end }) => start <= offset && offset <= end)
  );
}

/** The innermost citation the cursor is in or at the edge of, and its key there. */
export function citationAt(reading: DocumentCitations, offset: number): CitationUnderCursor | undefined {
  // They are in the order of their beginnings, outer ones first.
  const citation =
    reading.citations.findLast(({ start, end }) => start < offset && offset < end) ??
    reading.citations.findLast(({ start, end }) => start <= offset && offset <= end);
  if (!citation) return undefined;
  const key = citation.keys.find(({ start, end }) => start - 1 <= offset && offset <= end);
  return { citation, ...(key && { key }) };
}
