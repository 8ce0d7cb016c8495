import type { Vocabulary } from '../index/vocabulary';
import { wordsOf } from '../query/query';
import type { QueryTerm } from '../query/termExpansion';
import type { FoldedTexts } from '../text/foldedTexts';
import { plainText } from '../text/plainText';
import { TextMemory } from '../text/textMemory';
import type { TextSource } from '../text/texts';
import { type WordPlaces, wordPlaces } from '../text/wordPlaces';
import { ExactMatcher, noWording } from './exactWording';
import { judgeTitles } from './fuzzyTitleScore';
import type { Candidate } from './lexicalRanker';
import { mixEvidence, noEvidence, tie, wordingEvidence } from './ranking';
import { TitleCloseness } from './titleCloseness';

/** What was typed, and what those of its words that tell something can mean. */
export interface ReadQuery {
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  /** The last word may go on. */
  readonly unfinished: boolean;
}

/** References with less of the query hardly have it to the letter; the last word may be unfinished. */
const leastCoverage = 0.7;
/** Titles less close, word by word, have too little of the query for Fuse to find anything. */
const leastForFuse = 0.1;
/** Titles kept taken apart into words. */
const maxTitles = 512;

/** The second stage of ranking: titles, and the very words of texts, decide between candidates. */
export class Reranker {
  private readonly titles = new TextMemory(wordPlaces, maxTitles);
  private readonly plainTitles = new TextMemory(plainText, maxTitles);

  constructor(
    private readonly texts: TextSource,
    private readonly folded: FoldedTexts,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** The title of a reference without punctuation. */
  private plainTitle(id: number): string {
    return this.plainTitles.of(id, this.texts.title(id));
  }

  /** The title of a reference, taken apart. */
  title(id: number): WordPlaces {
    return this.titles.of(id, this.texts.title(id));
  }

  /** The scores of candidates, the best by words coming first. Where only the best `count` matter, Fuse judges no others. */
  scores(
    { text, terms, unfinished }: ReadQuery,
    candidates: readonly Candidate[],
    count = candidates.length,
  ): Float64Array {
    const words = wordsOf(text);
    const titleCloseness = new TitleCloseness(words, terms, this.vocabulary);
    const judge = new ExactMatcher(words, unfinished);
    const best = candidates[0]?.score || 1;
    const titles = Float64Array.from(candidates, ({ id }) => titleCloseness.of(this.title(id)));
    const scores = Float64Array.from(candidates, ({ id, score, coverage }, i) => {
      const wording = coverage >= leastCoverage ? judge.of(this.folded.of(id)) : noWording;
      const { verbatim, titleWords, textWords } = wordingEvidence(wording, words.length);
      const [lexical, title] = [score / best, titles[i]!];
      return mixEvidence({ lexical, title, fuse: 0, verbatim, titleWords, textWords }, terms.length);
    });
    const mostByFuse = mixEvidence({ ...noEvidence, fuse: 1 }, terms.length);
    const least = withinReach(scores, count, mostByFuse + tie);
    const judged = [...scores.keys()]
      .filter(i => scores[i]! >= least && titles[i]! >= leastForFuse)
      .sort((a, b) => scores[b]! - scores[a]!);
    const judgedTitles = judged.map(i => this.plainTitle(candidates[i]!.id));
    for (const [place, closeness] of judgeTitles(text, judgedTitles).entries())
      scores[judged[place]!]! += closeness * mostByFuse;
    return scores;
  }
}

/** Scores from here may still be among the best `count`, when each can yet gain so much; the first three tell how certain words are. */
function withinReach(scores: Float64Array, count: number, gain: number): number {
  const last = Float64Array.from(scores).sort().at(-Math.max(3, count));
  return last === undefined ? 0 : last - gain;
}
