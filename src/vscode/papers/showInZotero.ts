import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import {
  liesInZotero,
  selectByKey,
  selectInZotero,
  zoteroPlaceOf,
} from '../../core/library/papers/zoteroLinks';
import type { CslItem } from '../../core/model/reference';
import { say } from '../../core/util/say';
import { notify } from '../notify';
import { openExternal } from './openExternal';

/** Shows a reference in Zotero's own list: by its item, or for an entry that Zotero wrote into a file, by its key. */
export async function showInZotero(library: LibraryService, reference: LibraryReference): Promise<void> {
  const origin = reference.origins.find(({ source }) => source.startsWith('zotero:'));
  const item = origin ? (await library.find([origin.key], [origin.source]))[0]?.item : reference.item;
  const place = item && zoteroPlaceOf(item);
  if (place) await openExternal(selectInZotero(place));
  else if (isFromZotero(reference)) await openExternal(selectByKey(reference.key));
  else void notify.information(say('{0} does not come from Zotero.', shortReference(reference.item)));
}

/** Whether it was read from Zotero, or names files that lie there. */
export function isFromZotero({ origins, item }: Pick<LibraryReference, 'origins' | 'item'>): boolean {
  return origins.some(({ source }) => source.startsWith('zotero:')) || hasZoteroFile(item);
}

function hasZoteroFile({ custom }: CslItem): boolean {
  return (custom?.attachments ?? []).some(({ path }) => liesInZotero(path));
}
