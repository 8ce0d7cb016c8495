import { TopList } from '../../util/collections/topList';
import type { InvertedIndex } from '../index/invertedIndex';
import { Field } from '../index/searchDocument';
import type { QueryTerm } from '../query/termExpansion';

/** A reference that has some of the words of a query. */
export interface Candidate {
  readonly id: number;
  /** BM25 over the fields, more for references that have more of the words. */
  readonly score: number;
  /** The share of the query it has, rare words counting more: 0 to 1. */
  readonly coverage: number;
}

/** Term-frequency saturation. */
const k1 = 1.2;
/** How much the length of an abstract, or a title, discounts its words. */
const abstractLengthDiscount = 0.6;
const titleLengthDiscount = 0.3;
/** What an occurrence in the title, or another field, is worth against one in the abstract. */
const titleWeight = 2.5;
const fieldWeights: readonly (readonly [field: number, weight: number])[] = [
  [Field.authors, 2],
  [Field.venue, 0.6],
  [Field.topics, 0.6],
  [Field.key, 0.4],
  [Field.sources, 0],
  [Field.year, 1],
];
/** How much of the score depends on having all of the words. */
const coverageShare = 0.5;
/** Postings read for one query at most: some milliseconds. Rare words come first, so the commonest are left out. */
const maxPostings = 150_000;
/** And for the terms that widen it, which cost less. */
const maxAddedPostings = 60_000;
/** Where more are found, terms that widen the query order the best anew, but find no others. */
const manyFound = 2000;

/** Where the weights of abstracts begin. */
const ofAbstract = 256;

type Accepts = (id: number) => boolean;
type Widen = (best: readonly Candidate[]) => readonly QueryTerm[];

/** Ranks by BM25F: a word's occurrences in all fields are weighed, added, and only then saturated. */
export class LexicalRanker {
  /** By reference id; all zero between queries. */
  private frequency = new Float32Array(0);
  private scores = new Float32Array(0);
  private best = new Float32Array(0);
  private covered = new Float32Array(0);
  /** References that have the reading at hand, the term at hand, and any term. */
  private touched = new Int32Array(0);
  private met = new Int32Array(0);
  private found = new Int32Array(0);
  private foundCount = 0;
  /** No more are to be found: only the scores of those that were change. */
  private isSettled = false;
  /**
   * What a posting is worth is `baseWeights` plus `repeatedWeights`, both by its payload, times `norms`, by the length of its entry.
   * The first 256 of each are for heads, the others (`ofAbstract`) for abstracts.
   */
  private readonly baseWeights = new Float32Array(512);
  private readonly repeatedWeights = new Float32Array(512);
  private readonly norms = new Float32Array(512);

  constructor(private readonly index: InvertedIndex) {
    for (let payload = 0; payload < 256; payload++) {
      for (const [field, weight] of fieldWeights) if (payload & field) this.baseWeights[payload]! += weight;
      if (payload === 0 || payload & Field.title) this.repeatedWeights[payload] = titleWeight;
      this.repeatedWeights[ofAbstract | payload] = payload + 1;
    }
  }

  /**
   * The best `limit` references among those accepted, best first. `widen` may add terms, given the best by those there are; they
   * change scores, not coverage.
   */
  rank(terms: readonly QueryTerm[], limit: number, accepts?: Accepts, widen?: Widen): Candidate[] {
    this.prepare();
    const possible = this.addTerms(terms, maxPostings);
    let best = this.top(limit, possible, accepts);
    if (widen && best.length) {
      if (this.foundCount > manyFound) this.keep(best);
      this.addTerms(widen(best), maxAddedPostings);
      best = this.top(limit, possible, accepts);
    }
    this.reset();
    return best;
  }

  /** Adds terms, the rarest first, as far as so many postings go; returns what the words of the query are worth together. */
  private addTerms(terms: readonly QueryTerm[], most: number): number {
    const ordered = terms
      .map(term => ({
        term,
        cost: term.readings.reduce((sum, reading) => sum + this.postingCount(reading.terms), 0),
      }))
      .sort((a, b) => a.cost - b.cost);
    let possible = 0;
    let read = 0;
    for (const { term, cost } of ordered) {
      read += cost;
      if (read > most && read > cost) break;
      const worth = this.addTerm(term);
      if (term.addedWeight === undefined) possible += worth;
    }
    return possible;
  }

  private top(limit: number, possible: number, accepts: Accepts | undefined): Candidate[] {
    const { covered, found, foundCount, scores } = this;
    const share = possible > 0 ? 1 / possible : 0;
    const coverage = (id: number) => Math.min(1, covered[id]! * share);
    const top = new TopList(limit);
    for (let i = 0; i < foundCount; i++) {
      const id = found[i]!;
      // Having only some of the words makes it less.
      if (scores[id]! < top.least) continue;
      const score = scores[id]! * (1 - coverageShare + coverageShare * coverage(id));
      if (top.takes(score, id) && (!accepts || accepts(id))) top.add(score, id);
    }
    return top.descending().map(({ id, score }) => ({ id, score, coverage: coverage(id) }));
  }

  /** Forgets all that was found but these: what is added from now on goes to no others. */
  private keep(kept: readonly Candidate[]): void {
    const { covered, found, scores } = this;
    const tallies = kept.map(({ id }) => [id, scores[id]!, covered[id]!] as const);
    this.reset();
    for (const [i, [id, score, coverage]] of tallies.entries()) {
      found[i] = id;
      scores[id] = score;
      covered[id] = coverage;
    }
    this.foundCount = kept.length;
    this.isSettled = true;
  }

  /** Adds what one word gives to each reference: the best of its readings. Returns what the word is worth. */
  private addTerm({ readings, addedWeight, times = 1 }: QueryTerm): number {
    // Who says a word three times is about it, but does not mean three things.
    const repetition = 1 + Math.log(times);
    let worth = 0;
    let met = 0;
    for (const { terms, weights, trust } of readings) {
      let having = 0;
      for (const [i, term] of terms.entries()) having = this.addOccurrences(term, weights[i]!, having);
      if (!having) continue;
      const rarity = this.rarity(this.isSettled ? this.postingCount(terms) : having);
      // Readings come in order of trust: the first that occurs tells how rare what was meant is.
      if (worth === 0) worth = rarity;
      const value = Math.min(rarity, worth) * trust * (addedWeight ?? 1) * repetition;
      met = this.takeBest(having, met, value, addedWeight === undefined ? worth * trust : 0);
    }
    this.foundCount = this.addBest(met, this.foundCount);
    return worth;
  }

  private rarity(having: number): number {
    const lacking = Math.max(0, this.index.count - having);
    return Math.log(1 + (lacking + 0.5) / (having + 0.5));
  }

  private postingCount(terms: readonly number[]): number {
    return terms.reduce((sum, term) => sum + this.index.postings.count(term), 0);
  }

  // The three loops below run over thousands of postings: nothing but numbers go in, and one number comes out, which the engine
  // compiles once and for all.

  /** Weighs the occurrences of a term by reference: `touched` are the first `count`, and as many as it returns afterwards. */
  private addOccurrences(term: number, weight: number, count: number): number {
    const { ids, isAbstract, lengths } = this.index.entries;
    const { baseWeights, frequency, isSettled, norms, repeatedWeights, scores, touched } = this;
    const { entries, payloads, length } = this.index.postings.read(term);
    let touchedCount = count;
    for (let i = 0; i < length; i++) {
      const entry = entries[i]!;
      const id = ids[entry]!;
      if (id < 0 || (isSettled && scores[id] === 0)) continue;
      const kind = isAbstract[entry]! * ofAbstract;
      const detail = kind | payloads[i]!;
      const occurrences = baseWeights[detail]! + repeatedWeights[detail]! * norms[kind | lengths[entry]!]!;
      if (occurrences === 0) continue;
      if (frequency[id] === 0) touched[touchedCount++] = id;
      frequency[id]! += weight * occurrences;
    }
    return touchedCount;
  }

  /** Takes what a reading gives to the first `count` of `touched`, where it is the best so far; `met` are those given any. */
  private takeBest(count: number, metBefore: number, value: number, coverage: number): number {
    const { best, covered, frequency, met, touched } = this;
    let metCount = metBefore;
    for (let i = 0; i < count; i++) {
      const id = touched[i]!;
      const gain = (value * frequency[id]! * (k1 + 1)) / (frequency[id]! + k1);
      frequency[id] = 0;
      if (best[id] === 0) {
        met[metCount++] = id;
        covered[id]! += coverage;
      }
      if (gain > best[id]!) best[id] = gain;
    }
    return metCount;
  }

  /** Adds the best of the first `count` of `met` to their scores. */
  private addBest(count: number, foundBefore: number): number {
    const { best, found, met, scores } = this;
    let foundCount = foundBefore;
    for (let i = 0; i < count; i++) {
      const id = met[i]!;
      if (scores[id] === 0) found[foundCount++] = id;
      scores[id]! += best[id]!;
      best[id] = 0;
    }
    return foundCount;
  }

  private prepare(): void {
    const { entries, idLimit } = this.index;
    if (this.scores.length < idLimit) {
      const size = Math.ceil(idLimit * 1.25);
      this.frequency = new Float32Array(size);
      this.scores = new Float32Array(size);
      this.best = new Float32Array(size);
      this.covered = new Float32Array(size);
      this.touched = new Int32Array(size);
      this.found = new Int32Array(size);
      this.met = new Int32Array(size);
    }
    const averageAbstract = entries.averageAbstract();
    const averageTitle = entries.averageTitle();
    for (let length = 0; length < 256; length++) {
      this.norms[ofAbstract | length] =
        1 / (1 - abstractLengthDiscount + (abstractLengthDiscount * length) / averageAbstract);
      this.norms[length] = 1 / (1 - titleLengthDiscount + (titleLengthDiscount * length) / averageTitle);
    }
  }

  private reset(): void {
    for (let i = 0; i < this.foundCount; i++) {
      const id = this.found[i]!;
      this.scores[id] = 0;
      this.covered[id] = 0;
    }
    this.foundCount = 0;
    this.isSettled = false;
  }
}
