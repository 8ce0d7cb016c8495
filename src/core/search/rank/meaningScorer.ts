import type { Scored } from '../../util/collections/topList';
import type { Task } from '../../util/cooperative';

/** How many papers of a library are read for their meaning, of all that are to be. */
export interface EncodingProgress {
  readonly done: number;
  readonly total: number;
}

/** The texts of a paper that tell what it is about. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string | undefined;
}

/** The share of meaning in the score: where the words find the paper sought, and where they find nothing much. */
export interface ShareRange {
  readonly least: number;
  readonly most: number;
  /** The share, after that, of likeness to the best that were found. Default none. */
  readonly likeness?: number;
}

/** Words alone decide. */
export const noShare: ShareRange = { least: 0, most: 0 };

/** Tells likeness of meaning; see `meaning/`. Ids are those of the index. */
export interface MeaningScorer {
  /** How much of the score of a paper is its own, for queries of so many telling words. */
  share(wordCount: number, id: number): ShareRange;
  add(id: number, title: string, abstract: string | undefined): void;
  remove(id: number): void;
  /** Learns anew, in steps, from the papers of the library. What it knew stays in use until it has done so. */
  learn?(ids: readonly number[], textOf: (id: number) => PaperText): Task<void>;
  /** Reads the papers added so far, which may take minutes, in steps of some milliseconds; tells how many are read. */
  encode?(textOf: (id: number) => PaperText): Task<void, EncodingProgress>;
  /** Papers that somebody is likely to look for next are to be read before others. */
  prefer?(ids: readonly number[]): void;
  /** Vectors of these papers, all of one length, of those of which any is known: near where the papers are alike. */
  vectors?(ids: readonly number[]): readonly (Float32Array | undefined)[];
  /** Whether it is a word, though the library may not have it: no typing error. */
  knows(word: string): boolean;
  /** By id: 0 to 1, NaN where it is not known; undefined where nothing is. */
  score(query: string): Float32Array | undefined;
  /** By id how like these papers, weighed, a paper is: 0 to 1, NaN where it is not known; undefined where nothing is. */
  likeness?(papers: readonly Scored[]): Float32Array | undefined;
}
