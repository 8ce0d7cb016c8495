import { type ProjectFiles, resolvePath } from './projectFiles';

/** Files by which people build documents, and set what programs look through. */
const buildFile = /^(?:\.?latexmkrc|(?:gnu)?makefile|.+\.mk|\.?justfile|.+\.(?:sh|bat|ps1)|\.env|\.envrc)$/i;

/** The paths of the build files in a folder. */
export async function buildFilesIn(folder: string, files: ProjectFiles): Promise<string[]> {
  return (await files.list(folder))
    .filter(name => buildFile.test(name))
    .map(name => resolvePath(folder, name));
}
