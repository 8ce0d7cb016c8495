import type { Language } from './citation';
import type { ReadingOptions } from './citationLanguage';
import { citationLanguage } from './citationLanguages';
import type { BibliographiesFound, FoundBibliography, FoundBy } from './project/foundBibliography';
import { exists, folderOf, type ProjectFiles, RememberedFiles } from './project/projectFiles';
import { fileName, filesNamedInCalls, isMadeBeside } from './project/writtenByCode';

export interface DocumentInHand {
  /** Absolute, with `/`; the path of a URI serves. */
  readonly path: string;
  readonly text: string;
  readonly language: Language;
}

export interface FindingOptions {
  /** Nothing above this folder is looked at. Without it only the nearest folders are. */
  readonly workspaceRoot?: string;
  /** Absolute paths that apply to every document. */
  readonly settingBibliographies?: readonly string[];
  /** Absolute paths that apply where a document and its project declare none. */
  readonly defaultBibliographies?: readonly string[];
}

/** Which bibliographies apply to a document, and why. Missing files, cycles and half-typed text are survived. */
export async function findBibliographies(
  { path, text, language }: DocumentInHand,
  projectFiles: ProjectFiles,
  options: FindingOptions = {},
): Promise<BibliographiesFound> {
  const files = new RememberedFiles(projectFiles);
  files.set(path, text);
  const found = await citationLanguage(language).findBibliographies(path, text, files, options.workspaceRoot);
  const declared = await withoutWritten(path, found, files);
  const known = new Set(found.bibliographies.map(bibliography => bibliography.path));
  const add = async (paths: readonly string[] = [], foundBy: FoundBy): Promise<FoundBibliography[]> =>
    Promise.all(
      paths
        .filter(added => !known.has(added))
        .map(async added => ({ path: added, foundBy, exists: await exists(files, added) })),
    );
  const bySetting = await add(options.settingBibliographies, 'setting');
  const byDefault =
    found.bibliographies.length + bySetting.length ? [] : await add(options.defaultBibliographies, 'default');
  return { ...found, bibliographies: [...declared, ...bySetting, ...byDefault] };
}

/** The bibliographies of a document, without complaint of those that its own code or its project's writes when it is run. */
async function withoutWritten(
  path: string,
  { bibliographies, members, root }: BibliographiesFound,
  files: ProjectFiles,
): Promise<readonly FoundBibliography[]> {
  const isMissed = ({ written, exists, remote, computed, isDispensable }: FoundBibliography) =>
    written !== undefined && !exists && !remote && !computed && !isDispensable;
  const missed = bibliographies.filter(isMissed);
  if (missed.length === 0) return bibliographies;
  const named = new Set<string>();
  for (const path of new Set([...missed.flatMap(({ declaredIn }) => declaredIn ?? []), ...members]))
    for (const name of filesNamedInCalls((await files.read(path)) ?? '')) named.add(name);
  const isMade = async ({ written, path: missing, declaredIn }: FoundBibliography) =>
    named.has(fileName(written!)) ||
    isMadeBeside(missing, [path, root ?? path, declaredIn ?? path].map(folderOf), files);
  return Promise.all(
    bibliographies.map(async one =>
      isMissed(one) && (await isMade(one)) ? { ...one, computed: true } : one,
    ),
  );
}

/** How a document is to be read by what its project says: the commands that other files define, the dialect of its Markdown. */
export function readingInProject({ latexVocabulary, dialect }: BibliographiesFound): ReadingOptions {
  return { ...(latexVocabulary && { latexVocabulary }), ...(dialect && { dialect }) };
}
