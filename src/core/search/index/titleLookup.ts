import { scanWords } from '../text/words';
import type { InvertedIndex } from './invertedIndex';
import { Field } from './searchDocument';

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
  let found: readonly number[] = [];
  for (const [at, term] of rarest.entries()) {
    const having = titlesWith(index, term);
    found = at === 0 ? [...having] : found.filter(id => having.has(id));
  }
  return found.slice(0, limit);
}

function titlesWith({ postings, entries }: InvertedIndex, term: number): Set<number> {
  const ids = new Set<number>();
  const list = postings.read(term);
  for (let at = 0; at < list.length; at++) {
    const entry = list.entries[at]!;
    const fields = list.payloads[at]! || Field.title;
    const id = entries.ids[entry]!;
    if (id >= 0 && !entries.isAbstract[entry] && fields & Field.title) ids.add(id);
  }
  return ids;
}
