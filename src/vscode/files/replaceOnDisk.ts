import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a file as a whole: whoever reads it, at whatever moment and also after a crash, finds what was there before or what is there
 * now. Does nothing and gives `false` when the file is not `expected` any more.
 */
export async function replaceOnDisk(
  file: string,
  expected: Uint8Array,
  contents: Uint8Array,
): Promise<boolean> {
  // Through a link, which is to stay one.
  const target = await realpath(file);
  const { mode } = await stat(target);
  const unfinished = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const handle = await open(unfinished, 'wx', mode);
    try {
      await handle.writeFile(contents);
      await handle.chmod(mode);
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
