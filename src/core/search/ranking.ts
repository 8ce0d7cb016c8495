/** What is known of one candidate, each 0 to 1. */
export interface Evidence {
  /** BM25 against the best candidate's. */
  readonly lexical: number;
  /** How closely the title matches, word by word. */
  readonly title: number;
  /** How closely Fuse.js finds the title to what was typed. */
  readonly fuse: number;
  /** Likeness of meaning against the best candidate's. */
  readonly meaning: number;
  /** 1 when the title or the abstract has the query word for word. */
  readonly verbatim: number;
}

type Weights = Readonly<Record<keyof Evidence, number>>;

const kinds = ['lexical', 'title', 'fuse', 'meaning', 'verbatim'] as const;

/** For a few words: half a title, names, authors and years. */
const forWords: Weights = { lexical: 0.42, title: 0.4, fuse: 0.12, meaning: 0.1, verbatim: 0.2 };
/** For a sentence: what it speaks of counts more than how it is put. */
const forSentences: Weights = { lexical: 0.55, title: 0.1, fuse: 0.05, meaning: 0.3, verbatim: 0.2 };
/** Queries of so many telling words are words; of so many a sentence; between them a mixture. */
const fewWords = 4;
const manyWords = 10;

/** Mixes what is known of a candidate into its score. Scores are mixed, not ranks: a title far better than the rest must stay so. */
export function mixEvidence(evidence: Evidence, wordCount: number): number {
  const share = Math.min(1, Math.max(0, (wordCount - fewWords) / (manyWords - fewWords)));
  let score = 0;
  for (const key of kinds) score += evidence[key] * (forWords[key] * (1 - share) + forSentences[key] * share);
  return score;
}
