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
  private readonly fields: WeakRef<Fields> | undefined;

  /** `fields` are what `decode` gave of the text already, if it did. */
  constructor(
    readonly key: string,
    private readonly text: SourceText,
    private readonly place: { readonly line: number; readonly start: number; readonly end: number },
    private readonly source: string,
    private readonly decode: (content: string) => Fields,
    fields?: Fields,
  ) {
    if (fields) this.fields = new WeakRef(fields);
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
    const item = normaliseItem(this.key, this.fields?.deref() ?? this.decode(this.content));
    this.decoded = new WeakRef(item);
    return item;
  }

  /** Takes what the same entry was decoded to in an earlier state of the file, if it was. */
  adopt(earlier: Reference | undefined): void {
    if (earlier instanceof TextReference && earlier.decoded?.deref() && earlier.content === this.content)
      this.decoded = earlier.decoded;
  }
}
