import * as vscode from 'vscode';
import { followEdit, type TextChange } from '../../../core/model/followEdits';
import { languageOf } from '../languages';

/** So many edits of a document are remembered: more than anybody makes while a question is open. */
const maxEdits = 5000;

interface Edit {
  /** The version of the document after it. */
  readonly version: number;
  readonly changes: readonly TextChange[];
}

/** Remembers what is done to documents that cite, so that a place told before is found after. */
export class DocumentChanges implements vscode.Disposable {
  private readonly edits = new WeakMap<vscode.TextDocument, Edit[]>();
  private readonly listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (!contentChanges.length || !languageOf(document)) return;
    const edits = this.edits.get(document) ?? [];
    edits.push({
      version: document.version,
      changes: contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        length: text.length,
      })),
    });
    if (edits.length > maxEdits) edits.splice(0, maxEdits / 2);
    this.edits.set(document, edits);
  });

  /** Where an offset of an earlier version of the document stands now. */
  follow(document: vscode.TextDocument, version: number, offset: number): number {
    let now = offset;
    for (const edit of this.edits.get(document) ?? [])
      if (edit.version > version) now = followEdit(now, edit.changes);
    return Math.min(now, document.getText().length);
  }

  dispose(): void {
    this.listening.dispose();
  }
}
