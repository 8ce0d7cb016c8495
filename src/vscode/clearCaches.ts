import * as vscode from 'vscode';
import { commands } from './commands';
import { notify } from './notify';
import { registerCommand } from './registerCommand';

/** What can be made or asked for anew, and is kept on disk. */
export interface Cache {
  clear(): Promise<void>;
}

/** “Clear Caches”: what was read and understood of bibliographies, and the answers of catalogs. */
export function registerClearCaches(caches: readonly (Cache | undefined)[]): vscode.Disposable {
  return registerCommand(commands.clearCaches, async () => {
    await Promise.all(caches.map(cache => cache?.clear()));
    const reload = vscode.l10n.t('Reload Window');
    const message = vscode.l10n.t(
      'The caches of this workspace are cleared. They are made anew once the window is reloaded.',
    );
    if ((await notify.information(message, reload)) === reload)
      await vscode.commands.executeCommand('workbench.action.reloadWindow');
  });
}
