import type { Reference } from '../../model/reference';
import type { WorkIndexer } from '../indexing/workIndexer';
import type { ReferenceStore } from '../works/referenceStore';
import type { Work, WorkChanges } from '../works/works';
import type { LibrarySnapshot, SourceSnapshot } from './librarySnapshot';

/** What a snapshot knows, given back source by source as each turns out to be what it was. */
export class SnapshotRestorer {
  private readonly sources: Map<string, SourceSnapshot>;
  private readonly works: (Work | undefined)[];
  private readonly expected: Uint32Array;

  constructor(
    private readonly snapshot: LibrarySnapshot,
    private readonly library: ReferenceStore,
    private readonly indexed: WorkIndexer,
  ) {
    this.sources = new Map(snapshot.sources.map(source => [source.id, source]));
    this.works = new Array(snapshot.slots.length);
    this.expected = new Uint32Array(snapshot.slots.length);
    for (const { works } of snapshot.sources) for (const number of works) this.expected[number]!++;
  }

  expects(sourceId: string): boolean {
    return this.sources.has(sourceId);
  }

  /** What the reader of a source remembers of this content. */
  rememberedOf(sourceId: string, contentHash: string): Uint8Array | undefined {
    const source = this.sources.get(sourceId);
    return source?.contentHash === contentHash ? source.remembered : undefined;
  }

  /** What is known of a source, once; `undefined` when its content was another then. */
  take(sourceId: string, contentHash: string, count: number): SourceSnapshot | undefined {
    const source = this.sources.get(sourceId);
    if (source?.contentHash !== contentHash || source.works.length !== count) return undefined;
    this.sources.delete(sourceId);
    return source;
  }

  /** Files the references of a source as they were filed then; `changes` gets what is filed otherwise by now. */
  restore(references: readonly Reference[], source: SourceSnapshot, changes: WorkChanges): void {
    let at = 0;
    for (const [position, reference] of references.entries()) {
      const end = at + source.identityCounts[position]!;
      const identities = Array.from(source.identities.subarray(at, end));
      at = end;
      const number = source.works[position]!;
      const work = this.works[number] ?? { references: [], slot: -1 };
      this.works[number] = work;
      const hasEnded = work.slot < 0 && work.references.length > 0;
      if (hasEnded) this.library.file(reference, changes);
      else this.library.restore(reference, identities, work, changes);
      if (work.slot < 0 && work.references.length === 1 && !hasEnded)
        this.indexed.place(work, this.snapshot.slots[number]!);
    }
  }

  /** Brings the index up to date with what did not come back: works, and references of works that did. */
  sweep(): void {
    const unclaimed: number[] = [];
    for (const [number, slot] of this.snapshot.slots.entries()) {
      const work = this.works[number];
      if (!work || (work.slot < 0 && !this.indexed.has(slot))) unclaimed.push(slot);
      else if (work.slot === slot && work.references.length !== this.expected[number])
        this.indexed.replace(work);
    }
    this.indexed.index.remove(unclaimed);
  }
}
