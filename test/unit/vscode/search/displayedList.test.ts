import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomNumbers } from '../../../../src/core/util/randomNumbers';
import { DisplayedList, type List } from '../../../../src/vscode/search/displayedList';

interface Row {
  readonly name: string;
  readonly isHeading?: boolean;
}

/** A work when its name is in lower case; other rows ask for something, or tell it. */
const work = (name: string): Row => ({ name });
const heading = (name: string): Row => ({ name, isHeading: true });
const ask = () => work('Search Beyond');
const tell = () => work('Nothing Found');

const list = (query: string, items: readonly Row[], active: number): List<Row> => ({
  query,
  items,
  picked: [],
  active: items[active],
});

/** A quick pick of VS Code and its window, which messages reach after some turns, each way, in order. */
class Window {
  readonly canSelectMany = false;
  selectedItems: readonly Row[] = [];
  keepScrollPosition = false;
  readonly screen: DisplayedList<Row>;
  /** What is drawn. */
  shown: readonly Row[] = [];
  focus = -1;
  private all: readonly Row[] = [];
  private pending: { items?: readonly Row[]; active?: number } | undefined;
  private readonly onTheWay: (() => void)[] = [];

  constructor() {
    this.screen = new DisplayedList<Row>(this, {
      identityOf: ({ name }) => (/^[a-z]/.test(name) ? name : undefined),
      blank: () => heading(''),
    });
  }

  get items(): readonly Row[] {
    return this.all;
  }

  set items(items: readonly Row[]) {
    this.all = items;
    this.change().items = items;
  }

  set activeItems([item]: readonly Row[]) {
    this.change().active = this.all.indexOf(item!);
  }

  get activeItems(): readonly Row[] {
    return [];
  }

  /** Waits until all that was set is sent, and lets one message of each way arrive, or all. */
  async arrive(all: 'one' | 'all' = 'all'): Promise<void> {
    do {
      for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setTimeout(resolve, 1));
      this.onTheWay.shift()?.();
    } while (all === 'all' && this.onTheWay.length);
  }

  async move(to: string): Promise<void> {
    this.focusOn(this.shown.findIndex(({ name }) => name === to));
    await this.arrive();
  }

  private change() {
    if (!this.pending) {
      this.pending = {};
      setTimeout(() => {
        const { items, active } = this.pending!;
        this.pending = undefined;
        this.onTheWay.push(() => this.draw(items!, active!));
      }, 0);
    }
    return this.pending;
  }

  private draw(items: readonly Row[], active: number): void {
    this.shown = items;
    this.focusOn(items.findIndex(({ isHeading }) => !isHeading));
    if (this.focus !== active) this.focusOn(active);
  }

  private focusOn(place: number): void {
    this.focus = place;
    this.onTheWay.push(() => this.screen.activated(this.all[place]));
  }

  get focused(): string | undefined {
    return this.shown[this.focus]?.name;
  }

  /** Takes a row of what is drawn with the mouse: it gets the focus, and then is taken. Says what the list takes for it, once it knows. */
  click(place: number, query: string): { readonly wanted: string; taken?: string | undefined } {
    const told: { readonly wanted: string; taken?: string | undefined } = { wanted: this.shown[place]!.name };
    if (this.focus !== place) this.focusOn(place);
    this.onTheWay.push(() => {
      told.taken = this.taken(query);
    });
    return told;
  }

  /** Places of rows that can be taken. */
  get rows(): number[] {
    return this.shown.flatMap(({ isHeading }, place) => (isHeading ? [] : [place]));
  }

  taken(query: string): string | undefined {
    const taken = this.screen.taken(query);
    return taken === 'later' ? taken : taken?.name;
  }
}

test('a row that comes later gets the focus, where two lists are set in one turn', async () => {
  const window = new Window();
  window.screen.set(list('tides', [tell(), ask()], 1));
  window.screen.set(list('tides', [heading('Yours'), work('tides'), ask()], 1));
  await window.arrive();
  assert.equal(window.focused, 'tides');
  assert.equal(window.taken('tides'), 'tides');
});

test('a row that comes later gets the focus, however many lists are on their way', async () => {
  for (const arriving of [0, 1, 2, 3]) {
    const window = new Window();
    const own = () => [work('own'), work('other'), ask()];
    for (const items of [[tell(), ask()], [work('other'), ask()], own(), own(), own()]) {
      const best = items.findIndex(({ name }) => name !== 'Nothing Found');
      window.screen.set(list('tides', items, best));
      for (let i = 0; i < arriving; i++) await window.arrive('one');
    }
    await window.arrive();
    assert.equal(window.focused, 'own', String(arriving));
    assert.equal(window.taken('tides'), 'own', String(arriving));
    assert.ok(window.screen.isUntouched);
  }
});

test('the row that the writer moved to keeps the focus, whatever comes', async () => {
  const window = new Window();
  window.screen.set(list('tides', [work('first'), work('second'), ask()], 0));
  await window.arrive();
  await window.move('second');
  for (const more of ['third', 'fourth', 'fifth']) {
    window.screen.set(list('tides', [work(more), work('first'), work('second'), ask()], 0));
    await window.arrive();
    assert.equal(window.focused, 'second');
    assert.equal(window.taken('tides'), 'second');
    assert.ok(!window.screen.isUntouched);
  }
  window.screen.set(list('tide', [work('first'), work('second')], 0));
  await window.arrive();
  assert.equal(window.focused, 'first');
});

test('a row that is taken while other lists are on their way is the one that was drawn there', async () => {
  const names = ['a', 'b', 'c', 'd', 'Search Beyond'];
  const random = randomNumbers(1);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let round = 0; round < 60; round++) {
    const window = new Window();
    const set = () => {
      const items = [...names]
        .sort(() => random() - 0.5)
        .slice(0, 2 + below(3))
        .map(work);
      const headed = random() < 0.5 ? [heading('Yours'), ...items] : items;
      window.screen.set(list('tides', headed, below(items.length) + headed.length - items.length));
    };
    set();
    await window.arrive();
    for (let lists = below(4); lists > 0; lists--) {
      set();
      if (random() < 0.5) await window.arrive('one');
    }
    const told = window.click(window.rows[below(window.rows.length)]!, 'tides');
    for (let lists = below(2); lists > 0; lists--) set();
    await window.arrive();
    assert.equal(told.taken, told.wanted, `round ${round}`);
  }
});
