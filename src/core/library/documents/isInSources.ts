import type { LibraryReference } from '../libraryService';

/** Whether one of these sources has a reference: the bibliographies of a document, by their ids. */
export function isInSources(
  { origins }: Pick<LibraryReference, 'origins'>,
  sources: readonly string[],
): boolean {
  return origins.some(({ source }) => sources.includes(source));
}
