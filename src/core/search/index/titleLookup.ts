import { scanWords } from '../text/words';
import type { InvertedIndex } from './invertedIndex';
import { referencesWith } from './referencesWith';

/** `co-operation` and `cooperation` are one word in titles: the index has both of the first. */
const joiner = /(?<=\p{L})[-‐‑'’](?=\p{L})/gu;
/** So many of a title's words tell it from nearly all others. */
const mostTelling = 4;

/** References whose titles have the rarest words of this one, no more than `limit`: among them is every one that is titled so. */
export function titledLike(index: InvertedIndex, title: string, limit: number): number[] {
  const { vocabulary, postings } = index;
  const terms = new Set<number>();
  scanWords(title.replace(joiner, ''), (word, _start, _end, role) => {
    const term = role === 'word' ? vocabulary.id(word) : undefined;
    if (term !== undefined) terms.add(term);
  });
  const rarest = [...terms].sort((a, b) => postings.count(a) - postings.count(b)).slice(0, mostTelling);
  const sets = rarest.map(term => referencesWith(index, [term], 'title'));
  const found: number[] = [];
  for (let id = 0; sets.length > 0 && id < index.idLimit && found.length < limit; id++)
    if (sets.every(set => set[id])) found.push(id);
  return found;
}
