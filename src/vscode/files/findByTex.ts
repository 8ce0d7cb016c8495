import { execFile } from 'node:child_process';
import path from 'node:path';

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
  return new Promise(resolve => {
    const options = { cwd: folder, timeout: patience, windowsHide: true };
    execFile('kpsewhich', ['-format=bib', name], options, (error, found) => {
      const [first] = found.split(/\r?\n/);
      resolve(error || !first ? undefined : path.resolve(folder, first));
    });
  });
}
