import type { TextRange } from '../model/textRange';

/**
 * Which program renders a Markdown document, and so what cites in it: `myst` is Jupyter Book 1 and Sphinx, `mystmd` what came after. A
 * `codeCell` is code in a notebook, of which the options at its top alone are text.
 */
export type MarkdownDialect = 'pandoc' | 'quarto' | 'bookdown' | 'mystmd' | 'myst' | 'codeCell';

/** The languages citations are read and written in. Quarto and R Markdown are `markdown` with a dialect. */
export type Language = 'markdown' | 'latex' | 'typst' | 'rst';

/** Pandoc's NormalCitation, AuthorInText and SuppressAuthor. */
export type Form = 'normal' | 'inText' | 'suppressAuthor';

/** One key inside a citation. All offsets are UTF-16 code units into the document's text. */
export interface CitedKey {
  readonly key: string;
  readonly form: Form;
  /** The key itself, without `@`, `-`, braces or white space. */
  readonly start: number;
  readonly end: number;
  /** Text before and after the key, as written (`see`, `pp. 3-5, and elsewhere`). */
  readonly prefix?: string;
  readonly locator?: string;
  readonly suffix?: string;
  /** What a macro puts around the key as it is written: `book:` in `\bookcite{knuth}`, which cites `book:knuth`. */
  readonly template?: KeyTemplate;
  /** Written like a citation, but the author refers to a figure, table or section (Quarto `@fig-x`, pandoc-crossref `@fig:x`). */
  readonly crossReference?: boolean;
  /** Whether its program looks it up: not where it shows nothing of it. Left out, it does so with citations, and embedded keys are uncertain. */
  readonly isTypeset?: boolean;
}

/** A reference to cite, with what is to be printed around it. */
export interface CitedItem {
  readonly key: string;
  readonly prefix?: string;
  readonly locator?: string;
}

/** A key is this text, then what is written, then this text. */
export interface KeyTemplate {
  readonly before: string;
  readonly after: string;
}

/** One citation: `[see @a, p. 3; -@b]`, `@a [p. 3]`, `\citep[see][p. 3]{a,b}`. */
export interface Citation {
  readonly keys: readonly CitedKey[];
  /** From its first character (bracket, `@` or backslash) to after its last. */
  readonly start: number;
  readonly end: number;
  /** LaTeX command without backslash, star included (`citep*`). */
  readonly command?: string;
  /** It is still being typed: a bracket or brace does not close yet. */
  readonly unfinished?: boolean;
}

/** A bibliography the document names, as written there. */
export interface DeclaredBibliography {
  readonly path: string;
  /** As it stands there, where that is another path than the one that is meant. */
  readonly written?: string;
  readonly start: number;
  readonly end: number;
}

/** Everything the extension needs to know of one document's citing. */
export interface DocumentCitations {
  readonly language: Language;
  /** The flavour of Markdown it was read as. */
  readonly dialect?: MarkdownDialect;
  readonly citations: readonly Citation[];
  readonly bibliographies: readonly DeclaredBibliography[];
  /** Keys defined in the document itself: `\bibitem{key}`, `references:` in a YAML header. */
  readonly definedKeys: readonly CitedKey[];
  /** Keys that code of another language cites in it: raw TeX in Markdown. They are renamed and counted like others. */
  readonly embeddedKeys?: readonly CitedKey[];
  /** Its own parts, which references name in the way of keys. */
  readonly labels?: ReadonlySet<string>;
  /** Branches of conditionals that the text itself does not settle: what stands there may be left out when the document is made. */
  readonly undecided?: readonly TextRange[];
  /** What stands around the text in its document, where it is a part of one. */
  readonly surroundings?: Surroundings | undefined;
}

/** The text before and behind a part of a document: around a cell those before and behind it in its notebook. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}
