import * as vscode from 'vscode';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import { rangeOf } from '../documents/textEdits';
import { notify } from '../notify';

/** So long after a paste or a drop it can still be chosen to cite what came, in milliseconds. */
const chosenWithin = 60_000;

/** What is pasted into a document or dropped on it, and what stands for it until it is cited. */
export interface Transferred {
  readonly document: vscode.TextDocument;
  /** Where it goes; what is selected there is replaced. */
  readonly ranges: readonly vscode.Range[];
  readonly standIn: string;
  /** What is left where nothing is cited after all. */
  readonly text: string;
}

/**
 * Citations for pastes and drops, which take a question, an entry or an answer from elsewhere. VS Code asks nothing of an edit of a drop that was
 * chosen, and what that of a paste changes in another file is not taken back with it. So a stand-in is pasted or dropped, which tells that the
 * edit was chosen, and then gives way to the citation and its entry, taken back by one undo.
 */
export class StandIns {
  private waiting: vscode.Disposable | undefined;

  constructor(private readonly targets: InsertionTargets) {}

  /** `find` gives what is to be cited, once this was chosen, and `cite` cites it at a place. */
  whenChosen<T>(
    transferred: Transferred,
    find: () => Promise<T | undefined>,
    cite: (found: T, target: InsertionTarget) => Promise<unknown>,
  ): void {
    this.waiting?.dispose();
    const before = transferred.document.getText();
    const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const made = contentChanges.find(({ text }) => text === transferred.standIn);
      if (document !== transferred.document || !made) return;
      end();
      void this.replace(transferred, before, made.rangeOffset, find, cite).catch(notify.error);
    });
    const timer = setTimeout(() => end(), chosenWithin);
    const end = () => {
      clearTimeout(timer);
      listening.dispose();
    };
    this.waiting = new vscode.Disposable(end);
  }

  private async replace<T>(
    { document, ranges, standIn, text }: Transferred,
    before: string,
    offset: number,
    find: () => Promise<T | undefined>,
    cite: (found: T, target: InsertionTarget) => Promise<unknown>,
  ): Promise<void> {
    const stood = document.getText();
    const place = rangeOf(document, offset, offset + standIn.length);
    const inPlace = this.targets.at(document, [atEnd(place)], undefined, place);
    const found = await find().catch((error: unknown) => {
      void notify.error(error);
      return undefined;
    });
    if (await takenBack(document, stood, before)) {
      if (found === undefined) return write(document, ranges, text);
      const selected = ranges.find(range => !range.isEmpty);
      const { activeTextEditor } = vscode.window;
      return void (await cite(
        found,
        this.targets.at(document, ranges.map(atEnd), activeTextEditor?.viewColumn, selected),
      ));
    }
    const [start = offset, end = offset] = inPlace.replaced() ?? [];
    if (document.getText().slice(start, end) !== standIn) return;
    if (found === undefined) await write(document, [rangeOf(document, start, end)], text);
    else await cite(found, inPlace);
  }
}

/** Undoes what put the stand-in there, where nothing else was written meanwhile. */
async function takenBack(document: vscode.TextDocument, stood: string, before: string): Promise<boolean> {
  if (vscode.window.activeTextEditor?.document !== document || document.getText() !== stood) return false;
  await vscode.commands.executeCommand('undo');
  return document.getText() === before;
}

async function write(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const range of ranges) edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

function atEnd({ end }: vscode.Range): vscode.Selection {
  return new vscode.Selection(end, end);
}
