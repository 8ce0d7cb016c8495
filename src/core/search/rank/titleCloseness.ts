import type { Vocabulary } from '../index/vocabulary';
import type { QueryTerm } from '../query/termExpansion';
import { stopWords } from '../text/stopWords';
import type { WordPlaces } from '../text/wordPlaces';

/** Closeness is made of: how much of the query the title has, … */
const coverageWeight = 0.4;
/** … how many neighbours in the query are neighbours there, … */
const orderWeight = 0.25;
/** … and how much of the title the query is. */
const completeWeight = 0.35;
/** What a stop word counts, in the query and in the title. */
const stopWordWeight = 0.15;

const noMeanings: readonly { readonly at: number; readonly trust: number }[] = [];

/** Judges how close titles come to one query, 0 (nothing in common) to 1 (the same words in the same order). */
export class TitleCloseness {
  /** By word as it may stand in a title: which words of the query it can be, and how surely. */
  private readonly meanings = new Map<string, { readonly at: number; readonly trust: number }[]>();
  private readonly weights: number[];
  private readonly total: number;
  /** Of neighbours in the query. */
  private readonly pairs: number;
  /** By place in the query: how surely the title at hand has the word. */
  private readonly matched: Float64Array;

  /** `typed`: all words of the query in order; `terms`: what those that tell something can mean, and names they make together. */
  constructor(typed: readonly string[], terms: readonly QueryTerm[], vocabulary: Vocabulary) {
    const byWord = new Map(terms.map(term => [term.word, term]));
    // A title that has the parts of a name, but not the name, lacks something.
    const words = [...typed, ...terms.filter(({ isName }) => isName).map(({ word }) => word)];
    words.forEach((word, at) => {
      this.learn(word, at, 1);
      for (const reading of byWord.get(word)?.readings ?? [])
        reading.terms.forEach((term, i) => {
          this.learn(vocabulary.words[term]!, at, reading.trust * reading.weights[i]!);
        });
    });
    this.pairs = typed.length - 1;
    this.weights = words.map(weightOf);
    this.matched = new Float64Array(words.length);
    this.total = this.weights.reduce((sum, weight) => sum + weight, 0);
  }

  private learn(word: string, at: number, trust: number): void {
    const known = this.meanings.get(word);
    if (!known) this.meanings.set(word, [{ at, trust }]);
    else if (!known.some(meaning => meaning.at === at)) known.push({ at, trust });
  }

  of({ words, roles }: WordPlaces): number {
    if (this.total === 0) return 0;
    const { matched } = this;
    matched.fill(0);
    let previous: readonly { readonly at: number }[] = [];
    let neighbours = 0;
    let titleTotal = 0;
    let titleMatched = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const found = this.meanings.get(word) ?? noMeanings;
      for (const { at, trust } of found) matched[at] = Math.max(matched[at]!, trust);
      if (roles[i] !== 'word') continue;
      const weight = weightOf(word);
      titleTotal += weight;
      if (found.length) titleMatched += weight;
      if (found.length && previous.length && follow(previous, found)) neighbours++;
      previous = found;
    }
    let covered = 0;
    for (let at = 0; at < matched.length; at++) covered += this.weights[at]! * matched[at]!;
    if (covered === 0) return 0;
    const coverage = covered / this.total;
    const order = this.pairs > 0 ? Math.min(1, neighbours / this.pairs) : 1;
    const complete = titleTotal > 0 ? titleMatched / titleTotal : 0;
    return coverage * coverage * (coverageWeight + orderWeight * order + completeWeight * complete);
  }
}

/** Whether a word of the query that one of them can be comes right after one that a word `before` can be. */
function follow(
  before: readonly { readonly at: number }[],
  found: readonly { readonly at: number }[],
): boolean {
  return found.some(({ at }) => before.some(word => word.at === at - 1));
}

function weightOf(word: string): number {
  return stopWords.has(word) ? stopWordWeight : 1;
}
