import type * as vscode from 'vscode';
import type { DocumentCitations } from '../../core/citing/citation';
import type { AppliedBibliographies } from '../../core/library/documents/appliedBibliographies';

/** What the language features ask about the document in hand. */
export interface CitingDocuments {
  /** Its citations, read once per version; `undefined` for a document in no language that cites. */
  citationsOf(document: vscode.TextDocument): DocumentCitations | undefined;
  /** Its citations as its project has them (in LaTeX the other files tell what cites here), read in slices where it is long. */
  citationsInProject(document: vscode.TextDocument): Promise<DocumentCitations | undefined>;
  /**
   * Which bibliographies apply to it. Those found are loaded when this resolves; `now`: with changes
   * that would be waited for otherwise, since a program may be in the middle of writing.
   */
  bibliographiesOf(document: vscode.TextDocument, moment?: 'now' | 'lately'): Promise<AppliedBibliographies>;
  /** The bibliographies of open documents, or what applies to them, changed. */
  readonly onDidChangeBibliographies: vscode.Event<void>;
}
