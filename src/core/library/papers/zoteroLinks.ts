import type { CslItem } from '../../model/reference';

/** An item of Zotero: its library as Zotero's own interface names it (`users/0`, `groups/42`), and its key there. */
export interface ZoteroPlace {
  readonly library: string;
  readonly item: string;
}

/** The place of an item that was read from Zotero. */
export function zoteroPlaceOf({ custom }: CslItem): ZoteroPlace | undefined {
  const place = custom?.zotero as Partial<ZoteroPlace> | undefined;
  return typeof place?.library === 'string' && typeof place.item === 'string' && /^\w+$/.test(place.item)
    ? { library: place.library, item: place.item }
    : undefined;
}

/** The address at which Zotero shows an item in its list. */
export function selectInZotero(place: ZoteroPlace): string {
  return `zotero://select/${inZotero(place)}`;
}

/** The address at which Zotero opens an attachment, at a page from 1 where one is given. */
export function openInZotero(attachment: ZoteroPlace, isPdf: boolean, page: number | undefined): string {
  const address = `zotero://${isPdf ? 'open-pdf' : 'open'}/${inZotero(attachment)}`;
  return page === undefined || !isPdf ? address : `${address}?page=${page}`;
}

/** The same by the citation key, which Better BibTeX knows: for entries that it wrote into a file. */
export function selectByKey(citationKey: string): string {
  return `zotero://select/items/@${encodeURIComponent(citationKey)}`;
}

/** Whether a file lies where Zotero keeps its own, so that the entry that names it comes from there. */
export function liesInZotero(path: string): boolean {
  return /[\\/]zotero[\\/](?:storage[\\/])?[A-Z0-9]{8}[\\/]|[\\/]storage[\\/][A-Z0-9]{8}[\\/]|^zotero:/i.test(
    path,
  );
}

function inZotero({ library, item }: ZoteroPlace): string {
  const group = /^groups\/(\d+)$/.exec(library)?.[1];
  return `${group ? `groups/${group}` : 'library'}/items/${item}`;
}
