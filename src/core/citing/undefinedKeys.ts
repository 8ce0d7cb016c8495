import type { CitedKey, DocumentCitations } from './citation';
import { citationLanguage } from './citationLanguages';
import { citedKeys } from './citedKeys';

/** What is known of the bibliographies that apply to a document. */
export interface KnownKeys {
  /** Every key those bibliographies define. */
  readonly keys: ReadonlySet<string>;
  /**
   * All of them could be read, and there is at least one. Otherwise a key may well be defined where we cannot look, and
   * nothing is called undefined.
   */
  readonly complete: boolean;
}

/**
 * The keys that a document cites and nothing defines. Not among them: keys of `\bibitem` and `references:` in the document itself,
 * macro arguments (`#1`), keys built by macros (`\thekey`), cross-references, and everything when a bibliography could not be read.
 */
export function undefinedKeys(reading: DocumentCitations, known: KnownKeys): CitedKey[] {
  if (!known.complete) return [];
  const { isComputedKey } = citationLanguage(reading.language);
  const defined = new Set(reading.definedKeys.map(({ key }) => key));
  return citedKeys(reading)
    .filter(({ key }) => !known.keys.has(key) && !defined.has(key) && !isComputedKey(key))
    .flatMap(({ occurrences }) => occurrences);
}
