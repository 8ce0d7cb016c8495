import type { TextRange } from '../../model/textRange';
import type { FacetTest } from '../../search/query/queryFilter';
import type { Task } from '../../util/cooperative';
import type { Understanding } from '../libraryService';
import type { WorkDocument } from './workDocument';

/** The texts of works by their slot: the index keeps none itself. */
export interface WorkTexts {
  title(slot: number): string;
  abstract(slot: number): string | undefined;
}

/** What the library needs of the search index; works are known to it by their slot. */
export interface WorkIndex {
  /** Gives each document a slot. Abstracts may be left for `indexAbstracts`, so that a large file can be searched at once. */
  add(documents: readonly WorkDocument[], options?: { readonly deferAbstracts?: boolean }): readonly number[];
  replace(slot: number, document: WorkDocument): void;
  remove(slots: readonly number[]): void;
  /** Indexes up to so many abstracts that were left, and says how many are left now. */
  indexAbstracts(limit: number): number;
  /** Indexes the abstracts of these that were left. */
  indexAbstractsOf(slots: readonly number[]): void;
  /** Learns, in steps, what the works' own words tell of meanings; searches do without until then. */
  learnMeaning?(): Task<void>;
  /** Reads works for their meaning, in steps; tells how many were read. */
  encodeMeaning?(): Task<void, Understanding>;
  /** These are to be read for their meaning before others. */
  preferMeaning?(slots: readonly number[]): void;
  /** Vectors of works by which those that are alike lie near each other. */
  vectors?(slots: readonly number[]): readonly (Float32Array | undefined)[];
  search(query: string, options: WorkSearch): WorkSearchAnswer;
  /** Works whose titles have the rarest words of this one: among them are those that are titled so. */
  titledLike(title: string, limit: number): readonly number[];
  related(
    slot: number,
    limit: number,
    allowed?: (slot: number) => boolean,
  ): readonly { readonly id: number; readonly score: number }[];
  serialise(): Uint8Array;
}

/** Makes an index, from what `serialise` gave where there is that; `undefined` when the bytes are none of this index's. */
export type CreateIndex = (texts: WorkTexts, serialised?: Uint8Array) => WorkIndex | undefined;

export interface WorkSearch {
  readonly limit: number;
  readonly unfinished: boolean;
  readonly meaning?: boolean;
  /** It is a sentence of a draft: nothing in it filters. */
  readonly isSentence?: boolean;
  /** Tells what passes a filter that the index knows nothing of. */
  readonly facet?: FacetTest;
  /** Only works that have about as many of the words as the best has. */
  readonly narrow?: boolean;
  /** Breaks ties between works that match alike. */
  readonly boost?: (slot: number) => number;
  readonly allowed?: (slot: number) => boolean;
}

export interface WorkSearchAnswer {
  readonly hits: readonly {
    readonly id: number;
    readonly score: number;
    readonly titleMatches: readonly TextRange[];
    readonly sentence?: { readonly text: string; readonly matches: readonly TextRange[] };
  }[];
  readonly hint?: string;
}
