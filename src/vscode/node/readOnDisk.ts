import { readdir, readFile, stat } from 'node:fs/promises';

/** What `vscode.FileStat` says of a file; throws where there is none: a pipe or a device is none. */
export async function statOnDisk(file: string): Promise<{ readonly mtime: number; readonly size: number }> {
  const stats = await stat(file);
  if (!stats.isFile()) throw new Error(`${file} is no file`);
  return { mtime: stats.mtime.getTime(), size: stats.size };
}

export async function readOnDisk(file: string): Promise<Uint8Array> {
  await statOnDisk(file);
  const bytes = await readFile(file);
  // What shares its memory with others cannot be given to a thread.
  return bytes.length === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

export async function listOnDisk(folder: string): Promise<string[]> {
  return readdir(folder);
}
