import type { DeclaredBibliography } from '../citation';
import type { LatexVocabulary } from '../latex/latexDocument';

/** How a bibliography came to apply to a document. */
export type FoundBy = 'front matter' | 'project file' | 'root document' | 'document' | 'setting' | 'default';

export interface FoundBibliography {
  /** Absolute path, or the address of a remote one, which is not read. */
  readonly path: string;
  readonly foundBy: FoundBy;
  /** The file that declares it; `undefined` for settings. */
  readonly declaredIn?: string;
  /** Where it is declared there. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly exists: boolean;
  readonly remote?: boolean;
  /** TeX found it, outside the project: it is read and never written to. */
  readonly byTex?: boolean;
  /** Its path is told when the document is rendered only: `` `r bib()` ``, `!expr …`, `${BIB}`, `\jobname.bib`. It is not read. */
  readonly computed?: boolean;
}

/** Something that keeps bibliographies from being known, for people. */
export interface FindingProblem {
  readonly message: string;
  readonly path: string;
}

export interface BibliographiesFound {
  /** Those that apply, the document's own first, none twice. */
  readonly bibliographies: readonly FoundBibliography[];
  /** The file the document begins with, when that is another. */
  readonly root?: string;
  /** All files that make up the same document, this one included. */
  readonly members: readonly string[];
  /** Keys that files of the document define themselves: a `thebibliography` in the root, `references:` in a project file. */
  readonly definedKeys: readonly string[];
  readonly csl?: { readonly path: string; readonly declaredIn: string };
  /** What the rest of a LaTeX project means for reading this file. */
  readonly latexVocabulary?: LatexVocabulary;
  readonly problems: readonly FindingProblem[];
}

/** A declaration with the file it stands in and the folders its path may be meant from, best first. */
export interface Declaration {
  readonly declared: DeclaredBibliography;
  readonly foundBy: FoundBy;
  readonly declaredIn: string;
  readonly folders: readonly string[];
}
