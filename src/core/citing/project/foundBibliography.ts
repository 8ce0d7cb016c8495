import type { TextRange } from '../../model/textRange';
import type { DeclaredBibliography, MarkdownDialect } from '../citation';
import type { LatexVocabulary } from '../latex/latexDocument';

/** How a bibliography came to apply to a document. */
export type FoundBy = 'front matter' | 'project file' | 'root document' | 'document' | 'setting' | 'default';

export interface FoundBibliography {
  /** Absolute path, or the address of a remote one, which is not read. */
  readonly path: string;
  /** As it is written where it is declared; `undefined` for settings. */
  readonly written?: string;
  readonly foundBy: FoundBy;
  /** The file that declares it; `undefined` for settings. */
  readonly declaredIn?: string;
  /** Where it is declared there. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly exists: boolean;
  readonly remote?: boolean;
  /** TeX found it, outside the project: it is read and never written to. */
  readonly byTex?: boolean;
  /**
   * It is not there, and nothing is missed: what it would give stands in the `.bbl` beside the root, or it comes with TeX and holds
   * abbreviations only, or the document itself writes it.
   */
  readonly isDispensable?: boolean;
  /** It or its path is made when the document is rendered only: `` `r bib()` ``, `!expr …`, `${BIB}`, `\jobname.bib`, `write_bib(…)`. It is not read. */
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
  /** What else references of the document name in the way of keys, where it is more than the document itself tells. */
  readonly otherReferences?: OtherReferences;
  /**
   * Keys may be defined or resolved where nobody can look: by a package, by rules for references, in a document that is not there; or
   * no program reads this file as a part of its project. Nothing is called undefined then.
   */
  readonly isOpen?: boolean;
  /** The program that makes the project does not read this file: a README, a draft. */
  readonly isNotRendered?: boolean;
  /** The bibliography program takes `Smith2020` and `smith2020` for one key, as BibTeX does. */
  readonly ignoresCase?: boolean;
  /** Its parts have lists of references of their own: a key may be in several bibliographies, and mean another work in each. */
  readonly hasSeveralLists?: boolean;
  /** What each part of it cites from, as far as that is known. */
  readonly lists?: readonly ReferenceList[];
  /** Stretches of the document that are left out of what is made of it, or may be. */
  readonly unset?: readonly TextRange[];
  readonly csl?: { readonly path: string; readonly declaredIn: string };
  /** What the rest of a LaTeX project means for reading this file. */
  readonly latexVocabulary?: LatexVocabulary;
  /** The dialect that its project gives to a Markdown document, where that is not told by its name. */
  readonly dialect?: MarkdownDialect;
  readonly problems: readonly FindingProblem[];
}

/** A stretch of a document whose citations go into a list of references of their own. Of two that cover a place the later one counts. */
export interface ReferenceList {
  readonly start: number;
  readonly end: number;
  /** The paths of the bibliographies that the list is made from; empty where that is not known. */
  readonly bibliographies: readonly string[];
}

/** What references name that is no key of a bibliography. */
export interface OtherReferences {
  /** Labels of the document's parts, in whatever file. */
  readonly labels: ReadonlySet<string>;
  /** Kinds of things that are numbered: `suppfig` of `suppfig-one`. */
  readonly kinds?: readonly string[];
  /** What labels begin with whose rest only the program knows: `fig:` of `label("fig:" + name)`. */
  readonly prefixes?: ReadonlySet<string>;
  /** Names that a package resolves, alone or with a part before or behind a colon: `llm`, `llm:pl`. */
  readonly terms?: ReadonlySet<string>;
  /** Lines of what has a label are referred to by their numbers: `listing:3`. */
  readonly hasNumberedLines?: boolean;
  /** There may be labels where nobody can look: in a template of a package, made by a plugin. */
  readonly hasHiddenLabels?: boolean;
}

/** A declaration with the file it stands in and the folders its path may be meant from, best first. */
export interface Declaration {
  readonly declared: DeclaredBibliography;
  readonly foundBy: FoundBy;
  readonly declaredIn: string;
  readonly folders: readonly string[];
  /** Where it leads only those know who run what declares it: one that is not found is not missing. */
  readonly isUncertain?: boolean;
}
