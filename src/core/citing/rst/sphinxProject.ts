import type { DeclaredBibliography } from '../citation';
import { filesListed } from '../project/filesListed';
import type { Declaration } from '../project/foundBibliography';
import { folderOf, foldersUp, type ProjectFiles, resolvePath } from '../project/projectFiles';
import { endOfExpression, filesIn } from './pythonFiles';

/** The settings file of a Sphinx project with the bibliographies it names: `bibtex_bibfiles` of sphinxcontrib-bibtex, in Jupyter Book in YAML. */
export interface SphinxProject {
  readonly path: string;
  readonly text: string;
  readonly bibliographies: readonly DeclaredBibliography[];
}

/** The nearest `conf.py` above a document, or the settings of a Jupyter Book, which makes one of them. */
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
    const book = await jupyterBookIn(folder, files);
    if (book) return book;
  }
  return undefined;
}

/** The Jupyter Book (1) that a folder is. */
export async function jupyterBookIn(folder: string, files: ProjectFiles): Promise<SphinxProject | undefined> {
  const names = await files.list(folder);
  if (!names.includes('_config.yml') || !names.some(name => /^_toc\.ya?ml$/.test(name))) return undefined;
  const path = resolvePath(folder, '_config.yml');
  const text = (await files.read(path)) ?? '';
  return { path, text, bibliographies: filesListed(text, 'bibtex_bibfiles') };
}

/** Where `bibtex_bibfiles` gets files: `= […]`, `+= […]`, `.append(…)`, `.extend(…)`. */
const setting = /^[ \t]*bibtex_bibfiles[ \t]*(?:\+?=(?!=)|\.(?:append|extend)(?=\())[ \t]*/gm;

/** The files of lists and texts. */
function bibfiles(text: string): DeclaredBibliography[] {
  const code = text.replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1|#[^\n]*/g, part =>
    part.startsWith('#') ? ' '.repeat(part.length) : part,
  );
  let end = 0;
  return [...code.matchAll(setting)].flatMap(({ 0: { length }, index }) => {
    const start = index + length;
    if (start < end) return [];
    end = endOfExpression(code, start);
    return filesIn(code, start, end);
  });
}

export function sphinxDeclarations({ path, bibliographies }: SphinxProject): Declaration[] {
  return bibliographies.map(declared => ({
    declared,
    foundBy: 'project file',
    declaredIn: path,
    folders: [folderOf(path)],
  }));
}
