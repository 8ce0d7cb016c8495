import type { CslItem } from '../../model/reference';

/** One work of a citation, with what is printed around it. */
export interface CitedWork {
  readonly key: string;
  readonly form: 'normal' | 'inText' | 'suppressAuthor';
  /** Text; `<i>` and `<b>` are markup in it, and no other tag is. */
  readonly prefix?: string;
  readonly locator?: string;
  /** What the locator counts, as CSL calls it: `page`. */
  readonly label?: string;
  /** With the comma that may stand before it. */
  readonly suffix?: string;
}

/** What a document cites, to be shown as its style prints it. */
export interface CitingDocument {
  /** In the order of the document. */
  readonly citations: readonly (readonly CitedWork[])[];
  /** The works by their keys, which are their `id`. */
  readonly items: readonly CslItem[];
  /** Keys of works that are listed and nowhere cited. */
  readonly uncited: readonly string[];
  /** Keys without an item that may have one where nobody can look: the others without one are errors, and marked. */
  readonly elsewhere?: readonly string[];
}

/** A citation as HTML; of a style that cites in notes, what stands in the text and what in the note. */
export interface FormattedCitation {
  readonly html: string;
  readonly note?: string;
}

export interface FormattedDocument {
  readonly citations: readonly FormattedCitation[];
  /** The list of references, in the style's order: HTML. */
  readonly entries: readonly { readonly key: string; readonly text: string }[];
  /** All lines of an entry but the first are indented. */
  readonly hasHangingIndent?: boolean;
  /** Why it is not in the style asked for. */
  readonly problem?: string;
}
