import type { ShareRange } from '../rank/meaningScorer';
import type { PaperVectors } from './paperVectors';

/** Its share of a score, whatever the length of the query. */
const share = { least: 0.2, most: 0.7 };
/** A few words name a topic, which has other names: so many telling words at most. What is like the best has a quarter of the score. */
const longestTopic = 5;
const likeness = 0.25;

/** Tells how near references are to a query in meaning: those whose vectors were made beforehand. */
export class MeaningIndex {
  private readonly papers = new Map<number, readonly [first: number, count: number]>();
  /** All ids are below this. */
  idLimit = 0;

  constructor(private readonly vectors: PaperVectors) {}

  add(id: number, title: string): void {
    const place = this.vectors.find(title);
    if (!place) return;
    this.papers.set(id, place);
    this.idLimit = Math.max(this.idLimit, id + 1);
  }

  remove(id: number): void {
    this.papers.delete(id);
  }

  get isEmpty(): boolean {
    return this.papers.size === 0;
  }

  has(id: number): boolean {
    return this.papers.has(id);
  }

  share(wordCount: number): ShareRange {
    return wordCount <= longestTopic ? { ...share, likeness } : share;
  }

  /**
   * By id: 1 for the nearest of all that were made beforehand, 0 for the average and below, NaN where the meaning is not known. Undefined
   * where none is. A paper is as near as the whole, and the sentences nearest to each part of the query, are together.
   */
  score(query: Float32Array, parts: readonly Float32Array[] = [query]): Float32Array | undefined {
    if (this.isEmpty) return undefined;
    const all = this.vectors.all().map(place => this.nearness(place, query, parts));
    const average = all.reduce((sum, score) => sum + score, 0) / all.length;
    const range = Math.max(1e-6, Math.max(...all) - average);
    const scores = new Float32Array(this.idLimit).fill(Number.NaN);
    for (const [id, place] of this.papers)
      scores[id] = Math.max(0, (this.nearness(place, query, parts) - average) / range);
    return scores;
  }

  /** The cosines of all papers that were made beforehand: what any text is like. */
  background(query: Float32Array): number[] {
    return this.vectors.all().map(([first]) => this.vectors.likeness(first, query));
  }

  /** The vector of a paper as a whole. */
  vector(id: number): Float32Array | undefined {
    const place = this.papers.get(id);
    return place && this.vectors.vector(place[0]);
  }

  /** By id the cosine of each paper as a whole, those added. */
  *similarities(query: Float32Array): Iterable<readonly [id: number, cosine: number]> {
    for (const [id, [first]] of this.papers) yield [id, this.vectors.likeness(first, query)];
  }

  /** The greatest cosine of a paper as a whole, of those added; -1 where there is none. */
  nearest(query: Float32Array): number {
    let most = -1;
    for (const [first] of this.papers.values()) most = Math.max(most, this.vectors.likeness(first, query));
    return most;
  }

  private nearness(
    [first, count]: readonly [first: number, count: number],
    query: Float32Array,
    parts: readonly Float32Array[],
  ): number {
    let sum = 0;
    for (const part of parts) {
      let nearest = -1;
      for (let i = 1; i < count; i++) nearest = Math.max(nearest, this.vectors.likeness(first + i, part));
      sum += nearest;
    }
    return sum / parts.length + this.vectors.likeness(first, query);
  }
}
