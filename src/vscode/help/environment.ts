import * as vscode from 'vscode';
import type { Environment } from '../../core/display/environmentReport';
import type { LibraryService } from '../../core/library/libraryService';
import { withinTime } from '../withinTime';

/** How long the library may take to say which sources it has, in milliseconds: it may be what does not work. */
const timeoutMs = 3000;

/** What an issue says of the machine it was seen on. */
export async function environmentOf(
  extension: vscode.Extension<unknown>,
  library: LibraryService,
): Promise<Environment> {
  return {
    extension: String(extension.packageJSON.version),
    editor: vscode.version,
    platform: typeof process === 'undefined' ? 'web' : process.platform,
    place: vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop',
    remoteName: vscode.env.remoteName,
    isTrusted: vscode.workspace.isTrusted,
    language: vscode.window.activeTextEditor?.document.languageId,
    sources: await withinTime(library.sources(), timeoutMs),
    settings: changedSettings(extension),
  };
}

/** The names of our settings that are set somewhere. */
function changedSettings({ packageJSON }: vscode.Extension<unknown>): string[] {
  const sections = [packageJSON.contributes.configuration].flat() as { properties: object }[];
  const configuration = vscode.workspace.getConfiguration();
  return sections
    .flatMap(({ properties }) => Object.keys(properties))
    .filter(name => {
      const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(name) ?? {};
      return [globalValue, workspaceValue, workspaceFolderValue].some(value => value !== undefined);
    });
}
