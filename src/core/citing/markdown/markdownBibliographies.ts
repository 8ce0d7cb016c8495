import type { BibliographiesFound, FoundBibliography } from '../project/foundBibliography';
import { documentsIn } from '../project/projectDocuments';
import { folderOf, nameOf, type ProjectFiles } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { projectKeyPrefixes } from '../rst/keyPrefixes';
import { labelsOf } from './labels';
import { findIncluder, findIncluderIn, withIncluded } from './markdownInclusions';
import { chaptersOf, gatherProject, type MarkdownProject, rendersInProject } from './markdownProject';
import { gatherBeside } from './metadata/besideDocument';
import { type Gathered, gatherDocument, type Surroundings } from './metadata/gatheredMetadata';
import { mystProjectLabels } from './myst/mystLabels';
import { findProject } from './myst/mystProject';
import { isForReadersOfTheSource } from './renderedFiles';

/**
 * The bibliographies of a Markdown document, all that Pandoc, Quarto or bookdown would give it: its own front matter, the metadata
 * of its folders and of its project, and the document that takes it in.
 */
export async function findMarkdownBibliographies(
  path: string,
  text: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const { project, myst } = await findProject(path, files, top);
  const around: Surroundings = {
    files,
    top,
    ...(project?.kind === 'quarto' && { projectRoot: project.folder }),
  };
  const own = await gatherDocument(path, text, 'front matter', around);
  const isDocument = await rendersInProject(project, path, files);
  const includer = own.declarations.length
    ? undefined
    : ((await findIncluder(path, files, top)) ??
      (project?.kind === 'quarto' && !isDocument
        ? await findIncluderIn(project.folder, path, files)
        : undefined));
  const aroundProject =
    project?.kind === 'quarto' ? { ...around, inputFolder: folderOf(includer ?? path) } : around;
  const includerText = includer && ((await files.read(includer)) ?? '');
  const gathered: Gathered[] = [own];
  if (includer) gathered.push(await gatherDocument(includer, includerText!, 'root document', around));
  if (project) gathered.push(...(await gatherProject(project, path, aroundProject)));
  if (!gathered.some(({ declarations }) => declarations.length))
    gathered.push(...(await gatherBeside(path, around)));
  const csl = gathered.find(one => one.csl)?.csl;
  const isRendered = includer !== undefined || isDocument;
  const isOpen = !own.declarations.length && !myst && (!isRendered || isForReadersOfTheSource(path));
  const bibliographies = await resolveDeclarations(
    [...gathered, ...(myst ? [myst] : [])].flatMap(one => one.declarations),
    files,
  );
  const sources = [text, includerText ?? '', ...gathered.flatMap(one => one.text ?? [])];
  // In a book any chapter may write it.
  if (project && bibliographies.some(({ exists, remote }) => !exists && !remote))
    for (const chapter of await documentsIn(project.folder, ['rmd', 'qmd'], files))
      sources.push((await files.read(chapter)) ?? '');
  const writing = sources.filter(text => writesBibliographies.test(text));
  return {
    bibliographies: bibliographies.map(one => (isGenerated(one, writing) ? { ...one, computed: true } : one)),
    ...(includer && { root: includer }),
    members: await membersWith(path, includer, project, files, top),
    definedKeys: gathered.flatMap(one => one.definedKeys),
    otherReferences: {
      labels: myst?.targetsBelow
        ? await mystProjectLabels(myst.targetsBelow, files)
        : labelsOf(includerText ?? ''),
      ...(myst?.dialect === 'myst' && {
        prefixes: await projectKeyPrefixes({ path, text }, new Set([myst.folder]), files),
      }),
      ...(myst?.hasPlugins && { hasHiddenLabels: true }),
      kinds: gathered.flatMap(one => one.crossReferenceKinds),
    },
    ...(isOpen && { isOpen: true }),
    ...(project && !isRendered && { isNotRendered: true }),
    ...(csl && { csl }),
    // Profiles are alternatives: the bibliography in one language, and in another.
    ...(bibliographies.some(one => project?.profiles?.includes(one.declaredIn ?? '')) && {
      hasSeveralLists: true,
    }),
    ...(myst && { dialect: myst.dialect }),
    problems: [],
  };
}

/** The files that make up the document: the chapters of a book, else what the file takes in, or the one that takes it in. */
async function membersWith(
  path: string,
  includer: string | undefined,
  project: MarkdownProject | undefined,
  files: ProjectFiles,
  top: string | undefined,
): Promise<string[]> {
  const root = includer ?? path;
  const chapters = project ? await chaptersOf(project, files) : [];
  if (!chapters.includes(root)) return withIncluded(root, files, top);
  const members: string[] = [];
  for (const chapter of chapters)
    for (const member of chapter === root ? await withIncluded(root, files, top) : [chapter])
      if (!members.includes(member)) members.push(member);
  return members;
}

/** Calls of R that write a bibliography. */
const writesBibliographies =
  /\b(?:write_bib|cite_packages|toBibtex|create_bib|bib_files?|write_packages_bib)\b/;

/** What `cite_packages` of R's package grateful writes unless told otherwise. */
const gratefulName = 'grateful-refs.bib';

/** Code of the document writes it when it is rendered: `knitr::write_bib(c("knitr", "rmarkdown"), "packages.bib")`. */
function isGenerated({ exists, remote, path }: FoundBibliography, writing: readonly string[]): boolean {
  if (exists || remote) return false;
  const name = nameOf(path);
  return writing.some(
    text =>
      [...text.matchAll(/(["'])([^"'\n]+)\1/g)].some(([, , written]) => nameOf(written!) === name) ||
      (name === gratefulName && /\bcite_packages\b/.test(text)),
  );
}
