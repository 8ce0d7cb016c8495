import type { AddingOptions } from '../../bibliography/bibliographyFormat';
import { detectFormat } from '../../bibliography/detectFormat';
import type { Addition } from '../../bibliography/write/addEntries';
import { freeKey } from '../../bibliography/write/citationKey';
import type { DocumentCitations, Language } from '../../citing/citation';
import type { LatexDocument } from '../../citing/latex/latexDocument';
import type { LibraryReference, LibraryService } from '../libraryService';
import { citableKey } from './citableKey';

/** A reference that a document's bibliographies lack, and the key that is free for it there. */
export interface LackingEntry {
  readonly reference: LibraryReference;
  readonly key: string;
}

/** Under which keys a document cites references. */
export interface CitedAs {
  /** In the order of the references. */
  readonly keys: readonly string[];
  /** Those that the document's bibliographies lack, with the keys that are free for them. */
  readonly lacking: readonly LackingEntry[];
}

/**
 * @param sources the document's bibliographies
 * @param keysOf gives all keys that are in these
 */
export async function citedAs(
  references: readonly LibraryReference[],
  sources: readonly string[],
  keysOf: () => Promise<readonly string[]>,
  language: Language | undefined,
): Promise<CitedAs> {
  const known = references.map(reference => keyIn(reference, sources));
  const absent = references.filter((_, index) => known[index] === undefined);
  const lacking = absent.length ? lackingEntries(absent, await keysOf(), language) : [];
  const keys = references.map(
    (reference, index) => known[index] ?? lacking.find(entry => entry.reference === reference)!.key,
  );
  return { keys, lacking };
}

/** The key a document's bibliographies have the work under. */
export function keyIn({ origins }: LibraryReference, sources: readonly string[]): string | undefined {
  for (const source of sources) {
    const origin = origins.find(one => one.source === source);
    if (origin) return origin.key;
  }
  return undefined;
}

/** @param taken keys that mean something else in the document */
export function lackingEntries(
  references: readonly LibraryReference[],
  taken: readonly string[],
  language: Language | undefined,
): LackingEntry[] {
  // BibTeX does not tell keys apart by case.
  const known = new Set(taken.map(key => key.toLowerCase()));
  return references.map(reference => {
    const wished = citableKey(reference.key, reference.item, language);
    const key = freeKey(wished, candidate => known.has(candidate.toLowerCase()));
    known.add(key.toLowerCase());
    return { reference, key };
  });
}

/** What is to be written of each: what its own `.bib` says, where it comes from one. */
export function additionsOf(entries: readonly LackingEntry[], library: LibraryService): Promise<Addition[]> {
  return Promise.all(
    entries.map(async ({ reference, key }) => {
      const { key: ownKey, origin, item } = reference;
      const isBibtex = detectFormat(origin.source) === 'bibtex';
      return { item, key, entry: isBibtex ? await library.bibtex(ownKey, [origin.source]) : undefined };
    }),
  );
}

/** What the program is that will read what is written. */
export function readerOf(document: DocumentCitations): Pick<AddingOptions, 'readBy' | 'usesBiblatex'> {
  const { language: readBy } = document;
  return {
    readBy,
    usesBiblatex: readBy === 'latex' && (document as LatexDocument).packages.has('biblatex'),
  };
}
