import type { CslItem, Reference } from '../model/reference';
import { normaliseItem } from './csl/normaliseItem';
import type { SourceText } from './sourceText';

/** An entry's fields by the names that CSL has for them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A reference of a file whose entries are read whole, each from its own text. What was made of it is kept no longer than the engine has
 * room to spare: the items of a large library take several times the file's own size.
 */
export class TextReference implements Reference {
  private decoded: WeakRef<CslItem> | undefined;
  private readonly parsed: WeakRef<Fields> | undefined;

  /** `parsed` is what `parse` gave of the text already, if it did; `fieldsOf` makes the fields of it. */
  constructor(
    readonly key: string,
    private readonly text: SourceText,
    private readonly place: { readonly line: number; readonly start: number; readonly end: number },
    private readonly source: string,
    private readonly parse: (content: string) => Fields,
    parsed?: Fields,
    private readonly fieldsOf: (parsed: Fields) => Fields = fields => fields,
  ) {
    if (parsed) this.parsed = new WeakRef(parsed);
  }

  get origin() {
    return { source: this.source, ...this.place };
  }

  get content(): string {
    return this.text.slice(this.place.start, this.place.end);
  }

  get item(): CslItem {
    const known = this.decoded?.deref();
    if (known) return known;
    const parsed = this.parsed?.deref() ?? this.parse(this.content);
    const item = normaliseItem(this.key, this.fieldsOf(parsed));
    this.decoded = new WeakRef(item);
    return item;
  }

  /** Takes what the same entry was decoded to in an earlier state of the file, if it was. */
  adopt(earlier: Reference | undefined): void {
    if (earlier instanceof TextReference && earlier.decoded?.deref() && earlier.content === this.content)
      this.decoded = earlier.decoded;
  }
}
