import * as vscode from 'vscode';
import { mayRead } from '../../core/bibliography/write/filePermission';

/**
 * Whether a file may be read that a document or a project file names, see `mayRead`. What lies beside the document was opened with it.
 *
 * @param document the document in hand: its folder counts as the workspace where it lies in none
 */
export function isReadable(uri: vscode.Uri, document: vscode.Uri): boolean {
  return mayRead({
    path: uri.path,
    roots: workspaceRoots(document)
      .filter(root => isSamePlace(root, uri))
      .map(root => root.path),
    trusted: vscode.workspace.isTrusted,
  });
}

/** The folders that are open; for a document that was opened without any, the one it lies in. */
export function workspaceRoots(document: vscode.Uri | undefined): readonly vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders;
  if (folders?.length) return folders.map(({ uri }) => uri);
  return document && document.scheme !== 'untitled' ? [vscode.Uri.joinPath(document, '..')] : [];
}

export function isSamePlace(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.scheme === b.scheme && a.authority === b.authority;
}
