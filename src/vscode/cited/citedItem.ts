import * as vscode from 'vscode';
import { card } from '../../core/display/card';
import { placeLabel } from '../../core/display/cited/placeLabel';
import { counted } from '../../core/display/counted';
import { titleOf } from '../../core/display/describe';
import { shortReference } from '../../core/display/shortReference';
import { plainText } from '../../core/display/text/plainText';
import { commands } from '../commands';
import { nameOf } from '../documents/nameOf';
import { referenceContext } from '../papers/referenceContext';
import { idOf } from '../references/referenceId';
import { trustedMarkdown } from '../trustedMarkdown';
import {
  type CitedFile,
  type CitedNode,
  type CitedPlace,
  type CitedReference,
  isUnknown,
  type MissingCitations,
} from './citedNode';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How a row looks and what a screen reader says of it. */
export function citedItem(node: CitedNode): vscode.TreeItem {
  switch (node.kind) {
    case 'file':
      return fileItem(node);
    case 'reference':
      return referenceItem(node);
    case 'missingCitations':
      return missingItem(node);
    case 'missing':
    case 'place':
      return placeItem(node);
  }
}

function fileItem({ file, isShown, references }: CitedFile): vscode.TreeItem {
  const count = references.length;
  const item = new vscode.TreeItem(file.uri, count ? (isShown ? Expanded : Collapsed) : None);
  item.id = `file\n${file.uri}\n${isShown}`;
  item.label = plainText(nameOf(file.uri));
  item.iconPath = vscode.ThemeIcon.File;
  const unknown = references.filter(isUnknown).length;
  const parts = [
    count ? counted(count, 'reference') : vscode.l10n.t('cites nothing yet'),
    unknown ? vscode.l10n.t('{0} not in a bibliography', unknown) : '',
  ];
  item.description = parts.filter(Boolean).join(', ');
  item.contextValue = 'citedFile';
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  return item;
}

function referenceItem(node: CitedReference): vscode.TreeItem {
  const { key, reference, listed, places, file } = node;
  const title = reference ? titleOf(reference.item) : listed || key;
  const short = reference ? shortReference(reference.item) : undefined;
  const item = new vscode.TreeItem(plainText(short ?? title), Collapsed);
  item.id = `${file.uri}\n${key}`;
  const said = reference
    ? title
    : isUnknown(node)
      ? vscode.l10n.t('not in a bibliography')
      : vscode.l10n.t('listed in the document');
  const times = places.length === 1 ? '' : `${places.length}× · `;
  item.description = plainText(`${times}${said}`);
  item.iconPath = isUnknown(node)
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
    : new vscode.ThemeIcon(reference ? 'book' : 'list-unordered');
  item.contextValue = reference ? referenceContext(reference) : isUnknown(node) ? 'unresolved' : 'listed';
  item.tooltip = plainText(title);
  const cited =
    places.length === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', places.length);
  item.accessibilityInformation = { label: plainText([short ?? key, said, cited].join(', ')) };
  if (reference)
    item.command = {
      command: commands.openAbstract,
      title: vscode.l10n.t('Open Abstract'),
      arguments: [idOf(reference)],
    };
  else if (places[0]) item.command = showing(places[0]);
  return item;
}

/** The tooltip holds the abstract, so it is made when it is about to be shown. */
export function withTooltip(item: vscode.TreeItem, node: CitedNode): vscode.TreeItem {
  if (node.kind === 'reference' && node.reference) item.tooltip = trustedMarkdown(card(node.reference.item));
  return item;
}

function missingItem({ places }: MissingCitations): vscode.TreeItem {
  const label =
    places.length === 1
      ? vscode.l10n.t('A citation is missing')
      : vscode.l10n.t('{0} citations are missing', places.length);
  const item = new vscode.TreeItem(label, Expanded);
  item.id = 'missing';
  item.iconPath = new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = vscode.l10n.t('Places like [@?] or [citation needed]');
  item.accessibilityInformation = { label };
  item.contextValue = 'missingCitations';
  return item;
}

function placeItem(place: CitedPlace): vscode.TreeItem {
  const { kind, uri, range, cell, line, fileName, start } = place;
  const end = range.isSingleLine ? range.end.character : line.length;
  const { label, highlight } = placeLabel(line, [range.start.character, end]);
  const item = new vscode.TreeItem({ label, highlights: [[...highlight]] });
  item.id = `${kind}\n${uri}\n${start}`;
  const number = range.start.line + 1;
  const where =
    cell === undefined
      ? vscode.l10n.t('line {0}', number)
      : vscode.l10n.t('cell {0}, line {1}', cell + 1, number);
  item.description = kind === 'missing' && fileName ? `${plainText(fileName)}, ${where}` : where;
  item.contextValue = kind === 'missing' ? 'missingPlace' : 'citedPlace';
  item.tooltip = plainText(line.slice(0, maxTooltip));
  item.accessibilityInformation = { label: `${item.description}: ${label}` };
  item.command = showing(place);
  return item;
}

const maxTooltip = 1000;

function showing(place: CitedPlace): vscode.Command {
  const { uri, range, cell } = place;
  const title = vscode.l10n.t('Show');
  return cell === undefined
    ? { title, command: 'vscode.open', arguments: [uri, { selection: range }] }
    : { title, command: commands.nextCitedPlace, arguments: [place] };
}
