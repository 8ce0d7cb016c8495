/** Why a bibliography that a document names is not read. */
export type UnreadReason =
  /** There is no such file. */
  | 'missing'
  /** It is there, and nothing in it can be made out. */
  | 'unreadable'
  /** It is on the web. */
  | 'remote'
  /** Its path is known when the document is rendered. */
  | 'computed'
  /** It lies outside of a workspace that is not trusted. */
  | 'untrusted';

/** A key that is defined, but not for the list of references that the citation goes into. Sources are given by their ids. */
export interface OtherList {
  /** What that list is made from. */
  readonly applying: readonly string[];
  readonly defining: readonly string[];
}

/** Something about a document's citations that its writer should know. Offsets are UTF-16 code units into the document. */
export type CitationProblem = {
  readonly start: number;
  readonly end: number;
  /** It is nothing to mend, whatever the settings say of its kind. */
  readonly isInformation?: boolean;
} & (
  | { readonly code: 'undefined-key'; readonly key: string; readonly inOtherList?: OtherList }
  | {
      readonly code: 'missing-bibliography' | 'unreadable-bibliography';
      readonly path: string;
      readonly reason: UnreadReason;
    }
  | {
      readonly code: 'duplicate-key';
      readonly key: string;
      /** The sources that define it, by their ids. */
      readonly sources: readonly string[];
    }
);

export type CitationProblemCode = CitationProblem['code'];
