import type { LibraryReference } from '../../core/library/libraryService';
import { Debouncer } from '../debouncer';

/** Rows that are passed on the way to another are not shown: one that is stayed at for this long is, in milliseconds. */
const rest = 150;

/** The page of the row that Enter would take, beside the list, once the writer asked for it, and until they do again. */
export class AbstractPreview {
  private isOn = false;
  private readonly waiting = new Debouncer();

  constructor(
    private readonly active: () => LibraryReference | undefined,
    private readonly open: (reference: LibraryReference) => void,
  ) {}

  toggle(): void {
    this.isOn = !this.isOn;
    this.waiting.cancel('show');
    if (this.isOn) this.show();
  }

  /** To be called when another row may be the active one. */
  follow(): void {
    if (this.isOn) this.waiting.start('show', rest, () => this.show());
  }

  dispose(): void {
    this.waiting.dispose();
  }

  private show(): void {
    const reference = this.active();
    if (reference) this.open(reference);
  }
}
