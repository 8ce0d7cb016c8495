import { resolvePath } from './projectFiles';

/** Files by which people build documents, and set what programs look through. */
const buildFile = /^(?:\.?latexmkrc|(?:gnu)?makefile|.+\.mk|\.?justfile|.+\.(?:sh|bat|ps1)|\.env|\.envrc)$/i;

/** The paths of the build files among the names in a folder. */
export function buildFilesIn(folder: string, names: readonly string[]): string[] {
  return names.filter(name => buildFile.test(name)).map(name => resolvePath(folder, name));
}
