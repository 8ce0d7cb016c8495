import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Script } from 'node:vm';

/** A script that was loaded, and whose compiled code can be kept. */
export interface LoadedScript {
  readonly exports: unknown;
  /** Compiled code from an earlier session was there, and was of use to this V8. */
  readonly wasKept: boolean;
  /** Keeps the code of what has run by now, instead of any that was kept of this file before; does nothing where it was kept. Never throws. */
  keep(): Promise<void>;
}

/** What code of a script is called in the folder: with its contents, since V8 takes code for fitting when the lengths of the scripts do. */
const keptName = (file: string, source: string) =>
  `${path.basename(file)}.${createHash('sha256').update(source).digest('hex').slice(0, 20)}.code`;

/**
 * Loads a CommonJS script as `require` does, with the code that V8 compiled of it in an earlier session, which takes a third of the time.
 * (Node's own `module.enableCompileCache`, from 22.1 on, would keep that of every other extension in this folder, too.)
 * @param folder where compiled code is kept: a folder of ours that need not be there yet, and may be emptied at any time
 * @param load the `require` that the script gets
 */
export function loadKeptScript(file: string, folder: string, load: NodeJS.Require): LoadedScript {
  const source = readFileSync(file, 'utf8');
  const kept = path.join(folder, keptName(file, source));
  const cachedData = readKept(kept);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, load, module, file, path.dirname(file));
  const wasKept = cachedData !== undefined && !script.cachedDataRejected;
  return {
    exports: module.exports,
    wasKept,
    keep: async () => {
      if (!wasKept) await replaceKept(kept, file, script.createCachedData()).catch(() => {});
    },
  };
}

/** V8 trusts what it is given: a file that a full disk or a lost power cut short would end the extension host. */
const digestOf = (code: Uint8Array) => createHash('sha256').update(code).digest();
const digestLength = 32;

/** The code in a file, if it is there and whole. */
function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(digestLength);
    return digestOf(code).equals(bytes.subarray(0, digestLength)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Writes what is kept of a script, as a whole: another window may read it now. What was kept of another version goes. */
async function replaceKept(kept: string, file: string, code: Uint8Array): Promise<void> {
  const folder = path.dirname(kept);
  await mkdir(folder, { recursive: true });
  const unfinished = `${kept}.${process.pid}.tmp`;
  await writeFile(unfinished, [digestOf(code), code]);
  await rename(unfinished, kept);
  const isOlder = (name: string) =>
    name.startsWith(`${path.basename(file)}.`) && name !== path.basename(kept);
  for (const name of (await readdir(folder)).filter(isOlder))
    await rm(path.join(folder, name), { force: true });
}
