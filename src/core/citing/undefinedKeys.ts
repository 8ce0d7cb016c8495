import { type TextRange, within } from '../model/textRange';
import type { CitedKey, DocumentCitations } from './citation';
import { citationLanguage } from './citationLanguages';
import { typesetKeys } from './citedKeys';
import type { OtherReferences } from './project/foundBibliography';

/** What is known of the bibliographies that apply to a document. */
export interface KnownKeys {
  /** Every key those bibliographies define. */
  readonly keys: Pick<ReadonlySet<string>, 'has'>;
  /**
   * All of them could be read, and there is at least one. Otherwise a key may well be defined where we cannot look, and
   * nothing is called undefined.
   */
  readonly complete: boolean;
  /** What references may name besides. */
  readonly otherReferences?: OtherReferences;
  /** What stands there is left out of what is made of the document, or may be. */
  readonly unset?: readonly TextRange[];
  /** Where citations are still missing: what stands there is no key. Asked for only where a key is not known. */
  readonly placeholders?: () => readonly TextRange[];
}

/**
 * The keys that a document cites and nothing defines. Not among them: keys of `\bibitem` and `references:` in the document itself,
 * macro arguments (`#1`), keys built by macros (`\thekey`), cross-references, placeholders, and everything when a bibliography could not be read.
 */
export function undefinedKeys(document: DocumentCitations, known: KnownKeys): CitedKey[] {
  if (!known.complete) return [];
  const { isComputedKey } = citationLanguage(document.language);
  const defined = new Set(document.definedKeys.map(({ key }) => key));
  const { labels, otherReferences } = { labels: document.labels, ...known };
  const unknown = typesetKeys(document)
    .filter(({ key }) => !known.keys.has(key) && !defined.has(key) && !isComputedKey(key))
    .filter(({ key }) => !labels?.has(key) && !(otherReferences && refersElsewhere(key, otherReferences)))
    .flatMap(({ occurrences }) => occurrences);
  if (unknown.length === 0) return [];
  const noKeys = [...(known.unset ?? []), ...(known.placeholders?.() ?? [])];
  const isNoKey = within(noKeys);
  return unknown.filter(key => !isNoKey(key));
}

/** Whether a key means something of the document and no reference. */
export function refersElsewhere(key: string, others: OtherReferences): boolean {
  const { labels, kinds, prefixes, terms, hasNumberedLines } = others;
  if (labels.has(key) || kinds?.some(kind => key.startsWith(`${kind}-`))) return true;
  if (prefixes && [...prefixes].some(prefix => key.startsWith(prefix))) return true;
  if (hasNumberedLines && labels.has(key.replace(/:\d+$/, ''))) return true;
  if (!terms) return false;
  // glossarium: `@llm:pl`; i-figured: `@fig:one`.
  const [first = '', ...rest] = key.split(':');
  return terms.has(key) || terms.has(first) || terms.has(rest.join(':')) || labels.has(rest.join(':'));
}
