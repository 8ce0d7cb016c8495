import type { BibliographiesFound, FoundBibliography } from '../project/foundBibliography';
import { folderOf, type ProjectFiles } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { projectKeyPrefixes } from './keyPrefixes';
import { readRst } from './readRst';
import { findSphinxProject, sphinxDeclarations } from './sphinxProject';

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
  const resolved = await resolveDeclarations(
    [...own, ...(project ? sphinxDeclarations(project) : [])],
    files,
  );
  const around = new Set(project ? [folderOf(project.path), folderOf(path)] : []);
  return {
    otherReferences: { labels: new Set(), prefixes: await projectKeyPrefixes({ path, text }, around, files) },
    bibliographies: project ? resolved : resolved.map(asOfElsewhere),
    members: [path],
    definedKeys: [],
    problems: [],
  };
}

/** Without settings of Sphinx (`conf.py` is made of a `conf.py.in`, say) documents are copied to where they are set, with what they name. */
function asOfElsewhere(bibliography: FoundBibliography): FoundBibliography {
  return bibliography.exists || bibliography.remote ? bibliography : { ...bibliography, computed: true };
}
