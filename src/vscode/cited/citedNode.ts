import type { LibraryReference } from '../../core/library/libraryService';
import type { PlaceInFile, ProjectDocument } from '../documents/projectDocuments';

/** A row of the cited view. */
export type CitedNode = CitedFile | CitedReference | CitedPlace | MissingCitations;

/** A file of a document that has several. */
export interface CitedFile {
  readonly kind: 'file';
  readonly file: ProjectDocument;
  /** It is the one in hand. */
  readonly isShown: boolean;
  readonly references: readonly CitedReference[];
}

/** One work that a file cites. */
export interface CitedReference {
  readonly kind: 'reference';
  readonly key: string;
  /** `undefined` when no bibliography of the document defines the key. */
  readonly reference: LibraryReference | undefined;
  /** What the document's own list says of it; empty where another file of the document lists it. */
  readonly listed: string | undefined;
  readonly file: ProjectDocument;
  readonly places: readonly CitedPlace[];
}

/** A place where something is cited, or where a citation is missing. */
export interface CitedPlace extends PlaceInFile {
  readonly kind: 'place' | 'missing';
  /** Offset of its beginning in the text of its file. */
  readonly start: number;
  /** The text of its line. */
  readonly line: string;
  /** The name of its file, where there are several. */
  readonly fileName?: string;
}

/** All places where a citation is missing. */
export interface MissingCitations {
  readonly kind: 'missingCitations';
  readonly places: readonly CitedPlace[];
}

/** No bibliography and no list of the document has it. */
export function isUnknown({ reference, listed }: CitedReference): boolean {
  return !reference && listed === undefined;
}
