import type { PaperVectors } from './paperVectors';

/** What the index needs of an encoder, which may not be ready yet. */
export interface QueryEncoder {
  encode(text: string): Float32Array | undefined;
  /** Whether it has the word as a whole. */
  knows(word: string): boolean;
}

/** Its share of a score, whatever the length of the query. */
const share = { least: 0.2, most: 0.6 };
/** Queries whose vectors are kept: those of the last few keystrokes, for who deletes and types again. */
const queriesKept = 64;
/** Marks of missing citations in drafts, which mean nothing. */
const placeholder = /\[(?:CITE|cite|citation needed|\?|\d+)\]/g;

/** Tells how near references are to a query in meaning: those whose vectors are known. */
export class MeaningIndex {
  private readonly papers = new Map<number, readonly [first: number, count: number]>();
  private readonly queries = new Map<string, Float32Array>();
  private idLimit = 0;

  constructor(
    private readonly encoder: QueryEncoder,
    private readonly vectors: PaperVectors,
  ) {}

  add(id: number, title: string): void {
    const place = this.vectors.find(title);
    if (!place) return;
    this.papers.set(id, place);
    this.idLimit = Math.max(this.idLimit, id + 1);
  }

  remove(id: number): void {
    this.papers.delete(id);
  }

  has(id: number): boolean {
    return this.papers.has(id);
  }

  share() {
    return share;
  }

  knows(word: string): boolean {
    return this.encoder.knows(word);
  }

  /**
   * By id: 1 for the nearest, 0 for the average and below, NaN where the meaning is not known. Undefined where none is. A paper is as
   * near as its nearest sentence and the whole are together.
   */
  score(query: string): Float32Array | undefined {
    if (this.papers.size === 0) return undefined;
    const vector = this.encode(query.replace(placeholder, '').trim());
    if (!vector) return undefined;
    const scores = new Float32Array(this.idLimit).fill(Number.NaN);
    let most = Number.NEGATIVE_INFINITY;
    let sum = 0;
    for (const [id, [first, count]] of this.papers) {
      let nearest = -1;
      for (let i = 1; i < count; i++) nearest = Math.max(nearest, this.vectors.likeness(first + i, vector));
      const score = nearest + this.vectors.likeness(first, vector);
      scores[id] = score;
      sum += score;
      most = Math.max(most, score);
    }
    const average = sum / this.papers.size;
    const range = Math.max(1e-6, most - average);
    return scores.map(score => (Number.isNaN(score) ? score : Math.max(0, (score - average) / range)));
  }

  private encode(query: string): Float32Array | undefined {
    const known = this.queries.get(query);
    if (known) return known;
    const vector = this.encoder.encode(query);
    if (!vector) return undefined;
    if (this.queries.size >= queriesKept) this.queries.delete(this.queries.keys().next().value!);
    this.queries.set(query, vector);
    return vector;
  }
}
