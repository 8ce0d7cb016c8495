import { type Identifier, sameIdentifier } from '../../model/identifiers/identifier';
import type { CslItem, Name } from '../../model/reference';
import type { CatalogRecord, Notice, ServiceId } from '../catalog';
import { exactestDate } from '../text/date';
import { foldedWords } from './sameWork';

/** One work as several services know it, the best field from each. */
export interface FoundWork extends Omit<CatalogRecord, 'service' | 'page' | 'citations' | 'ownId'> {
  /** Which service gave which fields of the item, in the order they were asked. */
  readonly sources: readonly WorkSource[];
  readonly citations?: { readonly service: ServiceId; readonly count: number } | undefined;
  /** Found by the identifier in a reference whose words plainly name another title. */
  readonly isTitledOtherwise?: boolean | undefined;
}

export interface WorkSource {
  readonly service: ServiceId;
  readonly fields: readonly string[];
  readonly page?: string | undefined;
  readonly ownId?: string | undefined;
}

/** What only the record itself may say: a second service's notion of them would contradict it. */
const notFilled = new Set([
  'id',
  'type',
  'custom',
  'author',
  'issued',
  'publisher',
  'publisher-place',
  'number',
  'URL',
  'genre',
  'note',
  'event-title',
  'event-place',
  'container-title-short',
  'collection-title',
  'version',
]);

/** The first record, with what it lacks from the others, which are about the same work. */
export function mergeRecords(records: readonly CatalogRecord[]): FoundWork {
  const [first, ...others] = records;
  const item: Record<string, unknown> = { ...first!.item };
  const identifiers: Identifier[] = [...first!.identifiers];
  const sources = [source(first!, fieldsOf(first!.item))];
  for (const other of others) {
    const given: string[] = [];
    const take = (field: string, value: unknown) => {
      item[field] = value;
      given.push(field);
    };
    for (const [field, value] of Object.entries(other.item))
      if (item[field] === undefined && !notFilled.has(field)) take(field, value);
    const authors = fullerNames(item.author as readonly Name[] | undefined, other.item.author);
    if (authors) take('author', authors);
    const issued = exactestDate([item.issued as CslItem['issued'], other.item.issued]);
    if (issued && issued !== item.issued) take('issued', issued);
    if (!item.publisher && !item['container-title'] && other.item.publisher)
      take('publisher', other.item.publisher);
    if (other.item.custom) item.custom = { ...other.item.custom, ...(item.custom as object | undefined) };
    for (const identifier of other.identifiers)
      if (!identifiers.some(known => known.kind === identifier.kind)) identifiers.push(identifier);
    sources.push(source(other, given));
  }
  const citing = records.find(record => record.citations !== undefined);
  const work: Record<string, unknown> = {
    item: item as CslItem,
    identifiers,
    sources,
    notices: notices(records),
    citations: citing && { service: citing.service, count: citing.citations },
  };
  for (const field of ['pdf', 'publishedAs', 'publishedIn', 'preprint', 'noticeOf', 'confidence'] as const)
    work[field] = records.map(record => record[field]).find(value => value !== undefined);
  if (isOwn(work.publishedAs as Identifier | undefined, identifiers)) delete work.publishedAs;
  if (work.publishedAs) delete work.publishedIn;
  return Object.fromEntries(
    Object.entries(work).filter(([, value]) => value !== undefined),
  ) as unknown as FoundWork;
}

function source({ service, page, ownId }: CatalogRecord, fields: readonly string[]): WorkSource {
  return { service, fields, ...(page ? { page } : {}), ...(ownId ? { ownId } : {}) };
}

function isOwn(identifier: Identifier | undefined, identifiers: readonly Identifier[]): boolean {
  return identifier !== undefined && identifiers.some(other => sameIdentifier(other, identifier));
}

export function fieldsOf(item: CslItem): string[] {
  return Object.keys(item).filter(field => field !== 'id' && field !== 'custom');
}

/** The other list when the first is missing, or when it has the same people with whole names for initials. */
function fullerNames(
  names: readonly Name[] | undefined,
  others: readonly Name[] | undefined,
): readonly Name[] | undefined {
  if (!others?.length) return undefined;
  if (!names?.length) return others;
  const same =
    names.length === others.length &&
    names.every((name, at) => {
      const other = others[at]!;
      const given = foldedWords(name.given ?? '').join('');
      const fuller = foldedWords(other.given ?? '').join('');
      return folded(name.family) === folded(other.family) && given.charAt(0) === fuller.charAt(0);
    });
  const length = (list: readonly Name[]) =>
    list.reduce((sum, name) => sum + (name.given?.replace(/[^\p{L}]/gu, '').length ?? 0), 0);
  return same && names.every(name => isInitials(name.given)) && length(others) > length(names)
    ? others
    : undefined;
}

function folded(text: string | undefined): string {
  return foldedWords(text ?? '').join('');
}

function isInitials(given: string | undefined): boolean {
  return !given || /^(?:\p{Lu}{1,3}|(?:\p{Lu}\.?[\s-]?)+)$/u.test(given);
}

/** A notice that names its DOI goes before one that only says so. */
function notices(records: readonly CatalogRecord[]): readonly Notice[] | undefined {
  const all = records.flatMap(record => record.notices ?? []);
  const kept = all.filter(
    (notice, at) =>
      !all.some(
        (other, place) =>
          other.kind === notice.kind &&
          place !== at &&
          (other.doi === notice.doi ? place < at : other.doi && !notice.doi),
      ),
  );
  return kept.length > 0 ? kept : undefined;
}
