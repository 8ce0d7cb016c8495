import { stem } from '../text/stem';
import { stopWords } from '../text/stopWords';
import { scanWords } from '../text/words';

/** What a word of a title counts, against one of an abstract. */
const titleOccurrence = 2;

/** How often each word occurs, by its stem; stop words left out. */
export type WordCounts = Map<string, number>;

/** Counts the words of a paper, or of a query, which is all title. */
export function countWords(title: string, abstract = '', stemOf = stem): WordCounts {
  const counts: WordCounts = new Map();
  const count = (text: string, times: number) =>
    scanWords(text, (word, _start, _end, role) => {
      if (role !== 'word' || stopWords.has(word)) return;
      const rest = stemOf(word);
      counts.set(rest, (counts.get(rest) ?? 0) + times);
    });
  count(title, titleOccurrence);
  count(abstract, 1);
  return counts;
}
