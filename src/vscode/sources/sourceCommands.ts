import * as vscode from 'vscode';
import { commands } from '../commands';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import { changeSetting } from '../settings';
import type { BibliographySources } from './bibliographySources';
import type { ZoteroSources } from './zotero/zoteroSources';

/** “Refresh Library” and “Use Zotero”. Who asks by hand is told what went wrong; otherwise the library's tree shows it. */
export function registerSourceCommands(
  bibliographies: BibliographySources,
  zotero: ZoteroSources,
  retry: () => void,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand(commands.refreshLibrary, async () => {
      retry();
      await bibliographies.reload();
      notify.status('The library was read again');
      tell(await zotero.refreshIfUsed());
    }),
    registerCommand(commands.useZotero, async () => {
      await changeSetting('zotero.enabled', true, vscode.ConfigurationTarget.Global);
      await zotero.start();
      tell(await zotero.refreshIfUsed());
    }),
  );
}

function tell(failure: string | undefined): void {
  if (failure) void notify.warning(failure);
}
