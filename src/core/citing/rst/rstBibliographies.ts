import type { BibliographiesFound } from '../project/foundBibliography';
import { folderOf, type ProjectFiles, readOnce } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { keyPrefixes, readRst } from './readRst';
import { findSphinxProject, sphinxDeclarations, textsBeside } from './sphinxProject';

/**
 * The bibliographies of a reStructuredText document: those of its Sphinx project, whose keys are known in every document, and those that its
 * own `bibliography` directives name.
 */
export async function findRstBibliographies(
  path: string,
  text: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const project = await findSphinxProject(path, files, top);
  const folders = [folderOf(path), ...(project ? [folderOf(project.path)] : [])];
  const own = readRst(text).bibliographies.map(declared => ({
    declared,
    foundBy: 'document' as const,
    declaredIn: path,
    folders,
  }));
  const prefixesIn = readOnce(files, 'rst key prefixes', keyPrefixes);
  const texts = [text, ...(project ? await textsBeside(path, project, files) : [])];
  return {
    otherReferences: { labels: new Set(), prefixes: new Set(texts.flatMap(prefixesIn)) },
    bibliographies: await resolveDeclarations(
      [...own, ...(project ? sphinxDeclarations(project) : [])],
      files,
    ),
    members: [path],
    definedKeys: [],
    problems: [],
  };
}
