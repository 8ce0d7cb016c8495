import * as vscode from 'vscode';
import { nodeParts } from '../node/nodeParts';

// VS Code asks its window before each access to a file, also to one on the disk of this machine. While a window starts, each answer takes
// hundreds of milliseconds. So what is on our own disk is read there; what is not there, as most of what is looked for while a window starts,
// fails at once, and all else as VS Code has it.

/** The same as `vscode.workspace.fs.readFile`. */
export async function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  return (await tried(nodeParts().readOnDisk, uri)) ?? vscode.workspace.fs.readFile(uri);
}

/** As `vscode.workspace.fs.stat` says it of a file. */
export async function statFile(uri: vscode.Uri): Promise<Pick<vscode.FileStat, 'type' | 'mtime' | 'size'>> {
  const stat = await tried(nodeParts().statOnDisk, uri);
  return stat ? { type: vscode.FileType.File, ...stat } : vscode.workspace.fs.stat(uri);
}

/** The names in a folder. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const names = await tried(nodeParts().listOnDisk, folder);
  return names ?? (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
}

async function tried<Answer>(
  access: ((file: string) => Promise<Answer>) | undefined,
  uri: vscode.Uri,
): Promise<Answer | undefined> {
  if (!access || uri.scheme !== 'file') return undefined;
  try {
    return await access(uri.fsPath);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw vscode.FileSystemError.FileNotFound(uri);
    return undefined;
  }
}
