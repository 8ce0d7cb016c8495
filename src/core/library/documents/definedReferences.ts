import type { LibraryReference, LibraryService } from '../libraryService';
import type { AppliedBibliographies } from './appliedBibliographies';

/** The references that a document may cite by these keys, as its bibliographies and the program that reads them have it. */
export async function definedReferences(
  library: Pick<LibraryService, 'definitions'>,
  keys: readonly string[],
  { sources, ignoresCase }: AppliedBibliographies,
): Promise<ReadonlyMap<string, LibraryReference>> {
  const found = await library.definitions(keys, sources, { ignoreCase: ignoresCase === true });
  return new Map(
    keys.flatMap((key, index): [string, LibraryReference][] => {
      const reference = found[index];
      return reference ? [[key, reference]] : [];
    }),
  );
}
