import * as vscode from 'vscode';
import { isAbsolutePath, isAddress } from '../files/pathForms';

/**
 * The files a path in the settings means: `~/refs.bib`, `${workspaceFolder}/refs.bib`, `/abs/refs.bib`, a URI, or a path in any of the workspace's folders.
 * `home` is unknown on vscode.dev.
 */
export function settingUris(path: string, home: vscode.Uri | undefined): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^~[\\/]/.test(path)) return home ? [vscode.Uri.joinPath(home, path.slice(2))] : [];
  const inFolder = /^\$\{workspaceFolder\}[\\/]?(.*)$/.exec(path)?.[1];
  if (inFolder !== undefined) return folders.map(({ uri }) => vscode.Uri.joinPath(uri, inFolder));
  if (isAddress(path)) return [vscode.Uri.parse(path)];
  if (isAbsolutePath(path)) {
    const uri = vscode.Uri.file(path);
    // On a remote or virtual workspace an absolute path is one of that place.
    const [folder] = folders;
    return [folder && folder.uri.scheme !== 'file' ? folder.uri.with({ path: uri.path }) : uri];
  }
  return folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
}
