import type { InvertedIndex } from './invertedIndex';
import type { QueryTerm, Reading } from './readings';
import { Field } from './searchDocument';
import { TopList } from './topList';

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
const mostPostings = 300_000;
/** And for the terms that widen it. */
const mostAddedPostings = 100_000;

type Accepts = (id: number) => boolean;
type Widen = (best: readonly Candidate[]) => readonly QueryTerm[];

/** Ranks by BM25F: a word's occurrences in all fields are weighed, added, and only then saturated. */
export class LexicalRanker {
  /** By reference id; all zero between queries. */
  private frequency = new Float32Array(0);
  private scores = new Float32Array(0);
  private best = new Float32Array(0);
  private covered = new Float32Array(0);
  private touched = new Int32Array(0);
  private found = new Int32Array(0);
  private foundCount = 0;
  private readonly headWeights = new Float32Array(256);
  private readonly abstractNorms = new Float32Array(256);
  private readonly titleNorms = new Float32Array(256);

  constructor(private readonly index: InvertedIndex) {
    for (let fields = 1; fields < 256; fields++)
      for (const [field, weight] of fieldWeights) if (fields & field) this.headWeights[fields]! += weight;
  }

  /**
   * The best `limit` references among those accepted, best first. `widen` may add terms, given the best by those there are; they
   * change scores, not coverage.
   */
  rank(terms: readonly QueryTerm[], limit: number, accepts?: Accepts, widen?: Widen): Candidate[] {
    this.prepare();
    const possible = this.addTerms(terms, mostPostings);
    let best = this.top(limit, possible, accepts);
    if (widen && best.length) {
      this.addTerms(widen(best), mostAddedPostings);
      best = this.top(limit, possible, accepts);
    }
    this.reset();
    return best;
  }

  /** Adds terms, the rarest first, as far as so many postings go; returns what the words of the query are worth together. */
  private addTerms(terms: readonly QueryTerm[], most: number): number {
    const { postings } = this.index;
    const cost = (reading: Reading) => reading.terms.reduce((sum, term) => sum + postings.count(term), 0);
    const ordered = terms
      .map(term => ({ term, cost: term.readings.reduce((sum, reading) => sum + cost(reading), 0) }))
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
    const coverage = (id: number) => (possible > 0 ? Math.min(1, this.covered[id]! / possible) : 0);
    const top = new TopList(limit);
    for (let i = 0; i < this.foundCount; i++) {
      const id = this.found[i]!;
      const score = this.scores[id]! * (1 - coverageShare + coverageShare * coverage(id));
      if (top.takes(score, id) && (!accepts || accepts(id))) top.add(score, id);
    }
    return top.descending().map(({ id, score }) => ({ id, score, coverage: coverage(id) }));
  }

  /** Adds what one word gives to each reference: the best of its readings. Returns what the word is worth. */
  private addTerm(term: QueryTerm): number {
    const { best, covered, frequency, scores, touched } = this;
    const met: number[] = [];
    let worth = 0;
    for (const reading of term.readings) {
      const touchedCount = this.addFrequencies(reading);
      if (!touchedCount) continue;
      const rarity = Math.log(1 + (this.index.count - touchedCount + 0.5) / (touchedCount + 0.5));
      // Readings come in order of trust: the first that occurs tells how rare what was meant is.
      if (worth === 0) worth = rarity;
      const value = rarity * reading.trust * (term.addedWeight ?? 1);
      for (let i = 0; i < touchedCount; i++) {
        const id = touched[i]!;
        const gain = (value * frequency[id]! * (k1 + 1)) / (frequency[id]! + k1);
        frequency[id] = 0;
        const before = best[id]!;
        if (before === 0) {
          if (scores[id] === 0) this.found[this.foundCount++] = id;
          if (term.addedWeight === undefined) covered[id]! += worth * reading.trust;
          met.push(id);
        }
        if (gain <= before) continue;
        scores[id]! += gain - before;
        best[id] = gain;
      }
    }
    for (const id of met) best[id] = 0;
    return worth;
  }

  /** Weighs the occurrences of the terms of a reading by reference; gives how many references have any. */
  private addFrequencies(reading: Reading): number {
    const { entries, postings } = this.index;
    const { ids, isAbstract, lengths } = entries;
    const { frequency, touched } = this;
    let touchedCount = 0;
    for (let t = 0; t < reading.terms.length; t++) {
      const weight = reading.weights[t]!;
      const list = postings.read(reading.terms[t]!);
      for (let i = 0; i < list.length; i++) {
        const entry = list.entries[i]!;
        const id = ids[entry]!;
        if (id < 0) continue;
        const payload = list.payloads[i]!;
        const occurrences = isAbstract[entry]
          ? (payload + 1) * this.abstractNorms[lengths[entry]!]!
          : this.headFrequency(payload, lengths[entry]!);
        if (occurrences === 0) continue;
        if (frequency[id] === 0) touched[touchedCount++] = id;
        frequency[id]! += weight * occurrences;
      }
    }
    return touchedCount;
  }

  private headFrequency(fields: number, titleLength: number): number {
    const inTitle = fields === 0 || fields & Field.title;
    return this.headWeights[fields]! + (inTitle ? titleWeight * this.titleNorms[titleLength]! : 0);
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
    }
    const averageAbstract = entries.averageAbstract();
    const averageTitle = entries.averageTitle();
    for (let length = 0; length < 256; length++) {
      this.abstractNorms[length] =
        1 / (1 - abstractLengthDiscount + (abstractLengthDiscount * length) / averageAbstract);
      this.titleNorms[length] = 1 / (1 - titleLengthDiscount + (titleLengthDiscount * length) / averageTitle);
    }
  }

  private reset(): void {
    for (let i = 0; i < this.foundCount; i++) {
      const id = this.found[i]!;
      this.scores[id] = 0;
      this.covered[id] = 0;
    }
    this.foundCount = 0;
  }
}
