import type { InvertedIndex } from '../index/invertedIndex';
import { type IdSet, referencesWith } from '../index/referencesWith';
import type { FieldName } from '../index/searchDocument';
import { everyCommonWord } from '../text/languages/commonWords';
import { stopWords } from '../text/stopWords';

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
