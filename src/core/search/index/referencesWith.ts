import type { InvertedIndex } from './invertedIndex';
import { Field, type FieldName } from './searchDocument';

/** References by id: 1 for those that are in the set. */
export type IdSet = Uint8Array;

/** The references that have any of the terms, in a field or anywhere. */
export function referencesWith(index: InvertedIndex, terms: readonly number[], field?: FieldName): IdSet {
  const { entries, postings } = index;
  const set = new Uint8Array(index.idLimit);
  const bit = field === undefined || field === 'abstract' ? 0 : Field[field];
  for (const term of terms) {
    const list = postings.read(term);
    for (let i = 0; i < list.length; i++) {
      const entry = list.entries[i]!;
      const id = entries.ids[entry]!;
      if (id < 0) continue;
      const isAbstract = entries.isAbstract[entry] === 1;
      if (field !== undefined && isAbstract !== (field === 'abstract')) continue;
      if (bit && !((list.payloads[i]! || Field.title) & bit)) continue;
      set[id] = 1;
    }
  }
  return set;
}
