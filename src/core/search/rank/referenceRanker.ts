import { type Scored, TopList } from '../../util/collections/topList';
import type { InvertedIndex } from '../index/invertedIndex';
import type { QueryTerm } from '../query/termExpansion';
import type { TextSource } from '../text/texts';
import { CountedAbstracts, feedbackTerms } from './feedback';
import { type Candidate, LexicalRanker } from './lexicalRanker';
import { type MeaningScorer, noShare, type ShareRange } from './meaningScorer';
import { certaintyOf, examplesOf, mixedScores, tie, withLikeness } from './ranking';
import type { ReadQuery, Reranker } from './reranker';

/** What decides of an answer besides the query. */
export interface RankingOptions {
  readonly limit: number;
  /** Orders references that match equally well; higher goes first. */
  readonly boost?: (id: number) => number;
  /** Only those that have about as many of the words as the best has: for narrowing a view, not for finding. */
  readonly narrow?: boolean;
  /** Widen longer queries by the words of what they find. Default true. */
  readonly widen?: boolean;
}

export type Accepts = (id: number) => boolean;

/** Candidates that the words propose and titles decide between. */
const maxCandidates = 100;
/** Candidates that meaning proposes besides. */
const maxByMeaning = 50;
/** What a narrowed view shows has this share of the words that the best has. */
const narrowCoverage = 0.7;
/** A query of fewer words looks for these words; a longer one for what it speaks of. */
const shortestWidened = 5;
/** Lifts what is boosted above every year, when nothing else orders. */
const undatedYear = 10_000;

/** Ranks references in three stages: words propose, titles decide, meaning refines. */
export class ReferenceRanker {
  private readonly lexical: LexicalRanker;
  private readonly counted = new CountedAbstracts();

  constructor(
    private readonly texts: TextSource,
    private readonly index: InvertedIndex,
    private readonly reranker: Reranker,
    private readonly meaning?: MeaningScorer,
  ) {
    this.lexical = new LexicalRanker(index);
  }

  /** The best by words, and by `likeness` of meaning (by id) where that is given. */
  rank(query: ReadQuery, options: RankingOptions, accepts?: Accepts, likeness?: Float32Array): Scored[] {
    const { terms } = query;
    const isWidened = terms.length >= shortestWidened && options.widen !== false;
    const found = this.byWords(terms, Math.max(maxCandidates, options.limit), accepts, isWidened);
    const lexical = options.narrow ? narrowed(found) : found;
    const byId = new Map(lexical.map(candidate => [candidate.id, candidate]));
    const ids = [...byId.keys()];
    if (likeness) for (const id of this.nearest(likeness, accepts)) if (!byId.has(id)) ids.push(id);
    const candidates = ids.map(id => byId.get(id) ?? { id, score: 0, coverage: 0 });
    const byWords = this.reranker.scores(query, candidates, likeness ? undefined : options.limit);
    const [most = 0, , third = 0] = [...byWords].sort((a, b) => b - a);
    const coverage = candidates[byWords.indexOf(most)]?.coverage ?? 0;
    const rangeOf = (id: number) => this.meaning?.share(terms.length, id) ?? noShare;
    const scores = mixedScores(
      ids.map((id, i) => ({
        words: byWords[i]! / (most || 1),
        meaning: likeness?.[id] ?? Number.NaN,
        range: rangeOf(id),
      })),
      certaintyOf(coverage * knownShare(terms), third / (most || 1)),
    );
    let scored = ids.map((id, i) => ({ id, score: scores[i]! }));
    if (likeness) scored = this.withExamples(scored, rangeOf);
    return breakTies(scored, options.boost).slice(0, options.limit);
  }

  /** What is like the best is about the same, whatever it calls it. */
  private withExamples(scored: Scored[], rangeOf: (id: number) => ShareRange): Scored[] {
    if (!scored.some(({ id }) => rangeOf(id).likeness)) return scored;
    const like = this.meaning?.likeness?.(examplesOf(scored));
    if (!like) return scored;
    const most = scored.reduce((best, { score }) => Math.max(best, score), 0) || 1;
    return scored.map(({ id, score }) => ({
      id,
      score: withLikeness(score / most, like[id] ?? Number.NaN, rangeOf(id)),
    }));
  }

  private byWords(
    terms: readonly QueryTerm[],
    limit: number,
    accepts: Accepts | undefined,
    isWidened: boolean,
  ): Candidate[] {
    if (!isWidened) return this.lexical.rank(terms, limit, accepts);
    return this.lexical.rank(terms, limit, accepts, best =>
      feedbackTerms(this.index, terms, best, this.texts, this.counted),
    );
  }

  /** The references nearest in meaning. */
  private nearest(likeness: Float32Array, accepts: Accepts | undefined): number[] {
    const top = new TopList(maxByMeaning);
    for (let id = 0; id < likeness.length; id++) {
      const score = likeness[id]!;
      if (score > 0 && top.takes(score, id) && this.index.has(id) && (!accepts || accepts(id)))
        top.add(score, id);
    }
    return top.descending().map(({ id }) => id);
  }

  /** Everything accepted, newest first. */
  list(options: RankingOptions, accepts?: Accepts): Scored[] {
    const top = new TopList(options.limit);
    for (let id = 0; id < this.index.idLimit; id++) {
      if (!this.index.has(id)) continue;
      const score = this.index.year(id) + (options.boost?.(id) ? undatedYear : 0);
      if (top.takes(score, id) && (!accepts || accepts(id))) top.add(score, id);
    }
    return top.descending().map(({ id }) => ({ id, score: 1 }));
  }
}

/** The share of the words that the library has at all: what is found by the others alone was hardly meant. */
function knownShare(terms: readonly QueryTerm[]): number {
  const known = terms.filter(({ readings }) => readings.length > 0).length;
  return known / Math.max(1, terms.length);
}

function narrowed(candidates: readonly Candidate[]): Candidate[] {
  const most = candidates.reduce((best, { coverage }) => Math.max(best, coverage), 0);
  return candidates.filter(({ coverage }) => coverage >= narrowCoverage * most);
}

/** Best first; among scores as good as equal, the boosted first. */
function breakTies(scored: Scored[], boost: ((id: number) => number) | undefined): Scored[] {
  const level = (score: number) => Math.round(score / tie);
  const preference = (id: number) => boost?.(id) ?? 0;
  return scored.sort(
    (a, b) =>
      level(b.score) - level(a.score) ||
      preference(b.id) - preference(a.id) ||
      b.score - a.score ||
      a.id - b.id,
  );
}
