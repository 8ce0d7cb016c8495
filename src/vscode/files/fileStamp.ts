import * as vscode from 'vscode';

/** Differs between two states of a file. */
export function fileStamp({ mtime, size }: vscode.FileStat): string {
  return `${mtime} ${size}`;
}

/** The same of the file at a place; `undefined` where there is none. */
export async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return fileStamp(await vscode.workspace.fs.stat(uri));
  } catch {
    return undefined;
  }
}
