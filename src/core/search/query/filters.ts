import type { InvertedIndex } from '../index/invertedIndex';
import { Field, type FieldName } from '../index/searchDocument';
import { everyCommonWord } from '../text/languages/commonWords';
import { stopWords } from '../text/stopWords';

/** References by id: 1 for those that are in the set. */
export type IdSet = Uint8Array;

/** Fields of names and labels, whose words have no forms. */
const namingFields: ReadonlySet<FieldName> = new Set(['authors', 'key', 'sources']);

/** The references that have all these words in a field, or anywhere: a word that nothing has is taken as the beginning of one. */
export function referencesLike(index: InvertedIndex, words: readonly string[], field: FieldName): IdSet {
  return intersection(index, words, word => {
    const exact = referencesWith(index, formsOf(index, word, field), field);
    return exact.includes(1) ? exact : referencesWith(index, index.vocabulary.startingWith(word), field);
  });
}

/** The references that have forms of all these words, anywhere or in a field. */
export function referencesWithAll(index: InvertedIndex, words: readonly string[], field?: FieldName): IdSet {
  return intersection(index, words, word => referencesWith(index, formsOf(index, word, field), field));
}

/** The references that have exactly these words; stop words, which abstracts are indexed without, are not looked at. */
export function referencesWithExactly(index: InvertedIndex, words: readonly string[]): IdSet {
  const telling = words.filter(word => !stopWords.has(word) && !everyCommonWord.has(word));
  return intersection(index, telling, word => {
    const term = index.vocabulary.id(word);
    return referencesWith(index, term === undefined ? [] : [term]);
  });
}

function formsOf(index: InvertedIndex, word: string, field: FieldName | undefined): readonly number[] {
  if (field === undefined || !namingFields.has(field)) return index.vocabulary.family(word);
  const term = index.vocabulary.id(word);
  return term === undefined ? [] : [term];
}

function intersection(index: InvertedIndex, words: readonly string[], find: (word: string) => IdSet): IdSet {
  const common = new Uint8Array(index.idLimit).fill(1);
  for (const word of words) {
    const set = find(word);
    for (let id = 0; id < common.length; id++) common[id]! &= set[id]!;
  }
  return common;
}

/** The references that have any of the terms. */
function referencesWith(index: InvertedIndex, terms: readonly number[], field?: FieldName): IdSet {
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
