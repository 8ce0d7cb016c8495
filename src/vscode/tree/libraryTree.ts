import * as vscode from 'vscode';
import { card } from '../../core/display/card';
import { escapeMarkdown } from '../../core/display/text/escapeMarkdown';
import type { GroupBy, LibraryService, MemberOrder } from '../../core/library/libraryService';
import { orElse } from '../../core/util/orElse';
import { contextKeys, setContext } from '../commands';
import { Debouncer } from '../debouncer';
import { trustedMarkdown } from '../trustedMarkdown';
import { groupName, type LibraryNode, slicesOf } from './libraryNode';
import { treeItem } from './libraryTreeItem';

/** Milliseconds from a change of the library to the rows that show it. */
const refreshPause = 250;

/** The library as a tree: groups, and the references in them. */
export class LibraryTree implements vscode.TreeDataProvider<LibraryNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly stopListening: () => void;
  private shownBy: GroupBy;
  private shownOrder: MemberOrder = 'author';
  private shownFilter = '';
  /** Groups that were opened while nothing was filtered: a filter that ends finds them so again. */
  private readonly open = new Set<string>();
  private readonly waiting = new Debouncer(refreshPause);

  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly library: LibraryService,
    groupBy: GroupBy,
  ) {
    this.shownBy = groupBy;
    this.stopListening = library.onDidChange(() => this.refreshSoon());
  }

  get groupBy(): GroupBy {
    return this.shownBy;
  }

  set groupBy(by: GroupBy) {
    this.shownBy = by;
    this.changed.fire();
  }

  /** Of the references in each group. */
  get order(): MemberOrder {
    return this.shownOrder;
  }

  set order(order: MemberOrder) {
    this.shownOrder = order;
    this.changed.fire();
  }

  /** A query as in the search; empty shows everything. */
  get filter(): string {
    return this.shownFilter;
  }

  set filter(query: string) {
    this.shownFilter = query;
    this.changed.fire();
  }

  /** To be called when a row is opened or closed; of a filtered tree that is told, too, when its rows are gone already. */
  setOpen(node: LibraryNode, isOpen: boolean): void {
    if (node.kind !== 'group' || node.isFiltered) return;
    if (isOpen) this.open.add(groupName(node));
    else this.open.delete(groupName(node));
  }

  async getChildren(node?: LibraryNode): Promise<LibraryNode[]> {
    const filter = this.shownFilter || undefined;
    if (!node) {
      const by = this.shownBy;
      const groups = await this.library.groups(by, filter);
      setContext(contextKeys.loaded, true);
      return groups.map(group => ({ kind: 'group', by, group, isFiltered: filter !== undefined }));
    }
    if (node.kind === 'reference') return [];
    if (node.kind === 'group') {
      const slices = slicesOf(node);
      if (slices.length) return slices;
    }
    const parent = node.kind === 'group' ? node : node.parent;
    const slice = node.kind === 'slice' ? ([node.start, node.end] as const) : undefined;
    const members = await this.library.members(parent.by, parent.group.id, filter, slice, this.shownOrder);
    return members.map(member => ({ kind: 'reference', ...member, parent }));
  }

  getTreeItem(node: LibraryNode): vscode.TreeItem {
    const isOpen = node.kind === 'group' && (this.shownFilter !== '' || this.open.has(groupName(node)));
    return orElse(
      () => treeItem(node, this.shownFilter, isOpen),
      () => new vscode.TreeItem(node.kind === 'reference' ? node.reference.key : '…'),
    );
  }

  /** The tooltip holds the abstract, so it is made when it is about to be shown. */
  resolveTreeItem(item: vscode.TreeItem, node: LibraryNode): vscode.TreeItem {
    if (node.kind !== 'reference') return item;
    const { reference } = node;
    const text = orElse(
      () => card(reference.item),
      () => escapeMarkdown(reference.key),
    );
    item.tooltip = trustedMarkdown(text);
    return item;
  }

  getParent(node: LibraryNode): LibraryNode | undefined {
    return node.kind === 'group' ? undefined : node.parent;
  }

  /** A source that is read changes the library several times in a moment; rows that are drawn anew cannot be clicked meanwhile. */
  private refreshSoon(): void {
    this.waiting.start('refresh', refreshPause, () => this.changed.fire());
  }

  dispose(): void {
    this.waiting.dispose();
    this.stopListening();
    this.changed.dispose();
  }
}
