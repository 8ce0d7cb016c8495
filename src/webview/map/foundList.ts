import type { LibraryPicture } from '../../core/library/libraryService';
import { filled, type MapTexts } from './texts';

/** More rows are not read through; a topic or a year makes it fewer. */
const maxRows = 300;

export interface FoundEvents {
  open(work: number): void;
  cite(work: number): void;
}

/** The papers that are chosen, as a list for the keyboard and for screen readers: arrows go through it, Enter opens, Ctrl+Enter cites. */
export class FoundList {
  private rows: HTMLLIElement[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly texts: MapTexts,
    private readonly events: FoundEvents,
  ) {
    list.addEventListener('keydown', event => this.pressed(event));
  }

  show({ works }: LibraryPicture, found: readonly number[], cited: ReadonlySet<number>): void {
    const first = [...found.filter(work => cited.has(work)), ...found.filter(work => !cited.has(work))];
    this.rows = first.slice(0, maxRows).map((work, index) => {
      const { short, title } = works[work]!;
      const row = document.createElement('li');
      row.tabIndex = index ? -1 : 0;
      row.setAttribute('role', 'option');
      row.dataset.work = String(work);
      const name = document.createElement('strong');
      name.textContent = short;
      row.append(name, ` ${title}`);
      if (cited.has(work)) {
        const mark = document.createElement('em');
        mark.textContent = ` ${this.texts.cited}`;
        row.append(mark);
      }
      row.addEventListener('click', event =>
        event.altKey || event.ctrlKey || event.metaKey ? this.events.cite(work) : this.events.open(work),
      );
      return row;
    });
    const left = found.length - this.rows.length;
    const more = document.createElement('li');
    more.className = 'more';
    more.setAttribute('role', 'presentation');
    more.textContent = filled(this.texts.more, left.toLocaleString());
    this.list.replaceChildren(...this.rows, ...(left > 0 ? [more] : []));
  }

  private pressed(event: KeyboardEvent): void {
    const at = this.rows.indexOf(document.activeElement as HTMLLIElement);
    const row = this.rows[at];
    if (!row) return;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1 }[event.key];
    if (target !== undefined) this.focus(row, this.rows[target]);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.altKey))
      this.events.cite(Number(row.dataset.work));
    else if (event.key === 'Enter' || event.key === ' ') this.events.open(Number(row.dataset.work));
    else return;
    event.preventDefault();
  }

  private focus(from: HTMLElement, to: HTMLElement | undefined): void {
    if (!to) return;
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}
