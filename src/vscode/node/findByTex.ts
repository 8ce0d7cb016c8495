import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * The whole path of a program in PATH. By its name alone, Windows would run one of the folder that is current before any other: that of the
 * workspace.
 */
export function findProgram(
  name: string,
  { PATH = '', PATHEXT = '' }: NodeJS.ProcessEnv = process.env,
  isWindows = process.platform === 'win32',
): string | undefined {
  const { delimiter, isAbsolute, join } = isWindows ? path.win32 : path.posix;
  // Others are run by a shell.
  const endings = isWindows ? PATHEXT.split(';').filter(ending => /^\.(?:exe|com)$/i.test(ending)) : [''];
  for (const folder of PATH.split(delimiter))
    for (const ending of isAbsolute(folder) ? endings : []) {
      const file = join(folder, name + ending);
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
    }
  return undefined;
}

/** A distribution that looks through slow disks is not waited for any longer. */
const patience = 5000;
/** What TeX is asked for: nothing that could be read as an option. */
const fileName = /^[\p{L}\p{N}_.][\p{L}\p{N}_.+ /-]{0,200}$/u;

/**
 * Where TeX finds a bibliography: in what BIBINPUTS names, in the user's own `texmf` folder, or among its own (`IEEEabrv.bib`). Every
 * distribution has `kpsewhich`, which tells it. `undefined` when there is none, or no TeX.
 */
export function findByTex(name: string, folder: string): Promise<string | undefined> {
  if (!fileName.test(name)) return Promise.resolve(undefined);
  const program = findProgram('kpsewhich');
  if (!program) return Promise.resolve(undefined);
  return new Promise(resolve => {
    const options = { cwd: folder, timeout: patience, windowsHide: true };
    execFile(program, ['-format=bib', name], options, (error, found) => {
      const [first] = found.split(/\r?\n/);
      resolve(error || !first ? undefined : path.resolve(folder, first));
    });
  });
}
