import type { DeclaredBibliography } from '../citation';
import type { Declaration } from '../project/foundBibliography';
import { folderOf, foldersUp, type ProjectFiles, resolvePath } from '../project/projectFiles';

/** The settings file of a Sphinx project with the bibliographies it names: `bibtex_bibfiles` of sphinxcontrib-bibtex. */
export interface SphinxProject {
  readonly path: string;
  readonly text: string;
  readonly bibliographies: readonly DeclaredBibliography[];
}

/** The nearest `conf.py` above a document. */
export async function findSphinxProject(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<SphinxProject | undefined> {
  for (const folder of await foldersUp(folderOf(path), top, files)) {
    // Many projects keep their documents beside the folder of the settings: `docs/source/conf.py`.
    const conf = resolvePath(folder, 'conf.py');
    const text = (await files.list(folder)).includes('conf.py') ? await files.read(conf) : undefined;
    if (text !== undefined) return { path: conf, text, bibliographies: bibfiles(text) };
  }
  return undefined;
}

/** `bibtex_bibfiles = ["refs.bib", 'more.bib']`, over several lines or not; what is computed is not known. */
function bibfiles(text: string): DeclaredBibliography[] {
  const list = /^[ \t]*bibtex_bibfiles\s*=\s*\[([^\]]*)/m.exec(text);
  if (!list) return [];
  const from = list.index + list[0].length - list[1]!.length;
  return [
    ...list[1]!.replace(/#[^\n]*/g, comment => ' '.repeat(comment.length)).matchAll(/(["'])([^"'\n]+)\1/g),
  ].map(match => ({
    path: match[2]!,
    start: from + match.index + 1,
    end: from + match.index + 1 + match[2]!.length,
  }));
}

export function sphinxDeclarations({ path, bibliographies }: SphinxProject): Declaration[] {
  return bibliographies.map(declared => ({
    declared,
    foundBy: 'project file',
    declaredIn: path,
    folders: [folderOf(path)],
  }));
}
