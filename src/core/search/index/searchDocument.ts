/** What is searched of a reference. */
export interface SearchDocument {
  readonly key: string;
  readonly title: string;
  /** As displayed: `Ashish Vaswani`. */
  readonly authors: readonly string[];
  readonly year?: number;
  /** Names of the venue, long and short. */
  readonly venue?: string;
  readonly abstract?: string | undefined;
  /** The language it states: `ngerman`, `de-AT`, `Deutsch`. */
  readonly language?: string | undefined;
  readonly topics?: readonly string[];
  /** Labels of the sources it is in, for `in:`. */
  readonly sources: readonly string[];
}

/** The fields of the head of a reference, a bit each, in which a word can occur; its abstract is apart. */
export const Field = {
  title: 1,
  authors: 2,
  venue: 4,
  topics: 8,
  key: 16,
  sources: 32,
  year: 64,
} as const;

/** A place to look for words in: one of the head's fields, or the abstract. */
export type FieldName = keyof typeof Field | 'abstract';
