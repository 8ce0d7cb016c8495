import type { DeclaredBibliography } from '../../citation';
import { filesListed } from '../../project/filesListed';
import type { Declaration } from '../../project/foundBibliography';
import { folderOf, foldersUp, type ProjectFiles, resolvePath } from '../../project/projectFiles';
import { findSphinxProject, jupyterBookIn, sphinxDeclarations } from '../../rst/sphinxProject';
import { findMarkdownProject, type MarkdownProject } from '../markdownProject';

/** The project that makes a Markdown document one of MyST. */
export interface MystProject {
  /** mystmd reads `[@key]` as Pandoc does; Jupyter Book 1 and Sphinx know roles only. */
  readonly dialect: 'mystmd' | 'myst';
  readonly declarations: readonly Declaration[];
  /** Where its settings are. */
  readonly folder: string;
  /** Where a reference may name a part of any document of the project: the folder of these. */
  readonly targetsBelow?: string;
  /** Programs of its own make parts of its documents, which references may name. */
  readonly hasPlugins?: boolean;
}

/** The project that makes a document Pandoc's, Quarto's or bookdown's, or else the one that makes it MyST. */
export async function findProject(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<{ readonly project?: MarkdownProject | undefined; readonly myst?: MystProject | undefined }> {
  const project = await findMarkdownProject(path, files, top);
  return project ? { project } : { myst: await findMystProject(path, files, top) };
}

/** The MyST project a document lies in, by the nearest `myst.yml`, Jupyter Book's `_config.yml`, or Sphinx's `conf.py` with a MyST parser. */
async function findMystProject(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<MystProject | undefined> {
  for (const folder of await foldersUp(folderOf(path), top, files)) {
    const names = await files.list(folder);
    const read = async (name: string) => (await files.read(resolvePath(folder, name))) ?? '';
    const myst = ['myst.yml', 'myst.yaml'].find(name => names.includes(name));
    if (myst) {
      const yaml = await read(myst);
      const named = filesListed(yaml, 'bibliography');
      // Without a list, mystmd takes every `.bib` beside it (mystmd.org, “Citations”).
      const bibliographies = named.length ? named : names.filter(name => /\.bib$/i.test(name)).map(unplaced);
      const declarations = declared(resolvePath(folder, myst), bibliographies);
      const hasPlugins = /^[ \t]*plugins:/m.test(yaml);
      return { dialect: 'mystmd', folder, declarations, targetsBelow: folder, hasPlugins };
    }
    const book = await jupyterBookIn(folder, files);
    if (book) return { dialect: 'myst', folder, declarations: sphinxDeclarations(book) };
  }
  const sphinx = await findSphinxProject(path, files, top);
  return sphinx && /\b(?:myst_parser|myst_nb|jupyter_book)\b/.test(sphinx.text)
    ? { dialect: 'myst', folder: folderOf(sphinx.path), declarations: sphinxDeclarations(sphinx) }
    : undefined;
}

function unplaced(path: string): DeclaredBibliography {
  return { path, start: 0, end: 0 };
}

function declared(path: string, bibliographies: readonly DeclaredBibliography[]): Declaration[] {
  return bibliographies.map(declared => ({
    declared,
    foundBy: 'project file',
    declaredIn: path,
    folders: [folderOf(path)],
  }));
}
