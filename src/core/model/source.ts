/** What kind of place references come from. */
export type SourceKind = 'collection' | 'bibliography' | 'zotero';

/** The formats a bibliography file can have. */
export type BibliographyFormatId = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris' | 'hayagriva';

/** One place that references come from: the bundled collection, one bibliography file, a running Zotero. */
export interface Source {
  /** Unique: the URI of a file, `collection`, or `zotero:<library>`. */
  readonly id: string;
  readonly kind: SourceKind;
  /** For people: file name, relative to the workspace where it lies in it. */
  readonly label: string;
  readonly format: BibliographyFormatId;
}

/** What kinds of problems a bibliography can have: each has its name for good, while its message may be worded anew. */
export type ProblemCode =
  // of a whole file
  | 'encoding-unknown'
  | 'unreadable-bibliography'
  | 'truncated'
  // of an entry
  | 'duplicate-key'
  | 'key-in-other-case'
  | 'same-work'
  | 'no-key'
  | 'key-with-blank'
  | 'key-with-sign'
  | 'unclosed-entry'
  | 'invalid-entry'
  | 'repaired-entry'
  | 'no-fields'
  | 'fields-without-entry'
  | 'stray-text'
  | 'missing-comma'
  | 'brace-too-many'
  | 'wrong-closing'
  | 'unclosed-comment'
  | 'no-type'
  | 'unknown-type'
  // of a field
  | 'missing-equals'
  | 'no-value'
  | 'unquoted-value'
  | 'unclosed-value'
  | 'quotes-in-quotes'
  | 'repeated-field'
  | 'invalid-date'
  | 'invalid-address'
  | 'invalid-name'
  // of abbreviations
  | 'undefined-string'
  | 'empty-string'
  | 'unclosed-string';

/** Something in a bibliography that could not be read as it stands. Lines are 0-based, offsets UTF-16 code units. */
export interface Problem {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: ProblemCode;
  /** The key that it is about. */
  readonly key?: string;
  /** What is wrong, what was recovered, what to do: one or two sentences. */
  readonly message: string;
  /** The abbreviation, in lower case, that nothing in the file defines; another file may. */
  readonly abbreviation?: string;
}

/** What a source is doing, for the tree and the status item. */
export interface SourceState {
  readonly source: Source;
  readonly status: 'loading' | 'ready' | 'failed';
  /** References offered now; while loading, those of the last good state or those read so far. */
  readonly count: number;
  /** 0 to 1 while loading, where it is known. */
  readonly progress?: number;
  readonly problems: readonly Problem[];
  /** Why it failed and what to do about it. */
  readonly message?: string;
}
