import * as vscode from 'vscode';
import { nodeParts } from '../node/nodeParts';
import { readFile } from './fileAccess';

/**
 * Replaces the contents of a file, unless it is not `expected` any more: then gives `false` and writes nothing. On disk it is replaced as a
 * whole, see `replaceOnDisk`; elsewhere as well as the place can.
 */
async function replaceFile(uri: vscode.Uri, expected: Uint8Array, contents: Uint8Array): Promise<boolean> {
  const { replaceOnDisk } = nodeParts();
  if (uri.scheme === 'file' && replaceOnDisk) return replaceOnDisk(uri.fsPath, expected, contents);
  const current = await readFile(uri);
  if (!areEqual(current, expected)) return false;
  await vscode.workspace.fs.writeFile(uri, contents);
  return true;
}

/** Another program that writes a file all the time is given up on. */
const maxAttempts = 5;

/**
 * Changes a file to what `change` makes of it, anew when another program changed it meanwhile. Gives `false` when `change` gives nothing,
 * or the file does not come to rest.
 */
export async function changeFile(
  uri: vscode.Uri,
  change: (contents: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const before = await readFile(uri);
    const after = await change(before);
    if (!after) return false;
    if (await replaceFile(uri, before, after)) return true;
  }
  return false;
}

export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (typeof Buffer !== 'undefined') return Buffer.compare(a, b) === 0;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Removes what was left beside a file by a session that was ended while it was written. Where that cannot be, it stays. */
export async function tidyBeside(uri: vscode.Uri): Promise<void> {
  if (uri.scheme === 'file' && vscode.workspace.isTrusted)
    await nodeParts()
      .removeAbandoned?.(uri.fsPath)
      .catch(() => {});
}
