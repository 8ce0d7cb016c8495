import * as vscode from 'vscode';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { errorMessage } from '../../core/util/errorMessage';
import { contextKeys, setContext } from '../commands';
import { settings } from '../settings';
import { setWithCollection } from '../sources/collectionSwitch';
import { AbstractPreview } from './abstractPreview';
import { DisplayedList } from './displayedList';
import type { OutsideAnswer } from './outsideSearch';
import type { PickActions, Picked, PickRequest, SearchContext } from './pickRequest';
import {
  heading,
  isFilterItem,
  isOutsideItem,
  isReferenceItem,
  itemButtons,
  type ReferenceItem,
  type SearchItem,
} from './searchItems';
import { identity, type SearchList, type SearchListInput, searchList } from './searchList';

/** How many references a list shows: more than anybody scrolls through; one more word narrows it. */
const shown = 100;
/** Typing rests when no letter came for this long, in milliseconds. */
const rest = 150;

/** Lets the writer search the library. Resolves with what was picked, `undefined` when it was dismissed. */
export function pickReferences(
  library: LibraryService,
  actions: PickActions,
  request: PickRequest,
): Promise<Picked | undefined> {
  return new Promise(resolve => {
    openList = new ReferencePick(library, actions, request, resolve);
  });
}

/** The list on the screen, for the keys that act in it. */
let openList: ReferencePick | undefined;

/** As Enter, but in the text where Enter cites in parentheses, and the other way round. */
export function takeInOtherForm(): void {
  openList?.accept('other');
}

/** Shows the page of the row that Enter would take, and from then on that of each row one moves to; again, and it stays as it is. */
export function previewAbstracts(): void {
  openList?.preview.toggle();
}

type Answer = Omit<SearchListInput, 'picked'>;

const hideButton = {
  iconPath: new vscode.ThemeIcon('eye'),
  tooltip: vscode.l10n.t('Leave the Bundled Collection Out'),
};
const showButton = {
  iconPath: new vscode.ThemeIcon('eye-closed'),
  tooltip: vscode.l10n.t('Show the Bundled Collection'),
};
const severalButton = { iconPath: new vscode.ThemeIcon('checklist'), tooltip: vscode.l10n.t('Pick Several') };

class ReferencePick {
  private readonly pick = vscode.window.createQuickPick<SearchItem>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly context: Promise<SearchContext>;
  private readonly screen = new DisplayedList(this.pick, {
    identityOf: item => (isReferenceItem(item) ? identity(item.reference) : undefined),
    blank: () => heading(''),
  });
  private readonly picked = new Map<string, LibraryReference>();
  /** What is listed. */
  private answer: Answer | undefined;
  private newest = 0;
  /** Enter was pressed before the answer was there. */
  private isWanted = false;
  private outside: OutsideAnswer | undefined;
  private asking = new AbortController();
  private form: 'default' | 'other' = 'default';
  readonly preview = new AbstractPreview(
    () => this.activeReference,
    reference => this.actions.openAbstract(reference),
  );

  constructor(
    private readonly library: LibraryService,
    private readonly actions: PickActions,
    private readonly request: PickRequest,
    private readonly resolve: (picked: Picked | undefined) => void,
  ) {
    const { pick } = this;
    this.context = request.context();
    pick.title = request.title;
    pick.placeholder = request.placeholder;
    pick.value = request.query ?? '';
    pick.canSelectMany = request.several === 'now';
    pick.buttons = this.buttons(request.several === 'possible');
    // A glance at an abstract must not end the search.
    pick.ignoreFocusOut = true;
    // The index ranks the list. This switch is in the implementation, not in the typings (microsoft/vscode#73904).
    (pick as vscode.QuickPick<SearchItem> & { sortByLabel: boolean }).sortByLabel = false;
    this.subscriptions = [
      pick,
      this.screen,
      pick.onDidChangeValue(() => this.typed()),
      pick.onDidChangeActive(([item]) => this.activated(item)),
      pick.onDidChangeSelection(items => this.select(items)),
      pick.onDidAccept(() => this.accept('default')),
      pick.onDidTriggerButton(button => this.press(button)),
      pick.onDidTriggerItemButton(({ item, button }) => this.act(this.screen.pressed(item), button)),
      pick.onDidHide(() => this.end(undefined)),
      new vscode.Disposable(library.onDidChange(() => this.libraryChanged())),
    ];
    this.search('typed');
    setContext(contextKeys.searching, true);
    pick.show();
  }

  private activated(item: SearchItem | undefined): void {
    this.screen.activated(item);
    this.preview.follow();
  }

  private get activeReference(): LibraryReference | undefined {
    const taken = this.screen.taken(this.pick.value);
    return taken && taken !== 'later' && isReferenceItem(taken) ? taken.reference : undefined;
  }

  private typed(): void {
    this.isWanted = false;
    if (this.outside && this.outside.query !== this.pick.value) {
      this.asking.abort();
      this.outside = undefined;
    }
    this.search('typed');
  }

  /**
   * What is typed is answered by its words at once, and by its meaning when typing rests. A list that changes by itself
   * irritates whoever ticks boxes in it, or has seen this answer already: then it comes once, ranked by meaning.
   */
  private async search(cause: 'typed' | 'library changed'): Promise<void> {
    const request = ++this.newest;
    const query = this.pick.value;
    this.pick.busy = true;
    const once = hasWords(query) && (this.pick.canSelectMany || cause === 'library changed');
    if (once && cause === 'typed') await resting();
    if (request !== this.newest) return;
    const answer = await this.ask(query, once ? 'meaning' : 'words').catch(error => failed(query, error));
    if (request !== this.newest) return;
    this.pick.busy = false;
    const list = this.show(answer);
    // Only a row that was seen is consent to ask beyond the library.
    if (this.isWanted && !(list.active && isOutsideItem(list.active))) this.take(list.active);
    else if (!once && (hasWords(query) || !list.active)) await this.refine(request, query);
  }

  private async libraryChanged(): Promise<void> {
    void this.search('library changed');
    const { outside } = this;
    if (!outside) return;
    const anew = await this.request.outside?.comparedAnew(outside);
    if (!anew || this.outside !== outside) return;
    this.outside = anew;
    if (this.answer?.query === anew.query) this.show(this.answer);
  }

  private async refine(request: number, query: string): Promise<void> {
    await resting();
    if (request !== this.newest) return;
    const answer = await this.ask(query, 'meaning').catch(() => undefined);
    if (answer && request === this.newest && this.screen.isUntouched) this.show(answer);
  }

  private show(answer: Answer): SearchList {
    this.answer = answer;
    const list = searchList({
      ...answer,
      picked: [...this.picked.values()],
      offer: this.request.listed ? undefined : this.request.outside?.offer(answer.query),
      outside: this.listed(answer.query) ?? (this.outside?.query === answer.query ? this.outside : undefined),
    });
    this.screen.set(list);
    return list;
  }

  /** The works listed from the start that have all the words typed. */
  private listed(query: string): OutsideAnswer | undefined {
    const { listed } = this.request;
    if (!listed) return undefined;
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = listed.hits.filter(({ reference }) => {
      const text = JSON.stringify(reference.item).toLowerCase();
      return words.every(word => text.includes(word));
    });
    return { query, heading: listed.heading, hits, pending: [], failures: [] };
  }

  /** The writer chose to ask beyond the library. What one identifier names is taken as soon as it is there. */
  private async askOutside(query: string): Promise<void> {
    const { outside } = this.request;
    if (!outside) return;
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const progress = (answer: OutsideAnswer) => {
      if (signal.aborted) return;
      this.outside = answer;
      if (this.answer?.query === query) this.show(this.answer);
    };
    progress({
      query,
      heading: vscode.l10n.t('Asking the catalogs…'),
      hits: [],
      pending: ['an answer'],
      failures: [],
    });
    this.pick.busy = true;
    try {
      await outside.ask(query, progress, signal);
    } catch (error) {
      progress({
        query,
        heading: vscode.l10n.t('From the catalogs'),
        hits: [],
        pending: [],
        failures: [errorMessage(error)],
      });
    }
    if (signal.aborted) return;
    this.pick.busy = false;
    const [hit, ...more] = this.outside?.hits ?? [];
    if (hit && !more.length && outside.offer(query)?.isIdentifier) this.takeOutside(hit.reference);
  }

  private takeOutside(reference: LibraryReference): void {
    if (this.pick.canSelectMany || this.picked.size) {
      this.picked.set(identity(reference), reference);
      if (this.answer) this.show(this.answer);
    } else this.end([reference]);
  }

  private async ask(query: string, by: 'words' | 'meaning'): Promise<Answer> {
    const { sources, citedKeys, recentKeys } = await this.context;
    if (this.request.listed) return { query, answer: { hits: [] }, filters: [], sources };
    const preferredSources = sources ? { preferredSources: sources } : {};
    const isSentence = this.request.isSentence === true && query === this.request.query;
    const [answer, filters] = await Promise.all([
      this.request.initial && !query.trim()
        ? this.request.initial()
        : this.library.search({
            query,
            limit: shown,
            citedKeys,
            recentKeys,
            meaning: by === 'meaning',
            isSentence,
            ...preferredSources,
          }),
      this.library.completeFilter(query, query.length),
    ]);
    const { outside } = this.request;
    if (isSentence || !outside?.offer(query)?.isExact) return { query, answer, filters, sources };
    // An identifier means one work: never strangers.
    const isMeant = outside.meantBy(query);
    const hits = answer.hits.filter(({ reference }) => isMeant(reference));
    return { query, answer: { hits }, filters: [], sources };
  }

  private select(items: readonly SearchItem[]): void {
    if (!this.pick.canSelectMany) return;
    const ticked = items.map(item => this.screen.pressed(item)).filter(item => item !== undefined);
    const filter = ticked.find(isFilterItem);
    const outside = ticked.find(isOutsideItem);
    if (filter) this.complete(filter.query);
    else if (outside) void this.askOutside(outside.outside);
    else this.tick(ticked.filter(isReferenceItem));
  }

  private tick(items: readonly ReferenceItem[]): void {
    const before = this.picked.size;
    // Of a list that is about to go not all boxes are told, and the one that replaces it was sent without these.
    if (!this.screen.isComing) this.picked.clear();
    for (const { reference } of items) this.picked.set(identity(reference), reference);
    if (this.screen.isComing && this.picked.size > before && this.answer) this.show(this.answer);
  }

  accept(form: 'default' | 'other'): void {
    this.form = form;
    const taken = this.screen.taken(this.pick.value);
    if (this.picked.size) this.end([...this.picked.values()]);
    else if (taken === 'later') this.isWanted = true;
    else if (taken && isOutsideItem(taken) && !this.screen.shows(taken)) return;
    else this.take(taken);
  }

  private take(item: SearchItem | undefined): void {
    if (item && isFilterItem(item)) this.complete(item.query);
    else if (item && isOutsideItem(item)) void this.askOutside(item.outside);
    else if (item && isReferenceItem(item)) this.end([item.reference]);
  }

  private complete(query: string): void {
    this.pick.value = query;
    this.typed();
  }

  private pickSeveral(): void {
    this.pick.canSelectMany = true;
    this.pick.buttons = this.buttons(false);
  }

  private press(button: vscode.QuickInputButton): void {
    if (button === severalButton) this.pickSeveral();
    else void this.switchCollection(button === showButton);
  }

  /** The list follows when the library has changed. */
  private async switchCollection(isShown: boolean): Promise<void> {
    await setWithCollection(isShown);
    this.pick.buttons = this.buttons(this.pick.buttons.includes(severalButton));
  }

  private buttons(canBecomeSeveral: boolean): vscode.QuickInputButton[] {
    return [
      settings.withCollection() ? hideButton : showButton,
      ...(canBecomeSeveral ? [severalButton] : []),
    ];
  }

  private act(item: SearchItem | undefined, button: vscode.QuickInputButton): void {
    if (!item || !isReferenceItem(item)) return;
    if (button === itemButtons.openAbstract) this.actions.openAbstract(item.reference);
    else if (button === itemButtons.copyKey) this.actions.copyKey(item.reference);
    else if (button === itemButtons.openPaper) this.actions.openPaper(item.reference);
    else this.actions.openOnWeb(item.reference);
  }

  private end(picked: readonly LibraryReference[] | undefined): void {
    this.newest = Number.POSITIVE_INFINITY;
    this.asking.abort();
    this.preview.dispose();
    if (openList === this) openList = undefined;
    setContext(contextKeys.searching, false);
    this.resolve(picked && { references: picked, ...(this.form === 'other' && { otherForm: true }) });
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** The meaning of one word is what it says. */
function hasWords(query: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(query);
}

function failed(query: string, error: unknown): Answer {
  return { query, answer: { hits: [] }, filters: [], sources: undefined, failure: String(error) };
}

function resting(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, rest));
}
