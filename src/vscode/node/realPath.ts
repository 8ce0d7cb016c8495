import { lstat, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';

/** More links one after the other are a circle. */
const maxLinks = 40;

/** Where the links in a path lead in the end, also those to what is not there yet. Throws where they lead in a circle. */
export async function realPath(file: string, links = 0): Promise<string> {
  if (links > maxLinks) throw new Error(`${file}: too many links`);
  try {
    return await realpath(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const above = path.dirname(file);
  if (above === file) return file;
  const folder = await realPath(above, links);
  const there = path.join(folder, path.basename(file));
  const isLink = await lstat(there).then(
    stat => stat.isSymbolicLink(),
    () => false,
  );
  return isLink ? realPath(path.resolve(folder, await readlink(there)), links + 1) : there;
}
