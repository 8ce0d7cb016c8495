import { linksOf } from '../../core/display/links';
import type { LibraryReference } from '../../core/library/libraryService';
import { entryOrigins } from '../documents/entryLocation';
import { isFromZotero } from './showInZotero';

/**
 * What a row of a tree is, for the `when` clauses of its menu: `reference` and what there is to go to, each after a blank: `paper` (a file
 * or an address), `web`, `entry`, `zotero`.
 */
export function referenceContext(reference: LibraryReference): string {
  const isOnWeb = linksOf(reference.item).length > 0;
  const isInZotero = isFromZotero(reference);
  return [
    'reference',
    (hasFile(reference) || isOnWeb || isInZotero) && 'paper',
    isOnWeb && 'web',
    entryOrigins(reference).length > 0 && 'entry',
    isInZotero && 'zotero',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether its entry names files. */
export function hasFile({ item }: Pick<LibraryReference, 'item'>): boolean {
  return (item.custom?.attachments?.length ?? 0) > 0;
}
