import * as vscode from 'vscode';
import { DocumentChanges } from './changes/documentChanges';
import { holdsText } from './languages';

/** Where a citation will go: remembered when a search begins, since the search takes the focus from the editor. */
export interface InsertionTarget {
  readonly document: vscode.TextDocument;
  /** As they were when the target was told. */
  readonly selections: readonly vscode.Selection[];
  /** Where its cursors stand now, whatever was edited meanwhile: offsets in the document's text. */
  readonly cursors: () => readonly number[];
  /** Where what the citation replaces stands now; `undefined` when it replaces nothing. */
  readonly replaced: () => readonly [start: number, end: number] | undefined;
  readonly viewColumn: vscode.ViewColumn | undefined;
}

/** Remembers which document was written in last, for actions taken in the sidebar or on an abstract page. */
export class InsertionTargets implements vscode.Disposable {
  private readonly changes = new DocumentChanges();
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
    return this.at(editor.document, editor.selections, editor.viewColumn);
  }

  /** The place of these selections, which follows what is edited from now on. */
  at(
    document: vscode.TextDocument,
    selections: readonly vscode.Selection[],
    viewColumn: vscode.ViewColumn | undefined,
    replaces?: vscode.Range,
  ): InsertionTarget {
    const { version } = document;
    const now = (offset: number) => this.changes.follow(document, version, offset);
    const offsets = selections.map(({ end }) => document.offsetAt(end));
    const place = replaces && ([document.offsetAt(replaces.start), document.offsetAt(replaces.end)] as const);
    return {
      document,
      selections,
      viewColumn,
      cursors: () => offsets.map(now),
      replaced: () => place && [now(place[0]), now(place[1])],
    };
  }

  dispose(): void {
    this.changes.dispose();
    this.onEditor.dispose();
  }
}

function citing(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor && holdsText(editor.document) ? editor : undefined;
}
