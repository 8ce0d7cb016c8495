import type * as vscode from 'vscode';
import { statFile } from './fileAccess';

/** Differs between two states of a file. */
export function fileStamp({ mtime, size }: Pick<vscode.FileStat, 'mtime' | 'size'>): string {
  return `${mtime} ${size}`;
}

/** The same of the file at a place; `undefined` where there is none. */
export async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return fileStamp(await statFile(uri));
  } catch {
    return undefined;
  }
}
