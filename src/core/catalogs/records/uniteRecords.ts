import type { CatalogRecord } from '../catalog';
import { type FoundWork, mergeRecords } from './mergeRecords';
import { isAlike, isPreprint, isSameWork } from './sameWork';

/** The works that records of several services are about, each once, in the order of `records`, with versions told of one another. */
export function uniteRecords(records: readonly CatalogRecord[]): FoundWork[] {
  const groups: CatalogRecord[][] = [];
  for (const record of records) {
    const group = groups.find(members => members.some(member => isSameWork(member, record)));
    if (group) group.push(record);
    else groups.push([record]);
  }
  return groups.map(group => linked(mergeRecords(group), group[0]!, groups));
}

/** A preprint and its published version that were both found, though neither says so. */
function linked(
  work: FoundWork,
  record: CatalogRecord,
  groups: readonly (readonly CatalogRecord[])[],
): FoundWork {
  if (work.publishedAs || work.preprint) return work;
  const other = groups.find(
    ([first]) =>
      first !== record && isPreprint(first!) !== isPreprint(record) && isAlike(first!.item, record.item, 3),
  )?.[0]?.identifiers[0];
  if (!other) return work;
  const { publishedIn, ...rest } = work;
  return isPreprint(record) ? { ...rest, publishedAs: other } : { ...work, preprint: other };
}
