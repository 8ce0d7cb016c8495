import type { CitedKey, DocumentCitations } from './citation';

/** One key and everywhere it stands in a document, in order. */
export interface KeyOccurrences {
  readonly key: string;
  readonly occurrences: readonly CitedKey[];
}

/** `\nocite{*}` and Pandoc's `nocite: '@*'`: everything in the bibliography is cited. */
export const wildcardKey = '*';

/** What was asked of one parse, which never changes, is asked again by every feature. */
const known = new WeakMap<DocumentCitations['citations'], readonly KeyOccurrences[]>();

/** The keys of a document in order of first appearance; `*` and cross-references are no keys. */
export function citedKeys({ citations }: Pick<DocumentCitations, 'citations'>): readonly KeyOccurrences[] {
  const keys = known.get(citations) ?? occurrencesOf(citations.flatMap(one => one.keys));
  known.set(citations, keys);
  return keys;
}

/** The keys of a document with those that code of another language cites in it: everything a change of a key has to reach. */
export function allCitedKeys({ citations, embeddedKeys = [] }: DocumentCitations): KeyOccurrences[] {
  return occurrencesOf([...citations.flatMap(({ keys }) => keys), ...embeddedKeys]);
}

function occurrencesOf(keys: readonly CitedKey[]): KeyOccurrences[] {
  const byKey = new Map<string, CitedKey[]>();
  for (const cited of keys) {
    if (cited.key === wildcardKey || cited.crossReference) continue;
    const known = byKey.get(cited.key);
    if (known) known.push(cited);
    else byKey.set(cited.key, [cited]);
  }
  return [...byKey].map(([key, occurrences]) => ({ key, occurrences }));
}
