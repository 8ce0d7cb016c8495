import * as vscode from 'vscode';
import { counted, countText } from '../../core/display/counted';
import { describe } from '../../core/display/describe';
import { nameAndYear } from '../../core/display/shortReference';
import { plainInPlace, plainText } from '../../core/display/text/plainText';
import type { Group, GroupBy } from '../../core/library/libraryService';
import type { SourceState } from '../../core/model/source';
import { commands } from '../commands';
import { referenceContext } from '../papers/referenceContext';
import { idOf } from '../references/referenceId';
import {
  type GroupNode,
  groupName,
  type LibraryNode,
  type ReferenceNode,
  type SliceNode,
} from './libraryNode';

const groupIcons: Readonly<Record<GroupBy, string>> = {
  topic: 'tag',
  collection: 'folder-library',
  year: 'calendar',
  venue: 'mortar-board',
  letter: 'symbol-text',
  source: 'book',
};

/** How a row looks and what a screen reader says of it. Rows of a filtered tree are rows of their own. */
export function treeItem(node: LibraryNode, filter: string, isOpen: boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node, filter, isOpen);
    case 'slice':
      return sliceItem(node, filter);
    case 'reference':
      return referenceItem(node, filter);
  }
}

function groupItem(node: GroupNode, filter: string, isOpen: boolean): vscode.TreeItem {
  const { by, group } = node;
  const state = isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(
    plainText(group.label),
    group.count ? state : vscode.TreeItemCollapsibleState.None,
  );
  const about = group.state ? aboutSource(group.state, group.count) : counted(group.count, 'reference');
  item.id = `${filter}\n${groupName(node)}`;
  item.description = group.state ? about : countText(group.count);
  item.iconPath = groupIcon(by, group);
  item.contextValue = group.state ? `source ${group.state.source.kind} ${group.state.status}` : 'group';
  item.accessibilityInformation = { label: `${group.label}, ${about}` };
  item.tooltip = `${group.label}: ${about}`;
  return item;
}

function groupIcon(by: GroupBy, { state }: Group): vscode.ThemeIcon {
  if (state?.status === 'loading') return new vscode.ThemeIcon('loading~spin');
  if (state?.status === 'failed')
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (state?.problems.length)
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return new vscode.ThemeIcon(groupIcons[by]);
}

function aboutSource({ status, progress, problems, message }: SourceState, count: number): string {
  if (status === 'failed') return message ?? vscode.l10n.t('could not be read');
  const parts: string[] = [];
  if (status === 'loading')
    parts.push(
      progress === undefined
        ? vscode.l10n.t('loading')
        : vscode.l10n.t('loading {0} %', Math.round(progress * 100)),
    );
  if (count || status !== 'loading') parts.push(counted(count, 'reference'));
  if (problems.length) parts.push(counted(problems.length, 'problem'));
  return parts.join(', ');
}

function sliceItem({ parent, start, end }: SliceNode, filter: string): vscode.TreeItem {
  const label = vscode.l10n.t('{0} to {1}', countText(start + 1), countText(end));
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${filter}\n${groupName(parent)}\n${start}`;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, references {1}', parent.group.label, label) };
  return item;
}

function referenceItem({ reference, titleMatches, parent }: ReferenceNode, filter: string): vscode.TreeItem {
  const { title, byline } = describe(reference.item);
  // Who and when go first: titles are longer than a sidebar is wide.
  const short = plainText(nameAndYear(reference.item));
  const before = short && `${short} · `;
  const highlights = titleMatches.map(([start, end]): [number, number] => [
    before.length + start,
    before.length + end,
  ]);
  const item = new vscode.TreeItem({ label: before + plainInPlace(title), highlights });
  item.id = [filter, groupName(parent), reference.origin.source, reference.key].join('\n');
  item.contextValue = referenceContext(reference);
  item.accessibilityInformation = { label: [title, byline].filter(Boolean).join(', ') };
  // The focus stays in the tree, for whoever reads on with the arrow keys.
  item.command = {
    command: commands.openAbstract,
    title: vscode.l10n.t('Open Abstract'),
    arguments: [{ ...idOf(reference), preserveFocus: true }],
  };
  return item;
}
