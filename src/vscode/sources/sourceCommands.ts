import * as vscode from 'vscode';
import { commands } from '../commands';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import { changeSettingInPlace } from '../settings';
import type { BibliographySources } from './bibliographySources';
import type { ZoteroSources } from './zotero/zoteroSources';

/** “Refresh Library”, “Use Zotero” and “Stop Using Zotero”. Who asks by hand is told what went wrong; otherwise the library's tree shows it. */
export function registerSourceCommands(
  bibliographies: BibliographySources,
  zotero: ZoteroSources,
  retry: () => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.refreshLibrary, async () => {
      retry();
      await bibliographies.reload();
      notify.status(vscode.l10n.t('The library was read again'));
      await tell(await zotero.refreshIfUsed());
    }),
    registerCommand(commands.useZotero, async () => {
      await changeSettingInPlace('zotero.enabled', true);
      await zotero.start();
      await tell(await zotero.refreshIfUsed());
    }),
    registerCommand(commands.stopZotero, async () => {
      await changeSettingInPlace('zotero.enabled', false);
      notify.status(vscode.l10n.t('Zotero is not asked any more'));
    }),
  );
}

async function tell(failure: string | undefined): Promise<void> {
  if (!failure) return;
  const [again, stop] = [vscode.l10n.t('Try Again'), vscode.l10n.t('Stop Using Zotero')] as const;
  const answer = await notify.warning(failure, again, stop);
  if (answer === again) await vscode.commands.executeCommand(commands.useZotero);
  if (answer === stop) await vscode.commands.executeCommand(commands.stopZotero);
}
