import * as vscode from 'vscode';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import { notify } from '../notify';

/** So long after a drop it can still be chosen to cite what was dropped, in milliseconds. */
const chosenWithin = 60_000;

/** What is dropped on a document, and what stands for it until it is cited. */
export interface Dropped {
  readonly document: vscode.TextDocument;
  readonly standIn: string;
  /** What is left where nothing is cited after all. */
  readonly text: string;
}

/**
 * Citations for drops that take a question, an entry or an answer from elsewhere. VS Code asks nothing of an edit of a drop that was chosen: a
 * stand-in is dropped, which tells that it was, and the citation takes its place, taken back by one undo.
 */
export class DropStandIns {
  private waiting: vscode.Disposable | undefined;

  constructor(private readonly targets: InsertionTargets) {}

  /** `find` gives what is to be cited, once this drop was chosen, and `cite` cites it at a place. */
  whenChosen<T>(
    dropped: Dropped,
    find: () => Promise<T | undefined>,
    cite: (found: T, target: InsertionTarget) => Promise<unknown>,
  ): void {
    this.waiting?.dispose();
    const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const made = contentChanges.find(({ text }) => text === dropped.standIn);
      if (document !== dropped.document || !made) return;
      end();
      void this.replace(dropped, made.rangeOffset, find, cite).catch(notify.error);
    });
    const timer = setTimeout(() => end(), chosenWithin);
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
    };
    this.waiting = new vscode.Disposable(end);
  }

  private async replace<T>(
    { document, standIn, text }: Dropped,
    offset: number,
    find: () => Promise<T | undefined>,
    cite: (found: T, target: InsertionTarget) => Promise<unknown>,
  ): Promise<void> {
    const dropped = document.getText();
    const before = dropped.slice(0, offset) + dropped.slice(offset + standIn.length);
    const here = (start: number, length: number) =>
      new vscode.Range(document.positionAt(start), document.positionAt(start + length));
    const place = here(offset, standIn.length);
    const selection = new vscode.Selection(place.end, place.end);
    const target = this.targets.at(document, [selection], undefined, place);
    const found = await find().catch((error: unknown) => {
      void notify.error(error);
      return undefined;
    });
    const at = target.replaced()?.[0] ?? offset;
    if (document.getText().slice(at, at + standIn.length) !== standIn) return;
    if (found === undefined) {
      const plain = new vscode.WorkspaceEdit();
      plain.replace(document.uri, here(at, standIn.length), text);
      await vscode.workspace.applyEdit(plain);
      return;
    }
    // Where nothing else was written meanwhile the stand-in goes as it came, and one undo takes the citation back.
    const editor = vscode.window.activeTextEditor;
    if (editor?.document === document && document.getText() === dropped) {
      await vscode.commands.executeCommand('undo');
      if (document.getText() === before) {
        const { start } = here(offset, 0);
        const cursor = new vscode.Selection(start, start);
        await cite(found, this.targets.at(document, [cursor], editor.viewColumn));
        return;
      }
    }
    await cite(found, target);
  }
}
