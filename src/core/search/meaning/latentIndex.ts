import { resizeTypedArray } from '../../util/collections/typedArrays';
import { runToEnd, type Task } from '../../util/cooperative';
import { linearStep } from '../rank/linearStep';
import type { PaperText } from '../rank/meaningScorer';
import { LatentSpace } from './latentSpace';

/** A space made from fewer papers tells less than their words do. */
const leastPapers = 200;
/** Queries of so many telling words or fewer are looked for as they are; those of so many are about something. */
const fewWords = 4;
const manyWords = 8;
/** The share in the score of the latter, where words are certain of what they find and where not. */
const leastShare = 0.1;
const maxShare = 0.5;
/** Papers looked at between two pauses. */
const readPerStep = 50;
/** Places kept at first; room doubles as references come. */
const firstRoom = 256;

/** Tells how near references are to a query in a space made from their own words (`LatentSpace`). */
export class LatentIndex {
  private places: Float32Array;
  private readonly known = new Set<number>();

  private constructor(private readonly space: LatentSpace) {
    this.places = new Float32Array(firstRoom * space.dimensions);
  }

  /** For a library that is known as a whole, before its papers are added; undefined where too few have abstracts. */
  static for(papers: readonly PaperText[]): LatentIndex | undefined {
    return runToEnd(LatentIndex.learn([...papers.keys()], place => papers[place]!));
  }

  /** The same in steps, for papers that are asked for by id. */
  static *learn(ids: readonly number[], textOf: (id: number) => PaperText): Task<LatentIndex | undefined> {
    const told: number[] = [];
    for (const [i, id] of ids.entries()) {
      if (textOf(id).abstract) told.push(id);
      if (i % readPerStep === 0) yield;
    }
    if (told.length < leastPapers) return undefined;
    return new LatentIndex(yield* LatentSpace.of(told.length, place => textOf(told[place]!)));
  }

  add(id: number, title: string, abstract: string | undefined): void {
    const { dimensions } = this.space;
    const start = id * dimensions;
    if (start >= this.places.length) this.places = resizeTypedArray(this.places, 2 * (start + dimensions));
    const place = this.places.subarray(start, start + dimensions);
    if (this.space.place(title, abstract, place)) this.known.add(id);
    else this.known.delete(id);
  }

  remove(id: number): void {
    this.known.delete(id);
  }

  /** Where a paper is in the space, as far as `width` of its dimensions tell, the telling ones first; `undefined` where that is not known. */
  vector(id: number, width: number): Float32Array | undefined {
    const start = id * this.space.dimensions;
    return this.known.has(id)
      ? this.places.subarray(start, start + Math.min(width, this.space.dimensions))
      : undefined;
  }

  share(wordCount: number) {
    const part = linearStep(wordCount, fewWords, manyWords);
    return { least: part * leastShare, most: part * maxShare };
  }

  /** It has no words but the library's. */
  knows(): boolean {
    return false;
  }

  /** By id: 1 the nearest, 0 for those that have nothing to do with the query, NaN not known; undefined where nothing is. */
  score(query: string): Float32Array | undefined {
    const { dimensions } = this.space;
    const sought = new Float32Array(dimensions);
    if (!this.known.size || !this.space.place(query, undefined, sought)) return undefined;
    const scores = new Float32Array(this.places.length / dimensions).fill(Number.NaN);
    let most = 1e-6;
    for (const id of this.known) {
      const start = id * dimensions;
      let cosine = 0;
      for (let i = 0; i < dimensions; i++) cosine += sought[i]! * this.places[start + i]!;
      scores[id] = Math.max(0, cosine);
      most = Math.max(most, cosine);
    }
    return scores.map(score => score / most);
  }
}
