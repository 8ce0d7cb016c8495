import * as vscode from 'vscode';
import type { LibraryReference, LibraryService, SearchAnswer } from '../../core/library/libraryService';
import { isFilterItem, isReferenceItem, itemButtons, notice, type SearchItem } from './searchItems';
import { identity, type SearchList, searchList } from './searchList';

/** How many references a list shows: more than anybody scrolls through; one more word narrows it. */
const shown = 100;
/** Typing rests when no letter came for this long, in milliseconds. */
const rest = 150;

/** What a search knows of the document that will cite. */
export interface SearchContext {
  /** The document's bibliographies; `undefined` where nothing will be cited in a document. */
  readonly sources?: readonly string[];
  readonly citedKeys: readonly string[];
  readonly recentKeys: readonly string[];
}

export interface PickRequest {
  readonly title: string;
  readonly placeholder: string;
  readonly query?: string;
  /** Whether several can be picked: from the start, when asked for by a button, or not at all. */
  readonly several: 'now' | 'possible' | 'never';
  /** Asked for once, when the list is already open: finding bibliographies may take a moment. */
  readonly context: () => Promise<SearchContext>;
  /** What is listed before anything is typed, instead of what was used last. */
  readonly initial?: () => Promise<SearchAnswer>;
}

/** What the buttons of an item do; the search goes on. */
export interface PickActions {
  openAbstract(reference: LibraryReference): void;
  copyKey(reference: LibraryReference): void;
  openOnWeb(reference: LibraryReference): void;
}

/** Lets the writer search the library. Resolves with what was picked, `undefined` when it was dismissed. */
export function pickReferences(
  library: LibraryService,
  actions: PickActions,
  request: PickRequest,
): Promise<readonly LibraryReference[] | undefined> {
  return new Promise(resolve => new ReferencePick(library, actions, request, resolve));
}

const severalButton = { iconPath: new vscode.ThemeIcon('checklist'), tooltip: 'Pick Several' };

class ReferencePick {
  private readonly pick = vscode.window.createQuickPick<SearchItem>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly context: Promise<SearchContext>;
  private picked = new Map<string, LibraryReference>();
  private newest = 0;
  /** Enter was pressed before the answer was there. */
  private isWanted = false;

  constructor(
    private readonly library: LibraryService,
    private readonly actions: PickActions,
    private readonly request: PickRequest,
    private readonly resolve: (picked: readonly LibraryReference[] | undefined) => void,
  ) {
    const { pick } = this;
    this.context = request.context();
    pick.title = request.title;
    pick.placeholder = request.placeholder;
    pick.value = request.query ?? '';
    pick.canSelectMany = request.several === 'now';
    pick.buttons = request.several === 'possible' ? [severalButton] : [];
    // A glance at an abstract must not end the search.
    pick.ignoreFocusOut = true;
    // The index ranks the list. This switch is in the implementation, not in the typings (microsoft/vscode#73904).
    (pick as vscode.QuickPick<SearchItem> & { sortByLabel: boolean }).sortByLabel = false;
    this.subscriptions = [
      pick,
      pick.onDidChangeValue(() => this.search()),
      pick.onDidChangeSelection(items => this.select(items)),
      pick.onDidAccept(() => this.accept()),
      pick.onDidTriggerButton(() => this.pickSeveral()),
      pick.onDidTriggerItemButton(({ item, button }) => this.act(item, button)),
      pick.onDidHide(() => this.end(undefined)),
      new vscode.Disposable(library.onDidChange(() => this.search())),
    ];
    this.search();
    pick.show();
  }

  private async search(): Promise<void> {
    const request = ++this.newest;
    const query = this.pick.value;
    this.isWanted = false;
    this.pick.busy = true;
    // A list that changes by itself, just when a box in it is ticked, would lose the tick: then it comes once, and ranked by meaning.
    const once = this.pick.canSelectMany && hasWords(query);
    if (once) await resting();
    if (request !== this.newest) return;
    let list: SearchList;
    try {
      list = await this.ask(query, once ? 'meaning' : 'words');
    } catch (error) {
      list = {
        items: [notice('The library cannot be searched now', String(error))],
        picked: [],
        active: undefined,
      };
    }
    if (request !== this.newest) return;
    this.pick.busy = false;
    this.show(list);
    if (this.isWanted) this.take(list.active);
    else if (!once && hasWords(query)) await this.refine(request, query, list);
  }

  /** Once typing rests the list is ranked by meaning too, unless the writer is going through it already. */
  private async refine(request: number, query: string, first: SearchList): Promise<void> {
    await resting();
    if (request !== this.newest) return;
    const list = await this.ask(query, 'meaning').catch(() => undefined);
    const isUntouched = this.pick.activeItems[0] === first.active;
    if (list && request === this.newest && isUntouched) this.show(list);
  }

  private show(list: SearchList): void {
    this.pick.items = list.items;
    if (this.pick.canSelectMany) this.pick.selectedItems = list.picked;
    if (list.active) this.pick.activeItems = [list.active];
  }

  private async ask(query: string, by: 'words' | 'meaning'): Promise<SearchList> {
    const { sources, citedKeys, recentKeys } = await this.context;
    const preferredSources = sources ? { preferredSources: sources } : {};
    const [answer, filters] = await Promise.all([
      this.request.initial && !query.trim()
        ? this.request.initial()
        : this.library.search({
            query,
            limit: shown,
            citedKeys,
            recentKeys,
            meaning: by === 'meaning',
            ...preferredSources,
          }),
      this.library.completeFilter(query, query.length),
    ]);
    return searchList({ query, answer, filters, picked: [...this.picked.values()], sources });
  }

  private select(items: readonly SearchItem[]): void {
    const filter = items.find(isFilterItem);
    if (!this.pick.canSelectMany) return;
    if (filter) this.complete(filter.query);
    else
      this.picked = new Map(
        items.filter(isReferenceItem).map(({ reference }) => [identity(reference), reference]),
      );
  }

  /** Enter means what is typed: while that is still being searched for, what the list shows is of an earlier query. */
  private accept(): void {
    if (this.picked.size) this.end([...this.picked.values()]);
    else if (this.pick.busy) this.isWanted = true;
    else this.take(this.pick.activeItems[0]);
  }

  private take(item: SearchItem | undefined): void {
    if (item && isFilterItem(item)) this.complete(item.query);
    else if (item && isReferenceItem(item)) this.end([item.reference]);
  }

  private complete(query: string): void {
    this.pick.value = query;
    this.search();
  }

  private pickSeveral(): void {
    this.pick.canSelectMany = true;
    this.pick.buttons = [];
  }

  private act(item: SearchItem, button: vscode.QuickInputButton): void {
    if (!isReferenceItem(item)) return;
    if (button === itemButtons.openAbstract) this.actions.openAbstract(item.reference);
    else if (button === itemButtons.copyKey) this.actions.copyKey(item.reference);
    else this.actions.openOnWeb(item.reference);
  }

  private end(picked: readonly LibraryReference[] | undefined): void {
    this.newest = Number.POSITIVE_INFINITY;
    this.resolve(picked);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Whether there is more to a query than one word: the meaning of one word is what it says. */
function hasWords(query: string): boolean {
  return /\S\s+\S/.test(query);
}

function resting(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, rest));
}
