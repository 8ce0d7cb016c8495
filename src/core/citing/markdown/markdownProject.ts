import { folderOf, foldersUp, type ProjectFiles, readOnce, resolvePath } from '../project/projectFiles';
import { type Gathered, gatherDocument, gatherFile, type Surroundings } from './metadata/gatheredMetadata';
import {
  type BookdownFiles,
  type RenderTargets,
  readBookdownFiles,
  readRenderTargets,
  rendersInBookdown,
  rendersInQuarto,
} from './renderedFiles';

/** The project that a Markdown document belongs to. */
export interface MarkdownProject {
  readonly kind: 'quarto' | 'bookdown';
  readonly folder: string;
  /** The folders from the document's own up to the project's. */
  readonly folders: readonly string[];
  /** Of the file that makes it a project, where there is one. */
  readonly path?: string;
  /** Files that are read with that one, one or another at a time (quarto.org, “Project Profiles”), or by one of the writers. */
  readonly profiles?: readonly string[];
}

const quartoProject = ['_quarto.yml', '_quarto.yaml'];
/** `_quarto-print.yml`, `_quarto.yml.local` */
const quartoProfile = /^_quarto(?:-[^/]+\.ya?ml(?:\.local)?|\.ya?ml\.local)$/;
const bookdownProject = ['_bookdown.yml', '_bookdown.yaml'];
const firstChapters = ['index.Rmd', 'index.rmd', 'index.qmd', 'index.md'];

/** The nearest project, if the document is in one. */
export async function findMarkdownProject(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<MarkdownProject | undefined> {
  const folders = await foldersUp(folderOf(path), top, files);
  for (const [index, folder] of folders.entries()) {
    const names = await files.list(folder);
    const passed = folders.slice(0, index + 1);
    const quarto = quartoProject.find(name => names.includes(name));
    if (quarto) {
      const profiles = names.filter(name => quartoProfile.test(name)).map(name => resolvePath(folder, name));
      return { kind: 'quarto', folder, folders: passed, path: resolvePath(folder, quarto), profiles };
    }
    const bookdown = bookdownProject.find(name => names.includes(name));
    if (bookdown) return { kind: 'bookdown', folder, folders: passed, path: resolvePath(folder, bookdown) };
    if (await isBookdownSite(folder, names, files)) return { kind: 'bookdown', folder, folders: passed };
  }
  return undefined;
}

/** The metadata of the folders above (`_metadata.yml`) up to that of the project (`_quarto.yml`, `_bookdown.yml`), nearest first. */
export async function gatherProject(
  project: MarkdownProject,
  path: string,
  around: Surroundings,
): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  if (project.kind === 'quarto')
    for (const folder of project.folders)
      for (const name of await around.files.list(folder))
        if (name === '_metadata.yml' || name === '_metadata.yaml')
          gathered.push(await gatherFile(resolvePath(folder, name), around));
  if (project.path) gathered.push(await gatherFile(project.path, around));
  for (const profile of project.profiles ?? []) gathered.push(await gatherFile(profile, around));
  if (project.kind === 'bookdown') gathered.push(...(await gatherFirstChapter(project.folder, path, around)));
  return gathered;
}

/** Whether the program that renders the project renders this file, by itself or as a part of another. */
export async function rendersInProject(
  project: MarkdownProject | undefined,
  path: string,
  files: ProjectFiles,
): Promise<boolean> {
  if (!project) return true;
  if (project.kind === 'bookdown')
    return rendersInBookdown(path, project.folder, await bookdownFilesOf(project, files));
  const ways = await renderTargetsOf(project, files);
  return ways.some(targets => rendersInQuarto(path, project.folder, targets));
}

/** What is rendered without any profile, and with each: Quarto adds the lists of a profile to the project's own. */
async function renderTargetsOf(project: MarkdownProject, files: ProjectFiles): Promise<RenderTargets[]> {
  const read = readOnce(files, 'render targets', readRenderTargets);
  const own = read((await files.read(project.path!)) ?? '');
  const ways = [own];
  for (const profile of project.profiles ?? []) {
    const { chapters, targets } = read((await files.read(profile)) ?? '');
    ways.push({ chapters: [...own.chapters, ...chapters], targets: [...own.targets, ...targets] });
  }
  return ways;
}

/** The chapters of a book in their order; empty where the project is none. */
export async function chaptersOf(project: MarkdownProject, files: ProjectFiles): Promise<string[]> {
  const { kind, folder } = project;
  if (kind === 'bookdown') {
    // By their names, the first one first; those with an underscore are left out (bookdown, “Usage”).
    const named = (await bookdownFilesOf(project, files)).files;
    const names = named.length
      ? [...new Set(named)]
      : (await files.list(folder)).filter(name => /^[^_].*\.Rmd$/i.test(name)).sort();
    const first = names.filter(name => /^index\.rmd$/i.test(name));
    return [...first, ...names.filter(name => !first.includes(name))].map(name => resolvePath(folder, name));
  }
  const chapters = (await renderTargetsOf(project, files)).flatMap(targets => targets.chapters);
  return [...new Set(chapters)].map(name => resolvePath(folder, name));
}

async function bookdownFilesOf(project: MarkdownProject, files: ProjectFiles): Promise<BookdownFiles> {
  const read = readOnce(files, 'bookdown files', readBookdownFiles);
  return read(project.path ? ((await files.read(project.path)) ?? '') : '');
}

/** bookdown joins the chapters to one document, so the front matter of the first is that of all. */
async function gatherFirstChapter(folder: string, path: string, around: Surroundings): Promise<Gathered[]> {
  const names = await around.files.list(folder);
  const first = firstChapters.find(name => names.includes(name));
  if (!first || resolvePath(folder, first) === path) return [];
  const chapter = resolvePath(folder, first);
  return [await gatherDocument(chapter, (await around.files.read(chapter)) ?? '', 'project file', around)];
}

/** A book may do without `_bookdown.yml`. */
async function isBookdownSite(
  folder: string,
  names: readonly string[],
  files: ProjectFiles,
): Promise<boolean> {
  const index = firstChapters.find(name => names.includes(name) && /\.[Rr]md$/.test(name));
  return (
    index !== undefined && /^site:.*bookdown/m.test((await files.read(resolvePath(folder, index))) ?? '')
  );
}
