import type { CslItem, ReferenceSummary } from '../../model/reference';
import type { ReadReference } from '../parsedBibliography';
import { type BibtexFile, EntryFields } from './bibtexFile';
import { cslItem } from './item/cslItem';
import { EntryBrief } from './item/entryBrief';
import type { ScannedEntry } from './scan/scanBibtex';
import { selfContainedEntry } from './selfContainedEntry';

/** An entry of a BibTeX file as a reference: nothing of it is decoded before it is asked for. */
export class BibtexReference implements ReadReference {
  private decoded: CslItem | undefined;

  constructor(
    private readonly file: BibtexFile,
    private readonly entry: ScannedEntry,
    private readonly source: string,
  ) {}

  get key(): string {
    return this.entry.key;
  }

  get origin() {
    const { line, start, end } = this.entry;
    return { source: this.source, line, start, end };
  }

  get aliases(): readonly string[] | undefined {
    return this.file
      .own(this.entry, 'ids')
      ?.split(',')
      .map(key => key.trim())
      .filter(key => key !== '');
  }

  get content(): string {
    return this.file.contentOf(this.entry);
  }

  get item(): CslItem {
    this.decoded ??= cslItem(this.entry.key, this.entry.type, this.fields);
    return this.decoded;
  }

  get bibtex(): string {
    return selfContainedEntry(this.file, this.entry);
  }

  get exchangeItem(): CslItem {
    return cslItem(this.entry.key, this.entry.type, this.fields, 'tex');
  }

  /** Takes what an equal entry was decoded to. */
  adopt(earlier: BibtexReference): void {
    this.decoded ??= earlier.decoded;
  }

  get isDecoded(): boolean {
    return this.decoded !== undefined;
  }

  private get fields(): EntryFields {
    return new EntryFields(this.file, this.entry);
  }

  get brief(): ReferenceSummary {
    return new EntryBrief(this.entry.type, this.fields);
  }
}
