import { folderOf, type ProjectFiles, resolvePath } from './projectFiles';

/** More documents of a project are not looked through. */
const maxDocuments = 300;
const maxFolders = 100;
/** Folders of tools, of what was rendered and of packages hold none of the writer's documents. */
const foreignFolder = /[.]|^_|^node_modules$/;

/** The paths of the documents in a folder, and with `below` in those under it, whose names end in one of these: `md`. Those nearest to the folder first. */
export async function documentsIn(
  top: string,
  endings: readonly string[],
  files: ProjectFiles,
  { below = false } = {},
): Promise<string[]> {
  const found: string[] = [];
  const folders = [top];
  for (let at = 0; at < folders.length && at < maxFolders && found.length < maxDocuments; at++)
    for (const name of await files.list(folders[at]!)) {
      const path = resolvePath(folders[at]!, name);
      if (endings.some(ending => name.toLowerCase().endsWith(`.${ending}`))) found.push(path);
      else if (below && !foreignFolder.test(name) && folderOf(path) !== path) folders.push(path);
    }
  return found.slice(0, maxDocuments);
}
