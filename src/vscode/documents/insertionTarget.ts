import * as vscode from 'vscode';
import { languageOf } from './languages';

/** Where a citation will go: remembered when a search begins, since the search takes the focus from the editor. */
export interface InsertionTarget {
  readonly document: vscode.TextDocument;
  readonly selections: readonly vscode.Selection[];
  readonly viewColumn: vscode.ViewColumn | undefined;
  /** The placeholder that the citation takes the place of: `[@?]`. */
  readonly replaces?: vscode.Range;
}

/** Remembers which document was written in last, for actions taken in the sidebar or on an abstract page. */
export class InsertionTargets implements vscode.Disposable {
  private last = citing(vscode.window.activeTextEditor);
  private readonly onEditor = vscode.window.onDidChangeActiveTextEditor(editor => {
    this.last = citing(editor) ?? this.last;
  });

  /**
   * The active editor when it can cite, else the last one that could and is still open. `undefined` also where another text file
   * is being edited: a citation must not go where nobody looks.
   */
  current(): InsertionTarget | undefined {
    const active = vscode.window.activeTextEditor;
    const editor = active ? citing(active) : this.last;
    if (!editor || editor.document.isClosed) return undefined;
    return { document: editor.document, selections: editor.selections, viewColumn: editor.viewColumn };
  }

  dispose(): void {
    this.onEditor.dispose();
  }
}

function citing(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor && languageOf(editor.document) ? editor : undefined;
}
