import { abstractWords } from '../index/documentWords';
import type { InvertedIndex } from '../index/invertedIndex';
import type { QueryTerm } from '../query/termExpansion';
import { detectLanguages } from '../text/languages/detectLanguages';
import { stopWords } from '../text/stopWords';
import { TextMemory } from '../text/textMemory';
import type { TextSource } from '../text/texts';
import { scanWords } from '../text/words';
import type { Candidate } from './lexicalRanker';

/** References whose words are taken to be about what is sought. */
const feedbackReferences = 10;
/** Words taken from them. */
const feedbackWords = 30;
/** Words in more than this share of the library tell nothing, and are dear to look up. */
const commonShare = 0.2;
/** What a word of a title counts, against one of an abstract. */
const titleOccurrence = 2;
/** Abstracts whose words are kept counted. */
const maxCounted = 128;
/** What they weigh together, against the words of the query. */
const feedbackWeight = 0.7;

/** How often each word occurs in the abstracts met lately. */
export class CountedAbstracts extends TextMemory<ReadonlyMap<string, number>> {
  constructor() {
    super(countWords, maxCounted);
  }
}

function countWords(abstract: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  abstractWords(abstract, detectLanguages(abstract), word => counts.set(word, (counts.get(word) ?? 0) + 1));
  return counts;
}

/**
 * Words that the best references have in common, together as heavy as the query: pseudo-relevance feedback (RM3, Abdul-Jaleel et al.
 * 2004). They find what speaks of the same things in other words.
 */
export function feedbackTerms(
  index: InvertedIndex,
  terms: readonly QueryTerm[],
  best: readonly Candidate[],
  texts: TextSource,
  counted: CountedAbstracts,
): QueryTerm[] {
  const weights = new Map<number, number>();
  const chosen = best.slice(0, feedbackReferences);
  const total = chosen.reduce((sum, { score }) => sum + score, 0);
  for (const { id, score } of chosen) {
    const occurrences = new Map<string, number>();
    let length = 0;
    const count = (word: string, times: number) => {
      occurrences.set(word, (occurrences.get(word) ?? 0) + times);
      length += times;
    };
    scanWords(texts.title(id), (word, _start, _end, role) => {
      if (role === 'word' && !stopWords.has(word)) count(word, titleOccurrence);
    });
    for (const [word, times] of counted.of(id, texts.abstract(id) ?? '')) count(word, times);
    for (const [word, times] of occurrences) {
      const term = index.vocabulary.id(word);
      if (term === undefined) continue;
      weights.set(term, (weights.get(term) ?? 0) + (score / total) * (times / length));
    }
  }
  const { words } = index.vocabulary;
  const limit = Math.max(2, index.count * commonShare);
  const top = [...weights]
    .filter(([term]) => index.postings.count(term) <= limit)
    .sort((a, b) => b[1] - a[1] || (words[a[0]]! < words[b[0]]! ? -1 : 1))
    .slice(0, feedbackWords);
  const sum = top.reduce((sum, [, weight]) => sum + weight, 0);
  return top.map(([term, weight]) => ({
    word: words[term]!,
    readings: [{ terms: [term], weights: [1], trust: 1 }],
    addedWeight: (feedbackWeight * terms.length * weight) / sum,
  }));
}
