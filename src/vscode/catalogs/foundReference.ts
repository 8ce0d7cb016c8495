import { citationKeyOf } from '../../core/bibliography/write/citationKey';
import type { CatalogRecord } from '../../core/catalogs/catalog';
import { workNotes } from '../../core/catalogs/records/describeWork';
import { entryItem, keyItem } from '../../core/catalogs/records/entryItem';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { provenanceNote } from '../../core/catalogs/records/provenance';
import { isSameWork } from '../../core/catalogs/records/sameWork';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { type Identifier, identifierLabel } from '../../core/model/identifiers/identifier';
import type { CslItem } from '../../core/model/reference';
import { ownIdentifiers } from '../../core/model/referenceSummary';
import { say } from '../../core/util/say';

const origin = 'catalog:';

/** A work of a catalog as the library's references are, so that it can be listed, picked and cited with them. */
export interface FoundReference {
  readonly reference: LibraryReference;
  readonly work: FoundWork;
  /** What the writer should know: `in your library as roe2020`, `retracted`, from which services. */
  readonly notes: readonly string[];
}

export function isFromCatalog({ origin: { source } }: LibraryReference): boolean {
  return source.startsWith(origin);
}

/** The work under a key of its own; as the library's reference where that has it already. */
export async function foundReference(work: FoundWork, library: LibraryService): Promise<FoundReference> {
  const own = await inLibrary(work, library);
  const notes = [
    ...(own ? [say('in your library as {0}', own.key)] : []),
    ...workNotes(work),
    ...(own ? [] : [provenanceNote(work)]),
  ];
  return { reference: own ?? asReference(work), work, notes };
}

export function asReference(work: FoundWork, key = citationKeyOf(keyItem(work))): LibraryReference {
  const identifier = work.identifiers[0];
  const source =
    origin + (identifier ? identifierLabel(identifier) : `${work.sources[0]?.service}:${work.item.title}`);
  return { key, item: entryItem(work, key), origin: { source }, origins: [{ source, key }] };
}

/** The library's own reference to the same work, by an identifier or by title, first author and year. */
export async function inLibrary(
  { item, identifiers }: Pick<FoundWork, 'item' | 'identifiers'>,
  library: LibraryService,
): Promise<LibraryReference | undefined> {
  const alike = await library.alike(item, identifiers);
  const record = (about: CslItem, ids: readonly Identifier[]): CatalogRecord => ({
    service: 'crossref',
    item: about,
    identifiers: ids,
  });
  const wanted = record(item, identifiers);
  return alike.find(own => isSameWork(record(own.item, ownIdentifiers(own.item)), wanted));
}
