import type { CslItem, Reference } from '../../reference';
import type { SourceText } from '../sourceText';
import { normaliseItem } from './normaliseItem';

/** A reference of a file whose entries are read whole, each from its own text. */
export class TextReference implements Reference {
  private decoded: CslItem | undefined;

  constructor(
    readonly key: string,
    private readonly text: SourceText,
    private readonly place: { readonly line: number; readonly start: number; readonly end: number },
    private readonly source: string,
    private readonly decode: (content: string) => Readonly<Record<string, unknown>>,
  ) {}

  get origin() {
    return { source: this.source, ...this.place };
  }

  get content(): string {
    return this.text.slice(this.place.start, this.place.end);
  }

  get item(): CslItem {
    this.decoded ??= normaliseItem(this.key, this.decode(this.content));
    return this.decoded;
  }

  /** Takes what the same entry was decoded to in an earlier state of the file, if it was. */
  adopt(earlier: Reference | undefined): void {
    if (earlier instanceof TextReference && earlier.decoded && earlier.content === this.content)
      this.decoded = earlier.decoded;
  }
}

/** Lets entries that are as they were keep what was decoded. */
export function adoptDecoded(references: readonly TextReference[], previous: readonly Reference[]): void {
  const earlier = new Map(previous.map(reference => [reference.key, reference]));
  for (const reference of references) reference.adopt(earlier.get(reference.key));
}
