import type { LibraryReference, LibraryService } from '../libraryService';
import type { AppliedBibliographies } from './appliedBibliographies';

/** So many references are asked for at once: what arrives holds whoever asked up for a few milliseconds. */
const askedAtOnce = 250;

/** The references that a document may cite by these keys, as its bibliographies and the program that reads them have it. */
export async function definedReferences(
  library: Pick<LibraryService, 'definitions'>,
  keys: readonly string[],
  { sources, ignoresCase }: AppliedBibliographies,
): Promise<ReadonlyMap<string, LibraryReference>> {
  const defined = new Map<string, LibraryReference>();
  for (let at = 0; at < keys.length; at += askedAtOnce) {
    const asked = keys.slice(at, at + askedAtOnce);
    const found = await library.definitions(asked, sources, { ignoreCase: ignoresCase === true });
    for (const [index, key] of asked.entries()) {
      const reference = found[index];
      if (reference) defined.set(key, reference);
    }
  }
  return defined;
}

/** Those of the keys by which it may cite. */
export async function definedKeys(
  library: Pick<LibraryService, 'areDefined'>,
  keys: readonly string[],
  { sources, ignoresCase }: AppliedBibliographies,
): Promise<ReadonlySet<string>> {
  const are = await library.areDefined(keys, sources, { ignoreCase: ignoresCase === true });
  return new Set(keys.filter((_, index) => are[index]));
}
