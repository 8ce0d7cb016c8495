import * as vscode from 'vscode';
import { authorsInFull } from '../../core/display/authors';
import { counted } from '../../core/display/counted';
import { titleOf } from '../../core/display/describe';
import { linksOf } from '../../core/display/links';
import { nameAndYear } from '../../core/display/shortReference';
import { excerpt } from '../../core/display/text/excerpt';
import { plainLabel } from '../../core/display/text/plainText';
import { shorten } from '../../core/display/text/shorten';
import { venueShort } from '../../core/display/venue';
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
  openAbstract: { iconPath: new vscode.ThemeIcon('open-preview'), tooltip: vscode.l10n.t('Open Abstract') },
  copyKey: { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy Citation Key') },
  openPaper: { iconPath: new vscode.ThemeIcon('file-pdf'), tooltip: vscode.l10n.t('Open Paper') },
  openOnWeb: { iconPath: new vscode.ThemeIcon('link-external'), tooltip: vscode.l10n.t('Open on the Web') },
} satisfies Record<string, vscode.QuickInputButton>;

/** Of what is found outside, so much of the abstract is shown, in characters. */
const maxAbstract = 200;
/** The second line has room for so much of a sentence, in characters, and for a venue behind it. */
const maxExcerpt = 58;

/** Of a row's first line so much is seen in a small window, in characters. */
const seenOfLabel = 45;

/** Whose a work is to the document that will cite; `undefined` where none will. */
export type Standing = 'has' | 'lacks' | undefined;

/**
 * A row of the list: who, when and title; below them why it was found, or else who made it and where it appeared. What it is to the document
 * stands before it as an icon, which the heading above it puts into words.
 */
export function referenceItem(hit: SearchHit, bibliography: Standing, note?: string): ReferenceItem {
  const { reference } = hit;
  const { item } = reference;
  const short = nameAndYear(item);
  const said = note && typeof item.abstract === 'string' ? shorten(item.abstract, maxAbstract) : undefined;
  const why = hit.sentence ? excerpt(hit.sentence.text, hit.sentence.matches, maxExcerpt) : undefined;
  const title = titleOf(item);
  // What matched in a long title may not be seen above.
  const isBehind = hit.titleMatches.every(([from]) => short.length + from > seenOfLabel);
  const inTitle =
    hit.titleMatches.length && isBehind ? excerpt(title, hit.titleMatches, maxExcerpt) : undefined;
  const detail = [said ?? why ?? inTitle ?? authorsInFull(item, authorsNamed), venueShort(item)]
    .filter(Boolean)
    .join(' · ');
  // What is not in the library has no key that anything defines.
  const isInLibrary = !reference.origin.source.startsWith('catalog:');
  return {
    reference,
    label: plainLabel([short, title].filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon(iconOf(hit, bibliography)),
    ...(note ? { description: plainLabel(note) } : hit.cited ? { description: vscode.l10n.t('cited') } : {}),
    ...(detail && { detail: plainLabel(detail) }),
    buttons: [
      itemButtons.openAbstract,
      ...(isInLibrary ? [itemButtons.copyKey] : []),
      ...(hasFile(reference) ? [itemButtons.openPaper] : linksOf(item).length ? [itemButtons.openOnWeb] : []),
    ],
    alwaysShow: true,
  };
}

/** Authors that a second line names. */
const authorsNamed = 3;

function iconOf({ cited, recent }: SearchHit, bibliography: Standing): string {
  if (cited) return 'check';
  if (recent) return 'history';
  return bibliography === 'lacks' ? 'add' : 'book';
}

export function filterItem({ label, query, count }: FilterCompletion): FilterItem {
  return {
    query,
    label: plainLabel(label),
    iconPath: new vscode.ThemeIcon('filter'),
    ...(count !== undefined && { description: counted(count, 'reference') }),
    alwaysShow: true,
  };
}

export function outsideItem(query: string, label: string): OutsideItem {
  return {
    outside: query,
    label: plainLabel(label),
    iconPath: new vscode.ThemeIcon('globe'),
    alwaysShow: true,
  };
}

export function heading(label: string): vscode.QuickPickItem {
  return { label: plainLabel(label), kind: vscode.QuickPickItemKind.Separator };
}

export function notice(label: string, detail?: string): vscode.QuickPickItem {
  return { label: plainLabel(label), ...(detail && { detail: plainLabel(detail) }), alwaysShow: true };
}
