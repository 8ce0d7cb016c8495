import type { WorkIndex } from '../indexing/workIndex';
import type { ReferenceStore } from '../works/referenceStore';
import type { Work } from '../works/works';
import type { LibrarySnapshot, SourceSnapshot } from './librarySnapshot';

/** What a library holds of these sources; see `LibrarySnapshot`. */
export function takeSnapshot(
  library: ReferenceStore,
  sources: readonly Pick<SourceSnapshot, 'id' | 'contentHash' | 'remembered'>[],
  index: WorkIndex,
): LibrarySnapshot {
  const numbers = new Map<Work, number>();
  const slots: number[] = [];
  for (const work of library.works.all()) {
    numbers.set(work, slots.length);
    slots.push(work.slot);
  }
  const snapshots = sources.map(({ id, contentHash, remembered }): SourceSnapshot => {
    const references = library.contents(id);
    const works = new Uint32Array(references.length);
    const identityCounts = new Uint8Array(references.length);
    const identities: number[] = [];
    for (const [position, reference] of references.entries()) {
      const own = library.works.identitiesOf(reference);
      works[position] = numbers.get(library.works.of(reference)!)!;
      identityCounts[position] = own.length;
      for (const identity of own) identities.push(identity);
    }
    return {
      id,
      contentHash,
      remembered,
      works,
      identityCounts,
      identities: Float64Array.from(identities),
    };
  });
  return { sources: snapshots, slots: Uint32Array.from(slots), index: index.serialise() };
}
