import * as vscode from 'vscode';
import { describe } from '../../core/display/describe';
import { linksOf } from '../../core/display/links';
import { plainLabel } from '../../core/display/plainText';
import { shorten } from '../../core/display/shorten';
import type { LibraryReference, SearchHit } from '../../core/library/libraryService';
import type { FilterCompletion } from '../../core/search/query/completeFilter';
import { hasFile } from '../papers/referenceContext';

/** A reference in the list. */
export interface ReferenceItem extends vscode.QuickPickItem {
  readonly reference: LibraryReference;
}

/** A filter that could be completed; accepting it changes the query. */
export interface FilterItem extends vscode.QuickPickItem {
  readonly query: string;
}

/** Asks beyond the library, once it is chosen. */
export interface OutsideItem extends vscode.QuickPickItem {
  readonly outside: string;
}

/** A heading, or a line that says why there is nothing. */
export type SearchItem = ReferenceItem | FilterItem | OutsideItem | vscode.QuickPickItem;

export const isReferenceItem = (item: SearchItem): item is ReferenceItem => 'reference' in item;
export const isOutsideItem = (item: SearchItem): item is OutsideItem => 'outside' in item;
export const isFilterItem = (item: SearchItem): item is FilterItem => 'query' in item;

export const itemButtons = {
  openAbstract: { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: 'Open Abstract' },
  copyKey: { iconPath: new vscode.ThemeIcon('copy'), tooltip: 'Copy Citation Key' },
  openPaper: { iconPath: new vscode.ThemeIcon('file-pdf'), tooltip: 'Open Paper' },
  openOnWeb: { iconPath: new vscode.ThemeIcon('link-external'), tooltip: 'Open on the Web' },
} satisfies Record<string, vscode.QuickInputButton>;

/** Of what is found outside, so much of the abstract is shown, in characters. */
const maxAbstract = 200;

/** @param bibliography whether the document's bibliography has it; `undefined` where no document would need it to. */
export function referenceItem(
  hit: SearchHit,
  bibliography: 'has' | 'lacks' | undefined,
  note?: string,
): ReferenceItem {
  const { reference } = hit;
  const { title, byline } = describe(reference.item);
  const marks = [
    hit.cited && 'cited in this document',
    !hit.cited && hit.recent && 'recently cited',
    bibliography === 'lacks' && !note && 'not in the bibliography yet',
    note && plainLabel(note),
  ].filter(mark => typeof mark === 'string');
  // Titles mostly leave no room beside them, so what tells papers apart comes on the second line.
  const { abstract } = reference.item;
  const about = note && typeof abstract === 'string' ? shorten(abstract, maxAbstract) : hit.sentence?.text;
  const detail = [byline, about].filter(Boolean).join(' — ');
  // What is not in the library has no key that anything defines.
  const isInLibrary = !reference.origin.source.startsWith('catalog:');
  return {
    reference,
    label: plainLabel(title),
    description: marks.join(' · '),
    ...(detail && { detail: plainLabel(detail) }),
    buttons: [
      itemButtons.openAbstract,
      ...(isInLibrary ? [itemButtons.copyKey] : []),
      ...(hasFile(reference)
        ? [itemButtons.openPaper]
        : linksOf(reference.item).length
          ? [itemButtons.openOnWeb]
          : []),
    ],
    alwaysShow: true,
  };
}

export function filterItem({ label, query, count }: FilterCompletion): FilterItem {
  return {
    query,
    label: plainLabel(label),
    iconPath: new vscode.ThemeIcon('filter'),
    ...(count !== undefined && { description: count === 1 ? '1 reference' : `${count} references` }),
    alwaysShow: true,
  };
}

export function outsideItem(query: string, label: string): OutsideItem {
  return { outside: query, label: `$(globe) ${plainLabel(label)}`, alwaysShow: true };
}

export function heading(label: string): vscode.QuickPickItem {
  return { label: plainLabel(label), kind: vscode.QuickPickItemKind.Separator };
}

export function notice(label: string, detail?: string): vscode.QuickPickItem {
  return { label: plainLabel(label), ...(detail && { detail: plainLabel(detail) }), alwaysShow: true };
}
