import * as vscode from 'vscode';
import type { GroupBy, LibraryService, MemberOrder } from '../../core/library/libraryService';
import { type CommandId, commands, contextKeys, setContext, views } from '../commands';
import { registerCommand } from '../registerCommand';
import { libraryDrag } from './libraryDrag';
import type { LibraryNode } from './libraryNode';
import { LibraryTree } from './libraryTree';

const groupByKey = 'literature.groupBy';

const groupings: Readonly<Record<GroupBy, { readonly command: CommandId; readonly words: string }>> = {
  topic: { command: commands.groupByTopic, words: vscode.l10n.t('by topic') },
  collection: { command: commands.groupByCollection, words: vscode.l10n.t('by collection') },
  year: { command: commands.groupByYear, words: vscode.l10n.t('by year') },
  venue: { command: commands.groupByVenue, words: vscode.l10n.t('by venue') },
  letter: { command: commands.groupByLetter, words: vscode.l10n.t('by author') },
  source: { command: commands.groupBySource, words: vscode.l10n.t('by source') },
};

const sortByKey = 'literature.sortBy';

const orders: Readonly<Record<MemberOrder, { readonly command: CommandId; readonly words: string }>> = {
  author: { command: commands.sortByAuthor, words: '' },
  year: { command: commands.sortByYear, words: vscode.l10n.t(', newest first') },
  added: { command: commands.sortByAdded, words: vscode.l10n.t(', last added first') },
};

/** As the map filters by a part of it. */
const namedOneByOne = /\bkeys:"[^"]*"/;

/** The library in the sidebar, with the commands of its title bar. */
export class LibraryView implements vscode.Disposable {
  private readonly tree: LibraryTree;
  readonly view: vscode.TreeView<LibraryNode>;
  private readonly disposables: vscode.Disposable[];

  constructor(
    library: LibraryService,
    private readonly storage: vscode.Memento,
    drop: (transfer: vscode.DataTransfer) => Promise<void>,
  ) {
    const remembered = storage.get<GroupBy>(groupByKey);
    this.tree = new LibraryTree(library, remembered && remembered in groupings ? remembered : 'topic');
    const order = storage.get<MemberOrder>(sortByKey);
    if (order && order in orders) this.tree.order = order;
    this.view = vscode.window.createTreeView(views.library, {
      treeDataProvider: this.tree,
      dragAndDropController: libraryDrag(drop),
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.disposables = [
      this.tree,
      this.view,
      this.view.onDidExpandElement(({ element }) => this.tree.setOpen(element, true)),
      this.view.onDidCollapseElement(({ element }) => this.tree.setOpen(element, false)),
      ...Object.entries(groupings).map(([by, { command }]) =>
        registerCommand(command, () => this.group(by as GroupBy)),
      ),
      ...Object.entries(orders).map(([order, { command }]) =>
        registerCommand(command, () => this.sort(order as MemberOrder)),
      ),
      registerCommand(commands.filterLibrary, (query?: unknown) =>
        typeof query === 'string' ? this.setFilter(query) : this.askForFilter(),
      ),
      registerCommand(commands.clearFilter, () => this.setFilter('')),
    ];
    this.describe();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async group(by: GroupBy): Promise<void> {
    this.tree.groupBy = by;
    this.describe();
    await this.storage.update(groupByKey, by);
  }

  private async sort(order: MemberOrder): Promise<void> {
    this.tree.order = order;
    this.describe();
    await this.storage.update(sortByKey, order);
  }

  /** The tree follows while the query is typed; Escape brings back what was there. */
  private askForFilter(): void {
    const before = this.tree.filter;
    const input = vscode.window.createInputBox();
    input.title = vscode.l10n.t('Filter the Library');
    input.placeholder = vscode.l10n.t('Words, author:name, year:2021..2023, "exact phrase", -without');
    input.value = before;
    let accepted = false;
    const subscriptions = [
      input,
      input.onDidChangeValue(query => this.setFilter(query)),
      input.onDidAccept(() => {
        accepted = true;
        input.hide();
      }),
      input.onDidHide(() => {
        if (!accepted) this.setFilter(before);
        for (const subscription of subscriptions) subscription.dispose();
      }),
    ];
    input.show();
  }

  private setFilter(query: string): void {
    this.tree.filter = query.trim();
    setContext(contextKeys.filtered, this.tree.filter !== '');
    this.describe();
  }

  private describe(): void {
    const { filter, groupBy, order } = this.tree;
    this.view.description = groupings[groupBy].words + orders[order].words;
    this.view.message = filter
      ? vscode.l10n.t('Filtered by “{0}”', filter.replace(namedOneByOne, vscode.l10n.t('a part of the map')))
      : '';
  }
}
