import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { commands } from '../commands';
import { notify } from '../notify';
import { registerCommand } from '../registerCommand';
import type { LibraryCaches } from './libraryCache';

/** “Clear Caches”, and the switch for understanding papers, which works at once. */
export function registerUnderstanding(
  library: LibraryService,
  understands: () => boolean,
  caches: LibraryCaches | undefined,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('literature.meaning')) void library.understand(understands());
    }),
    registerCommand(commands.clearCaches, async () => {
      await caches?.clear();
      const reload = 'Reload Window';
      const message =
        'The caches of this workspace are cleared. They are made anew once the window is reloaded.';
      if ((await notify.information(message, reload)) === reload)
        await vscode.commands.executeCommand('workbench.action.reloadWindow');
    }),
  );
}
