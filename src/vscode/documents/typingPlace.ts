import * as vscode from 'vscode';
import { Debouncer } from '../debouncer';

/** So long after the last keystroke what was being typed counts as written, in milliseconds. */
const rest = 3000;

/** Where the writer is typing just now: a key of which half is there is not wrong yet. */
export class TypingPlace implements vscode.Disposable {
  private document: vscode.TextDocument | undefined;
  private readonly emitter = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly waiting = new Debouncer();
  /** What was being typed in a document counts now. */
  readonly onDidRest = this.emitter.event;
  private readonly disposables = [
    this.emitter,
    this.waiting,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!contentChanges.length || document !== vscode.window.activeTextEditor?.document) return;
      this.document = document;
      this.waiting.start('rest', rest, () => {
        this.document = undefined;
        this.emitter.fire(document);
      });
    }),
  ];

  /** The offset at which the writer is typing in a document; `undefined` where they are not. */
  in(document: vscode.TextDocument): number | undefined {
    if (this.document !== document) return undefined;
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document ? document.offsetAt(editor.selection.active) : undefined;
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

/** Whether a key, given by its offsets, stands at a place or ends there. */
export function isAt(
  place: number | undefined,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return place !== undefined && start <= place && place <= end;
}
