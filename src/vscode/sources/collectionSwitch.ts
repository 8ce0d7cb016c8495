import * as vscode from 'vscode';
import type { LibraryService } from '../../core/library/libraryService';
import { collectionSource } from '../../core/library/works/collectionSource';
import { commands } from '../commands';
import { readFile } from '../files/fileAccess';
import { registerCommand } from '../registerCommand';
import { changeSettingInPlace, settings } from '../settings';

const section = 'literature.collection';

/** Takes the bundled collection into the library and out of it, as the setting says, which two commands change. */
export class CollectionSwitch implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly library: LibraryService,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.disposables = [
      vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(section)) void this.apply();
      }),
      registerCommand(commands.showCollection, () => setWithCollection(true)),
      registerCommand(commands.hideCollection, () => setWithCollection(false)),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async apply(): Promise<void> {
    if (!settings.withCollection()) return this.library.drop(collectionSource.id);
    const file = vscode.Uri.joinPath(this.extensionUri, 'data/references.json');
    await this.library.load(collectionSource, await readFile(file));
  }
}

/** Writes the setting where it is set already, so that it takes effect, else for the user. */
export async function setWithCollection(isShown: boolean): Promise<void> {
  await changeSettingInPlace('collection.enabled', isShown);
}
