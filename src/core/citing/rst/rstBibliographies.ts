import type { BibliographiesFound, FoundBibliography } from '../project/foundBibliography';
import { documentsIn } from '../project/projectDocuments';
import { folderOf, type ProjectFiles, readOnce } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { keyPrefixes, readRst } from './readRst';
import { findSphinxProject, type SphinxProject, sphinxDeclarations } from './sphinxProject';

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
  return {
    otherReferences: { labels: new Set(), prefixes: await prefixesOf(path, text, project, files) },
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

/** What keys may begin with, as a list of references in any document of the project says: `:keyprefix: a-`. */
async function prefixesOf(
  path: string,
  text: string,
  project: SphinxProject | undefined,
  files: ProjectFiles,
): Promise<ReadonlySet<string>> {
  const prefixesIn = readOnce(files, 'rst key prefixes', keyPrefixes);
  const prefixes = new Set(prefixesIn(text));
  for (const folder of new Set(project ? [folderOf(project.path), folderOf(path)] : []))
    for (const other of await documentsIn(folder, ['rst'], files, { below: true }))
      for (const prefix of prefixesIn(other === path ? '' : ((await files.read(other)) ?? '')))
        prefixes.add(prefix);
  return prefixes;
}
