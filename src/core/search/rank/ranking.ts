import type { Scored } from '../../util/collections/topList';
import type { Wording } from './exactWording';
import { linearStep } from './linearStep';
import type { ShareRange } from './meaningScorer';

/** What the words of a query tell of one candidate, each 0 to 1. */
export interface Evidence {
  /** BM25 against the best candidate's. */
  readonly lexical: number;
  /** How closely the title matches, word by word. */
  readonly title: number;
  /** How closely Fuse.js finds the title to what was typed. */
  readonly fuse: number;
  /** 1 when the title or the abstract has the query word for word. */
  readonly verbatim: number;
  /** The share of the words that the title has as typed; hardly anything unless it has them all. */
  readonly titleWords: number;
  /** The same of title and abstract; chance, where there are few words. */
  readonly textWords: number;
}

/** Nothing told of a candidate. */
export const noEvidence: Evidence = {
  lexical: 0,
  title: 0,
  fuse: 0,
  verbatim: 0,
  titleWords: 0,
  textWords: 0,
};

type Weights = Readonly<Record<keyof Evidence, number>>;
const keys = ['lexical', 'title', 'fuse', 'verbatim', 'titleWords', 'textWords'] as const;

/** For a few words: half a title, names, authors and years. */
const forWords: Weights = {
  lexical: 0.42,
  title: 0.45,
  fuse: 0.12,
  verbatim: 0.2,
  titleWords: 0.2,
  textWords: 0.25,
};
/** For a sentence: what it speaks of counts more than how it is put. */
const forSentences: Weights = {
  lexical: 0.75,
  title: 0.12,
  fuse: 0.05,
  verbatim: 0.2,
  titleWords: 0,
  textWords: 0,
};
/** The paper sought is found when the third best by words is this much worse. */
const clearLead = 0.35;
/** Queries of so many telling words are a few words; of so many a sentence; between them a mixture. */
const fewWords = 4;
const manyWords = 10;

/** Of the greatest share, how much meaning has at least among those behind the first. */
const shareBehind = 0.8;
const justBehind = 0.98;
/** The best, what is like which goes up, … */
const exampleCount = 2;
/** … counting by this power of their scores. */
const examplePower = 3;

/** Differences in score below this are none. */
export const tie = 0.005;

/** Two words meet in many a text by chance; five hardly ever. */
const fewByChance = 2;
const manyByChance = 5;

/** How much it tells that a reference has such shares of the words of a query, as typed, in its title and in its text. */
export function wordingEvidence(
  { inTitle, inText, isVerbatim }: Wording,
  wordCount: number,
): Pick<Evidence, 'verbatim' | 'titleWords' | 'textWords'> {
  const certain = linearStep(wordCount, fewByChance, manyByChance);
  return { verbatim: isVerbatim ? 1 : 0, titleWords: inTitle ** 3, textWords: certain * inText ** 5 };
}

/** Mixes what is known of a candidate into its score. Scores are mixed, not ranks: a title far better than the rest must stay so. */
export function mixEvidence(evidence: Evidence, wordCount: number): number {
  const share = linearStep(wordCount, fewWords, manyWords);
  let score = 0;
  for (const key of keys) score += evidence[key] * (forWords[key] * (1 - share) + forSentences[key] * share);
  return score;
}

/**
 * How certain words are of what they find, 0 to 1: it has all of them (`coverage`, 0 to 1, of the best) and few others match as well
 * (`third`, the third best's score against the best's), as with titles, names, remembered words. They are not of a topic, which many
 * papers match, or of a sentence put in words of its own.
 */
export function certaintyOf(coverage: number, third: number): number {
  return coverage ** 2 * Math.min(1, (1 - third) / clearLead);
}

/** What is known of one candidate. */
export interface Mixable {
  /** Its score by words against the best, 0 to 1. */
  readonly words: number;
  /** Its likeness of meaning, 0 to 1; NaN where it is not known. */
  readonly meaning: number;
  /** How much meaning can decide of it. */
  readonly range: ShareRange;
}

/**
 * The scores of candidates by words and meaning, which decides more the less certain words are. Where they are certain they tell who is
 * first; who follows is still told by meaning, as words are certain of what they find but not of what is like it.
 */
export function mixedScores(candidates: readonly Mixable[], certainty: number): number[] {
  const shareOf = ({ least, most }: ShareRange) => least + (most - least) * (1 - certainty);
  const certain = candidates.map(candidate => mix(candidate, shareOf(candidate.range)));
  const scores = candidates.map(candidate =>
    mix(candidate, Math.max(shareOf(candidate.range), shareBehind * candidate.range.most)),
  );
  const best = Math.max(...certain);
  const isFirst = certain.map(score => score >= best - tie);
  const most = Math.max(...scores);
  if (scores.some((score, i) => isFirst[i] && score === most)) return scores;
  return scores.map((score, i) => (isFirst[i] ? most : score * justBehind));
}

function mix({ words, meaning }: Mixable, share: number): number {
  return Number.isNaN(meaning) ? words : words * (1 - share) + meaning * share;
}

/** The best of a ranking, each with what it counts as an example of what is sought. */
export function examplesOf(scored: readonly Scored[]): Scored[] {
  const best = [...scored].sort((a, b) => b.score - a.score).slice(0, exampleCount);
  return best.map(({ id, score }) => ({ id, score: score ** examplePower }));
}

/** A score with how like the examples it is: NaN where that is not known. */
export function withLikeness(score: number, likeness: number, { likeness: share = 0 }: ShareRange): number {
  return Number.isNaN(likeness) ? score : score * (1 - share) + likeness * share;
}
