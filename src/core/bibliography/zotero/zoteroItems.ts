import type { CslItem } from '../../model/reference';
import { orElse } from '../../util/orElse';
import { uniqueCitationKey } from '../write/citationKey';

/** An item as Zotero gives it: its `id` is a URI that ends in the item's own key. */
export type ZoteroItem = CslItem;

/** How an item is filed in Zotero, which its CSL does not say. */
export interface ZoteroFiling {
  /** By their names, `Thesis / Chapter 2` for one within another. */
  readonly collections: readonly string[];
  readonly tags: readonly string[];
  /** When it was added: `2024-05-31T10:00:00Z`. */
  readonly added?: string;
}

/** `http://zotero.org/users/1/items/ABCD2345` → `ABCD2345`. */
export function itemKeyOf(item: ZoteroItem): string | undefined {
  return /\/items\/([A-Z0-9]{8})$/.exec(String(item.id))?.[1];
}

/**
 * Gives Zotero's items the keys they are cited by: those that Better BibTeX tells, those the items carry (in their own field, or as
 * `Citation Key: …` in Extra), or else keys in the same habit, which stay the same while the item does. `taken` holds the keys given so far.
 *
 * @param library as Zotero's own interface names it, `users/0` or `groups/42`: with the item's own key it is kept, to find it there again
 */
export function citableItems(
  items: readonly ZoteroItem[],
  keysTold: ReadonlyMap<string, string>,
  taken: Set<string>,
  library: string,
  filing: ReadonlyMap<string, ZoteroFiling> = new Map(),
): CslItem[] {
  return items.filter(isItem).map(item => {
    const itemKey = itemKeyOf(item);
    const key =
      (itemKey && keysTold.get(itemKey)) ||
      ownKey(item) ||
      orElse(
        () => uniqueCitationKey(item, candidate => taken.has(candidate)),
        () => itemKey ?? `item${taken.size}`,
      );
    taken.add(key);
    const { 'citation-key': _, ...fields } = item;
    const filed = filing.get(itemKey ?? '');
    const keyword = filed?.tags.length ? { keyword: filed.tags.join(', ') } : {};
    return {
      ...fields,
      ...keyword,
      id: key,
      type: item.type,
      ...(itemKey && { custom: { ...fields.custom, ...filedIn(filed), zotero: { library, item: itemKey } } }),
    };
  });
}

function filedIn(filed: ZoteroFiling | undefined): Record<string, unknown> {
  if (!filed) return {};
  const { collections, added } = filed;
  return { ...(collections.length && { collections }), ...(added && { added }) };
}

/** Whether it is an item at all: what other programs put among them costs nothing but itself. */
export function isItem(item: unknown): item is ZoteroItem {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

/** The key an item itself says it has. */
export function ownKey(item: ZoteroItem): string | undefined {
  const field = item['citation-key'];
  if (typeof field === 'string' && field.trim()) return field.trim();
  const note = typeof item.note === 'string' ? item.note : '';
  return /^[ \t]*citation[ -]?key[ \t]*:[ \t]*(\S+)[ \t]*$/im.exec(note)?.[1];
}
