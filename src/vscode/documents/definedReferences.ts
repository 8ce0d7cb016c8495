import type { LibraryReference, LibraryService } from '../../core/library/libraryService';

/** The references that a document may cite: those with these very keys in the sources that apply to it. */
export async function definedReferences(
  library: LibraryService,
  keys: readonly string[],
  sources: readonly string[],
): Promise<ReadonlyMap<string, LibraryReference>> {
  const applied = new Set(sources);
  const found = await library.find(keys, sources);
  const defined = new Map<string, LibraryReference>();
  for (const [index, key] of keys.entries()) {
    const reference = found[index];
    if (reference?.origins.some(origin => origin.key === key && applied.has(origin.source)))
      defined.set(key, reference);
  }
  return defined;
}
