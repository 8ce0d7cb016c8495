import { Debouncer } from '../debouncer';

/** A list for a query: in it what Enter is to take, and what is ticked. */
export interface List<Item> {
  readonly query: string;
  readonly items: readonly Item[];
  readonly picked: readonly Item[];
  readonly active: Item | undefined;
}

/** What is used of VS Code's quick pick. */
interface Pick<Item> {
  items: readonly Item[];
  activeItems: readonly Item[];
  selectedItems: readonly Item[];
  readonly canSelectMany: boolean;
  keepScrollPosition?: boolean;
}

/** What tells items apart. */
interface ItemKinds<Item> {
  /** What is the same in every list that has this work; `undefined` for rows that are none. */
  identityOf(item: Item): string | undefined;
  /** A heading that is not drawn at the end of a list. */
  blank(): Item;
}

interface SentList<Item> extends List<Item> {
  /** Where its items begin among those of the pick: at places that no other list has that may still be on the screen. */
  readonly offset: number;
  /** Its active item is not its best, but where the writer had gone in the list before. */
  readonly isMoved: boolean;
}

/**
 * Which list the writer sees. VS Code tells what was pressed by its place, and looks the place up in the list that was
 * set last (extHostQuickOpen.ts), while that one may still be on its way to the screen: what the writer ticked or took
 * would become another paper. So each list has places of its own, behind headings that are not drawn.
 */
export class DisplayedList<Item> {
  private seen: SentList<Item> | undefined;
  /** Set, and not on the screen yet; oldest first. */
  private coming: SentList<Item>[] = [];
  /** To be set when the one before is under way. */
  private held: List<Item> | undefined;
  /** What is active on the screen. */
  private active: Item | undefined;
  private readonly sending = new Debouncer();
  private isSending = false;

  constructor(
    private readonly pick: Pick<Item>,
    private readonly kinds: ItemKinds<Item>,
  ) {}

  dispose(): void {
    this.sending.dispose();
  }

  get isComing(): boolean {
    return this.coming.length > 0 || this.held !== undefined;
  }

  /** Whether an item is in the list that is on the screen. */
  shows(item: Item): boolean {
    return this.seen?.items.includes(item) === true;
  }

  /** Whether the writer has not moved away from the item that the list made active. */
  get isUntouched(): boolean {
    return this.isComing || !this.isMoved;
  }

  /**
   * A list for another query starts at its best hit; one that comes by itself leaves the writer where they are. What is set in one turn VS Code
   * sends as one, so that the first of two lists would be waited for in vain: the second has to wait until the first is sent.
   */
  set(list: List<Item>): void {
    if (this.isSending) this.held = list;
    else this.send(list);
  }

  private send(list: List<Item>): void {
    const { pick, newestSent } = this;
    const isNewQuery = newestSent?.query !== list.query;
    const place = isNewQuery ? undefined : this.placeIn(list);
    const active = place ?? list.active;
    const offset = this.freePlaces(list.items.length);
    pick.keepScrollPosition = !isNewQuery;
    pick.items = this.withPlaces(list.items, offset);
    if (active) pick.activeItems = [active];
    // After the active item, which tells that the list has come: so the boxes it ticks are its own.
    if (pick.canSelectMany) pick.selectedItems = list.picked;
    const set = { ...list, active, offset, isMoved: place !== undefined };
    if (active) this.coming.push(set);
    else this.come([set]);
    // Timers run in the order they were set: VS Code sends what it was given by one that was set before this.
    this.isSending = true;
    this.sending.start('sent', 0, () => {
      this.isSending = false;
      const { held } = this;
      this.held = undefined;
      if (held) this.send(held);
    });
  }

  /** To be told of every change of the active item: a list that comes to the screen makes its own item active. */
  activated(item: Item | undefined): void {
    const found = item && this.locate(item);
    if (!found || found.list === this.seen) this.active = found?.item;
    // VS Code makes the first row of a list active, and then the one that it was told.
    else this.come(this.coming.splice(0, this.coming.indexOf(found.list) + 1));
  }

  /** What was under the writer's hand when VS Code says it was `item`; `undefined` where nothing was. */
  pressed(item: Item | undefined): Item | undefined {
    return item && this.locate(item)?.item;
  }

  /**
   * What Enter takes: what the writer moved to or sees as the answer to what is typed, otherwise the best of the answer
   * that is on its way. `'later'` when what is typed is still being searched for.
   */
  taken(query: string): Item | 'later' | undefined {
    const { seen, active, newest } = this;
    const isMoved = active && active !== seen?.active && this.kinds.identityOf(active) !== undefined;
    if (seen?.query === query || isMoved) return active;
    return newest?.query === query ? newest.active : 'later';
  }

  /** The list that has the place at which VS Code found an item, and what it has there. */
  private locate(item: Item): { readonly list: SentList<Item>; readonly item: Item } | undefined {
    const place = this.pick.items.indexOf(item);
    for (const list of this.maybeDrawn) {
      const there = place < list.offset ? undefined : list.items[place - list.offset];
      if (there) return { list, item: there };
    }
    return undefined;
  }

  /** Places for so many items that no list has which may still be drawn. The line above the first row is there in every list. */
  private freePlaces(count: number): number {
    const taken = this.maybeDrawn;
    const isFree = (offset: number) =>
      taken.every(list => offset + count <= list.offset || offset >= endOf(list));
    return [1, ...taken.map(endOf)].sort((a, b) => a - b).find(isFree)!;
  }

  /** A place that is pressed on an earlier list must still be one, or VS Code tells nothing. Headings with no row below are not drawn. */
  private withPlaces(items: readonly Item[], offset: number): readonly Item[] {
    const { blank } = this.kinds;
    const missing = Math.max(0, ...this.maybeDrawn.map(endOf)) - offset - items.length;
    return [
      ...Array.from({ length: offset }, blank),
      ...items,
      ...Array.from({ length: Math.max(0, missing) }, blank),
    ];
  }

  private get maybeDrawn(): readonly SentList<Item>[] {
    return this.seen ? [this.seen, ...this.coming] : this.coming;
  }

  private get newest(): List<Item> | undefined {
    return this.held ?? this.newestSent;
  }

  private get newestSent(): SentList<Item> | undefined {
    return this.coming.at(-1) ?? this.seen;
  }

  private get isMoved(): boolean {
    return this.active !== this.seen?.active || this.seen?.isMoved === true;
  }

  private come(lists: readonly SentList<Item>[]): void {
    this.seen = lists.at(-1);
    this.active = this.seen?.active;
  }

  /** The reference that the writer moved to, in a newer list. */
  private placeIn(list: List<Item>): Item | undefined {
    const { active } = this;
    if (!active || !this.isMoved) return undefined;
    const moved = this.kinds.identityOf(active);
    return moved === undefined ? undefined : list.items.find(item => this.kinds.identityOf(item) === moved);
  }
}

function endOf<Item>({ items, offset }: SentList<Item>): number {
  return offset + items.length;
}
