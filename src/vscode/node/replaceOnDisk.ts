import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  type FileHandle,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a file as a whole: whoever reads it, at whatever moment and also after a crash, finds what was there before or what is there
 * now. Does nothing and gives `false` when the file is not `expected` any more; throws when it may not be written.
 */
export async function replaceOnDisk(
  file: string,
  expected: Uint8Array,
  contents: Uint8Array,
): Promise<boolean> {
  // Through a link, which is to stay one.
  const target = await realpath(file);
  const owned = await stat(target);
  // Whoever may write in the folder could replace any file in it, also one that is protected from being written.
  await (await open(target, 'r+')).close();
  const unfinished = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const handle = await open(unfinished, 'wx', owned.mode);
    try {
      await handle.writeFile(contents);
      await keepOwner(handle, owned);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const current = await readFile(target);
    if (!current.equals(expected)) return false;
    await rename(unfinished, target);
    return true;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** How many bytes more the disk of a file, or of its folder, can hold; `undefined` where that cannot be told. */
export async function roomFor(file: string): Promise<number | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(await realpath(file).catch(() => path.dirname(file)));
    // Some drives in a cloud say of themselves that they have no blocks at all.
    return blocks > 0 ? bavail * bsize : undefined;
  } catch {
    return undefined;
  }
}

/** What was left of writing this file by a session that was ended in the middle is not written any more after so long, in milliseconds. */
const abandonedAfter = 60_000;

/** Removes what sessions that were ended in the middle of writing a file left beside it. Another may be writing it now. */
export async function removeAbandoned(file: string): Promise<void> {
  const target = await realpath(file);
  const folder = path.dirname(target);
  const isOurs = (name: string) =>
    name.startsWith(`.${path.basename(target)}.`) && /\.[0-9a-f]{12}\.tmp$/.test(name);
  for (const name of (await readdir(folder)).filter(isOurs)) {
    const left = path.join(folder, name);
    if (Date.now() - (await stat(left)).mtimeMs > abandonedAfter) await rm(left, { force: true });
  }
}

/** Gives a file the owner and permissions of the one it replaces, as far as that is allowed. */
async function keepOwner(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(() => {});
  await handle.chmod(mode);
}
