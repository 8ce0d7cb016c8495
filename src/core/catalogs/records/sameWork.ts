import type { Identifier } from '../../model/identifiers/identifier';
import type { CslItem } from '../../model/reference';
import { yearOf } from '../../model/year';
import { normalized } from '../../util/normalized';
import type { CatalogRecord } from '../catalog';

/** Letters and digits of any script in lower case, without accents. */
export function foldedWords(text: string): string[] {
  return (
    normalized(text, 'NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function firstFamily(item: CslItem): string {
  const first = item.author?.[0] ?? item.editor?.[0];
  return foldedWords(first?.family ?? first?.literal ?? '').join('');
}

/** The identifier that tells a work from its other versions: a published work's DOI, a preprint's arXiv id. */
function ownIdentifiers(record: CatalogRecord): Identifier[] {
  const hasDoi = record.identifiers.some(({ kind }) => kind === 'doi');
  return record.identifiers.filter(
    ({ kind }) => kind !== 'arxiv' || !hasDoi || record.item.type === 'article',
  );
}

/**
 * Whether two records are about one work: they share an identifier; or title, first author and year, unless their DOIs differ or only one
 * is a preprint, which makes them two versions.
 */
export function isSameWork(a: CatalogRecord, b: CatalogRecord): boolean {
  const idsOfB = ownIdentifiers(b);
  if (ownIdentifiers(a).some(one => idsOfB.some(two => one.kind === two.kind && one.id === two.id)))
    return true;
  const doiOfA = a.identifiers.find(({ kind }) => kind === 'doi')?.id;
  const doiOfB = b.identifiers.find(({ kind }) => kind === 'doi')?.id;
  if (doiOfA && doiOfB) return false;
  return isPreprint(a) === isPreprint(b) && isAlike(a.item, b.item);
}

export function isPreprint(record: CatalogRecord): boolean {
  return record.item.type === 'article';
}

/** Title, first author and year alike; a short title says nothing. */
export function isAlike(a: CslItem, b: CslItem, yearsApart = 1): boolean {
  const title = foldedWords(a.title ?? '').join('');
  if (title.length < 12 || title !== foldedWords(b.title ?? '').join('')) return false;
  const familyOfA = firstFamily(a);
  const familyOfB = firstFamily(b);
  if (familyOfA && familyOfB && !familyOfA.includes(familyOfB) && !familyOfB.includes(familyOfA))
    return false;
  const years = [Number(yearOf(a)), Number(yearOf(b))];
  return years.some(year => !year) || Math.abs(years[0]! - years[1]!) <= yearsApart;
}
