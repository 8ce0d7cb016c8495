import type * as vscode from 'vscode';
import { heading, isReferenceItem, type SearchItem } from './searchItems';
import { identity, type SearchList } from './searchList';

/**
 * Which list the writer sees. VS Code tells what was pressed by its place, and looks the place up in the list that was
 * set last (extHostQuickOpen.ts), while over a slow line that one may still be on its way to the screen: what the
 * writer ticked or took would become another paper.
 */
export class DisplayedList {
  private seen: SearchList | undefined;
  /** Set, and not on the screen yet; oldest first. */
  private coming: SearchList[] = [];
  /** What is active on the screen. */
  private active: SearchItem | undefined;

  constructor(private readonly pick: vscode.QuickPick<SearchItem>) {}

  get isComing(): boolean {
    return this.coming.length > 0;
  }

  /** Whether the writer has not moved away from the item that the list made active. */
  get isUntouched(): boolean {
    return this.isComing || this.active === this.seen?.active;
  }

  /** A list for another query starts at its best hit; one that comes by itself leaves the writer where they are. */
  set(list: SearchList): void {
    const { pick, newest } = this;
    const isNewQuery = newest?.query !== list.query;
    const active = isNewQuery ? list.active : (this.placeIn(list) ?? list.active);
    pick.keepScrollPosition = !isNewQuery;
    pick.items = this.withPlaces(list.items);
    if (active) pick.activeItems = [active];
    // After the active item, which tells that the list has come: so the boxes it ticks are its own.
    if (pick.canSelectMany) pick.selectedItems = list.picked;
    const set = { ...list, active };
    if (active) this.coming.push(set);
    else this.come([set]);
  }

  /** To be told of every change of the active item: a list that comes to the screen makes its own item active. */
  activated(item: SearchItem | undefined): void {
    const place = item ? this.pick.items.indexOf(item) : -1;
    const arrived = this.coming.findIndex(({ items, active }) => active && items.indexOf(active) === place);
    if (arrived < 0) this.active = this.pressed(item);
    else this.come(this.coming.splice(0, arrived + 1));
  }

  /** What was under the writer's hand when VS Code says it was `item`; `undefined` where nothing was. */
  pressed(item: SearchItem | undefined): SearchItem | undefined {
    return item && this.isComing ? this.seen?.items[this.pick.items.indexOf(item)] : item;
  }

  /**
   * What Enter takes: what the writer moved to or sees as the answer to what is typed, otherwise the best of the answer
   * that is on its way. `'later'` when what is typed is still being searched for.
   */
  taken(query: string): SearchItem | 'later' | undefined {
    const { seen, active, newest } = this;
    if (seen?.query === query || (active && isReferenceItem(active) && active !== seen?.active))
      return active;
    return newest?.query === query ? newest.active : 'later';
  }

  /** A place that is pressed on an earlier list must still be one, or VS Code tells nothing. Last headings are not drawn. */
  private withPlaces(items: readonly SearchItem[]): readonly SearchItem[] {
    const earlier = [this.seen, ...this.coming].map(list => list?.items.length ?? 0);
    const missing = Math.max(...earlier) - items.length;
    return missing > 0 ? [...items, ...Array.from({ length: missing }, () => heading(''))] : items;
  }

  private get newest(): SearchList | undefined {
    return this.coming.at(-1) ?? this.seen;
  }

  private come(lists: readonly SearchList[]): void {
    this.seen = lists.at(-1);
    this.active = this.seen?.active;
  }

  /** The reference that the writer moved to, in a newer list. */
  private placeIn(list: SearchList): SearchItem | undefined {
    const { active } = this;
    if (!active || active === this.newest?.active || !isReferenceItem(active)) return undefined;
    const moved = identity(active.reference);
    return list.items.find(item => isReferenceItem(item) && identity(item.reference) === moved);
  }
}
