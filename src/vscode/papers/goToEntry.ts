import * as vscode from 'vscode';
import { shortReference } from '../../core/display/shortReference';
import { plainLabel } from '../../core/display/text/plainText';
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
    description: plainLabel(vscode.l10n.t('{0}, line {1}', origin.key, (origin.line ?? 0) + 1)),
    origin,
  }));
  const title = plainLabel(vscode.l10n.t('Go to Entry: {0}', shortReference(reference.item)));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('In which file?') }))
    ?.origin;
}

async function sayThereIsNone(reference: LibraryReference): Promise<void> {
  const id = idOf(reference);
  const short = shortReference(reference.item);
  if (reference.origin.source.startsWith('zotero:')) {
    const show = vscode.l10n.t('Show in Zotero');
    const answer = await notify.information(vscode.l10n.t('{0} is in Zotero, and in no file.', short), show);
    if (answer === show) await vscode.commands.executeCommand(commands.showInZotero, id);
    return;
  }
  const [open, add] = [vscode.l10n.t('Open Abstract'), vscode.l10n.t('Add to Bibliography')];
  const answer = await notify.information(
    vscode.l10n.t('{0} is in the bundled collection, and in no file of yours.', short),
    open!,
    add!,
  );
  if (answer === open) await vscode.commands.executeCommand(commands.openAbstract, id);
  if (answer === add) await vscode.commands.executeCommand(commands.addToBibliography, id);
}
