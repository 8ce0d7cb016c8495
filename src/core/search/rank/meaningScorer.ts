/** The texts of a paper that tell what it is about. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string | undefined;
}

/** The share of meaning in the score: where the words find the paper sought, and where they find nothing much. */
export interface ShareRange {
  readonly least: number;
  readonly most: number;
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
  learn?(ids: readonly number[], textOf: (id: number) => PaperText): Generator<void, void, void>;
  /** Whether it is a word, though the library may not have it: no typing error. */
  knows(word: string): boolean;
  /** By id: 0 to 1, NaN where it is not known; undefined where nothing is. */
  score(query: string): Float32Array | undefined;
}
