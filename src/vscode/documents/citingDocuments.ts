import type * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';

/** What the language features ask about the document in hand. */
export interface CitingDocuments {
  /** Its citations, read once per version; `undefined` for a document in no language that cites. */
  citationsOf(document: vscode.TextDocument): DocumentCitations | undefined;
  /**
   * Which bibliographies apply to it. Those found are loaded when this resolves; `now`: with changes
   * that would be waited for otherwise, since a program may be in the middle of writing.
   */
  bibliographiesOf(document: vscode.TextDocument, moment?: 'now' | 'lately'): Promise<AppliedBibliographies>;
  /** The bibliographies of open documents, or what applies to them, changed. */
  readonly onDidChangeBibliographies: vscode.Event<void>;
}

export interface AppliedBibliographies {
  /** Ids of the library's sources that could be read, best first. */
  readonly sources: readonly string[];
  /** Declared, and not to be read: missing, on the web, or damaged beyond reading. */
  readonly missing: readonly MissingBibliography[];
  /** Keys that other files of its project define: a `thebibliography` in the root, `references:` in a project file. */
  readonly definedKeys: ReadonlySet<string>;
}

export interface MissingBibliography {
  /** As written in the document. */
  readonly path: string;
  /** `is missing: there is no such file` */
  readonly reason: string;
  /** Where the document itself declares it; absent when another file does. */
  readonly range?: { readonly start: number; readonly end: number };
}
