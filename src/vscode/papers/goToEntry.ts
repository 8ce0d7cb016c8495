import * as vscode from 'vscode';
import { plainLabel } from '../../core/display/plainText';
import { shortReference } from '../../core/display/shortReference';
import type { LibraryReference } from '../../core/library/libraryService';
import { commands } from '../commands';
import { type EntryOrigin, entryLocation, entryOrigins } from '../documents/entryLocation';
import { notify } from '../notify';
import { idOf } from '../references/referenceId';

/**
 * Shows the entry of a reference in its file. Where several have it, the writer says which.
 *
 * @param preferred the bibliographies of the document in hand
 */
export async function goToEntry(reference: LibraryReference, preferred: readonly string[]): Promise<void> {
  const origins = entryOrigins(reference, preferred);
  if (!origins.length) return sayThereIsNone(reference);
  const origin = origins.length > 1 ? await choose(origins, reference) : origins[0];
  if (!origin) return;
  const { uri, range } = await entryLocation(origin);
  await vscode.window.showTextDocument(uri, { selection: range });
}

async function choose(
  origins: readonly EntryOrigin[],
  reference: LibraryReference,
): Promise<EntryOrigin | undefined> {
  const items = origins.map(origin => ({
    label: `$(book) ${plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(origin.source)))}`,
    description: plainLabel(`${origin.key}, line ${(origin.line ?? 0) + 1}`),
    origin,
  }));
  const title = plainLabel(`Go to Entry: ${shortReference(reference.item)}`);
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'In which file?' }))?.origin;
}

async function sayThereIsNone(reference: LibraryReference): Promise<void> {
  const id = idOf(reference);
  const short = shortReference(reference.item);
  if (reference.origin.source.startsWith('zotero:')) {
    const show = 'Show in Zotero';
    const answer = await notify.information(`${short} is in Zotero, and in no file.`, show);
    if (answer === show) await vscode.commands.executeCommand(commands.showInZotero, id);
    return;
  }
  const [open, add] = ['Open Abstract', 'Add to Bibliography'];
  const answer = await notify.information(
    `${short} is in the bundled collection, and in no file of yours.`,
    open!,
    add!,
  );
  if (answer === open) await vscode.commands.executeCommand(commands.openAbstract, id);
  if (answer === add) await vscode.commands.executeCommand(commands.addToBibliography, id);
}
