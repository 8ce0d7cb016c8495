import fs from 'node:fs';
import path from 'node:path';

/**
 * The files that Git keeps in a repository, and the folders that hold them, whatever `.gitignore` says: that is for files which Git
 * does not keep (gitignore(5)). Absolute; empty where its list cannot be read.
 */
export function trackedFiles(repository: string): ReadonlySet<string> {
  const tracked = new Set<string>();
  for (const name of namesIn(indexOf(repository)))
    for (let at = path.join(repository, name); !tracked.has(at) && at !== repository; at = path.dirname(at))
      tracked.add(at);
  return tracked;
}

function indexOf(repository: string): Buffer {
  try {
    const git = path.join(repository, '.git');
    if (fs.statSync(git).isDirectory()) return fs.readFileSync(path.join(git, 'index'));
    // Of a further work tree or a submodule.
    const folder = /^gitdir: (.*)/.exec(fs.readFileSync(git, 'utf8'))?.[1];
    return folder ? fs.readFileSync(path.resolve(repository, folder.trim(), 'index')) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Of an entry, before its name: times, modes, size, hash, and the two bytes of its flags (gitformat-index(5)). */
const fixedBytes = 62;
const extendedFlag = 0x4000;

/** The paths in Git's list of files, in any of its versions. */
function* namesIn(index: Buffer): Generator<string> {
  if (index.toString('latin1', 0, 4) !== 'DIRC' || index.length < 12) return;
  const version = index.readUInt32BE(4);
  let last = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0 && at + fixedBytes < index.length; left--) {
    const flags = index.readUInt16BE(at + fixedBytes - 2);
    const start = at + fixedBytes + (flags & extendedFlag ? 2 : 0);
    const { shared, next } =
      version === 4 ? sharedBytes(index, start, last.length) : { shared: 0, next: start };
    const end = index.indexOf(0, next);
    if (end < 0) return;
    last = Buffer.concat([last.subarray(0, shared), index.subarray(next, end)]);
    yield last.toString('utf8');
    at = version === 4 ? end + 1 : at + Math.ceil((end - at + 1) / 8) * 8;
  }
}

/** How much of the name before a name of version 4 begins with: it says how many bytes of that to leave out. */
function sharedBytes(index: Buffer, at: number, length: number): { shared: number; next: number } {
  let next = at;
  let byte = index[next++] ?? 0;
  let dropped = byte & 0x7f;
  while (byte & 0x80) {
    byte = index[next++] ?? 0;
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  return { shared: Math.max(0, length - dropped), next };
}
