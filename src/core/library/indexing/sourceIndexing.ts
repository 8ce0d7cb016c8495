import type { WholeText } from '../../bibliography/sourceText';
import type { Reference } from '../../model/reference';
import { ChangedKeys } from '../works/changedKeys';
import type { ReferenceStore } from '../works/referenceStore';
import { noChanges } from '../works/works';
import { TextMentions } from './rawTextSearch';
import type { WorkIndexer } from './workIndexer';

/** References filed at once: a few milliseconds' worth, so that a question asked meanwhile is answered soon. */
const filedPerSlice = 100;
/** References that a search brings forward. */
const maxBroughtForward = 50;

/**
 * New references of a source on their way into the library: filed among the works and indexed slice by slice, in file order. What is
 * searched for meanwhile is brought forward, so that a large file can be searched as soon as its entries are known.
 */
export class SourceIndexing {
  /** What was filed so far changed these. */
  readonly changed = new ChangedKeys();
  private next = 0;
  private mentions: TextMentions | undefined;

  constructor(
    private readonly references: readonly Reference[],
    private readonly whole: WholeText,
    private readonly library: ReferenceStore,
    private readonly indexed: WorkIndexer,
  ) {}

  /** How much of it is done, 0 to 1. */
  get share(): number {
    return this.references.length ? this.next / this.references.length : 1;
  }

  get isDone(): boolean {
    return this.next >= this.references.length;
  }

  fileSlice(): void {
    const start = this.next;
    this.next += filedPerSlice;
    this.file(this.references.slice(start, this.next));
  }

  /** Files and indexes what a query seems to ask for, its abstracts too. */
  bringForward(query: string): void {
    this.mentions ??= new TextMentions(this.references, this.whole.text);
    const mentioning = this.mentions.of(query, maxBroughtForward);
    this.file(mentioning);
    this.indexed.indexAbstractsOf(mentioning.flatMap(reference => this.library.works.of(reference) ?? []));
  }

  private file(references: readonly Reference[]): void {
    const changes = noChanges();
    for (const reference of references)
      if (!this.library.works.of(reference)) this.library.file(reference, changes);
    this.indexed.update(changes);
    this.changed.add(changes);
  }
}
