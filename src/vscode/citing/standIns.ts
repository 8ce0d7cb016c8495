import * as vscode from 'vscode';
import { onceChanged } from '../documents/changes/onceChanged';
import type { InsertionTarget, InsertionTargets } from '../documents/insertionTarget';
import { rangeOf } from '../documents/textEdits';
import { notify } from '../notify';

/** So long after a paste or a drop it can still be chosen to cite what came, in milliseconds. */
const chosenWithin = 60_000;

/** What is offered for a transfer: a stand-in, and what it gives way to once it is chosen. */
export interface Offer {
  readonly title: string;
  readonly standIn: string;
  /** What is left where nothing is cited after all. */
  readonly text: string;
  /** What goes before it where it does not go first. */
  readonly yieldTo?: readonly vscode.DocumentDropOrPasteEditKind[];
  /** Cites it at the place that this is given, or tells that there is nothing to cite: `undefined`. Asked for once it was chosen. */
  readonly find: () => Promise<((target: InsertionTarget) => Promise<unknown>) | undefined>;
}

/** What is pasted into a document or dropped on it, and what stands for it until it is cited. */
interface Transferred extends Pick<Offer, 'standIn' | 'text' | 'find'> {
  readonly document: vscode.TextDocument;
  /** Where it goes; what is selected there is replaced. */
  readonly ranges: readonly vscode.Range[];
}

/**
 * Citations for pastes and drops, which take a question, an entry or an answer from elsewhere. VS Code asks nothing of an edit of a drop that was
 * chosen, and what that of a paste changes in another file is not taken back with it. So a stand-in is pasted or dropped, which tells that the
 * edit was chosen, and then gives way to the citation and its entry, taken back by one undo.
 */
export class StandIns {
  private waiting: vscode.Disposable | undefined;

  constructor(private readonly targets: InsertionTargets) {}

  whenChosen(transferred: Transferred): void {
    this.waiting?.dispose();
    const before = transferred.document.getText();
    this.waiting = onceChanged(
      transferred.document,
      ({ text }) => text === transferred.standIn,
      chosenWithin,
      ({ rangeOffset }) => void this.replace(transferred, before, rangeOffset).catch(notify.error),
    );
  }

  private async replace(
    { document, ranges, standIn, text, find }: Transferred,
    before: string,
    offset: number,
  ): Promise<void> {
    const stood = document.getText();
    const place = rangeOf(document, offset, offset + standIn.length);
    const inPlace = this.targets.at(document, [atEnd(place)], undefined, place);
    const cite = await find().catch((error: unknown) => {
      void notify.error(error);
      return undefined;
    });
    if (await takenBack(document, stood, before)) {
      if (!cite) return write(document, ranges, text);
      const selected = ranges.find(range => !range.isEmpty);
      const { activeTextEditor } = vscode.window;
      await cite(this.targets.at(document, ranges.map(atEnd), activeTextEditor?.viewColumn, selected));
      return;
    }
    const [start = offset, end = offset] = inPlace.replaced() ?? [];
    if (document.getText().slice(start, end) !== standIn) return;
    if (cite) await cite(inPlace);
    else await write(document, [rangeOf(document, start, end)], text);
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
