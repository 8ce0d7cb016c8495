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

/** The keys that the document's program is known to look up: all but those that it shows nothing of. */
export function typesetKeys({ citations, embeddedKeys = [] }: DocumentCitations): readonly KeyOccurrences[] {
  const isUsual =
    !embeddedKeys.some(({ isTypeset }) => isTypeset) &&
    !citations.some(({ keys }) => keys.some(({ isTypeset }) => isTypeset === false));
  if (isUsual) return citedKeys({ citations });
  return occurrencesOf([
    ...citations.flatMap(({ keys }) => keys.filter(({ isTypeset }) => isTypeset !== false)),
    ...embeddedKeys.filter(({ isTypeset }) => isTypeset),
  ]);
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
