import { arxivOf, doiOf } from '../../identifiers';
import type { CslItem } from '../../reference';
import { yearOf } from '../../year';
import { asciiText } from '../asciiText';
import { citationKeyOf, freeKey } from '../citationKey';

/** What is to be done so that a bibliography holds a work. */
export type Placement =
  /** It is there, under this key. */
  | { readonly action: 'reuse'; readonly key: string }
  /** It is to be added under this key, which is free. */
  | { readonly action: 'append'; readonly key: string };

/**
 * Where a work goes in a bibliography: the same work is never added twice, another work never takes a key that is in use. BibTeX
 * does not tell keys apart by case, so neither is done here. Without `preferredKey` the item's own id is asked for.
 */
export function placeReference(
  item: CslItem,
  existing: readonly { readonly key: string; readonly item: CslItem }[],
  preferredKey: string = item.id || citationKeyOf(item),
): Placement {
  const known = existing.filter(other => isSameWork(item, other.item));
  const same = known.find(({ key }) => key === preferredKey) ?? known[0];
  if (same) return { action: 'reuse', key: same.key };
  const taken = new Set(existing.map(({ key }) => key.toLowerCase()));
  return { action: 'append', key: freeKey(preferredKey, key => taken.has(key.toLowerCase())) };
}

/** The same DOI or arXiv id; or the same title by the same first author in the same year, of which one may lack. */
export function isSameWork(a: CslItem, b: CslItem): boolean {
  const [doiA, doiB] = [doiOf(a)?.toLowerCase(), doiOf(b)?.toLowerCase()];
  if (doiA && doiA === doiB) return true;
  const [arxivA, arxivB] = [arxivOf(a), arxivOf(b)];
  if (arxivA && arxivA === arxivB) return true;
  const title = titleOf(a);
  return (
    title !== '' &&
    title === titleOf(b) &&
    agree(yearOf(a), yearOf(b)) &&
    agree(firstAuthor(a), firstAuthor(b))
  );
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return !a || !b || a === b;
}

/** Letters and digits alone, so that braces, dashes and case do not matter; scripts that have no ASCII stay themselves. */
function titleOf(item: CslItem): string {
  const title = (item.title ?? '').replace(/<[^<>]*>/g, '');
  return asciiText(title) || title.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

function firstAuthor(item: CslItem): string {
  const name = Array.isArray(item.author) ? item.author[0] : undefined;
  return asciiText(name?.family ?? name?.literal ?? '');
}
