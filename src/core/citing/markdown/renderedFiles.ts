import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { matchesGlob } from '../project/matchesGlob';
import { nameOf } from '../project/projectFiles';
import { parseMap, textsOf, valueUnder } from './metadata/metadata';

/** Files that are read where the source is, on GitHub and its like: in them `@name` is a person. */
const forReaders =
  /^_?(?:readme|contributing|contributors|changelog|changes|news|history|code[_-]of[_-]conduct|security|support|license|authors|governance|maintainers|agents|claude)(?:\.[^/]*)?$/i;

/** Whether a file tells of a project and is no part of what the project writes. */
export function isForReadersOfTheSource(path: string): boolean {
  return forReaders.test(nameOf(path)) || path.includes('/.github/');
}

/** What a Quarto project file says of the files to render. */
export interface RenderTargets {
  /** The files of a book; empty for other projects. */
  readonly chapters: readonly string[];
  /** `render`: globs, those of files to leave out with `!`. */
  readonly targets: readonly string[];
}

export function readRenderTargets(projectFile: string): RenderTargets {
  const root = parseMap(projectFile);
  const project = root && valueUnder(root, 'project');
  const render = isMap(project) ? valueUnder(project as YAMLMap<unknown, unknown>, 'render') : undefined;
  return {
    chapters: root ? chaptersOf(root) : [],
    targets: textsOf(render, projectFile).map(target => target.path.replace(/^! *(?=\S)/, '!')),
  };
}

/**
 * Whether Quarto renders a file of a project by itself (quarto.org, “Project Basics”, Render Targets): what `render` lists, or the
 * chapters of a book; else all but `README`s and what begins with an underscore or a period, or lies in such a folder.
 */
export function rendersInQuarto(
  path: string,
  projectFolder: string,
  { chapters, targets }: RenderTargets,
): boolean {
  const relative = below(projectFolder, path);
  if (chapters.length) return chapters.includes(relative);
  const isNamed = targets.includes(relative);
  if (!isNamed && (/(?:^|\/)[_.]/.test(relative) || /^readme\./i.test(nameOf(path)))) return false;
  const wanted = targets.filter(target => !target.startsWith('!'));
  const unwanted = targets.filter(target => target.startsWith('!')).map(target => target.slice(1));
  return (
    (wanted.length === 0 || wanted.some(target => isTarget(relative, target))) &&
    !unwanted.some(target => isTarget(relative, target))
  );
}

/** What a bookdown project says of its files (bookdown, “Configuration”). */
export interface BookdownFiles {
  /** `rmd_files`, for any format; empty where it says nothing. */
  readonly files: readonly string[];
  /** `rmd_subdir`: all folders, or those named. */
  readonly folders: 'all' | readonly string[];
}

export function readBookdownFiles(projectFile: string): BookdownFiles {
  const root = parseMap(projectFile);
  const files: string[] = [];
  const visit = (node: unknown): void => {
    if (isScalar(node)) files.push(String(node.value).replace(/^\.\//, ''));
    else if (isSeq(node)) node.items.forEach(visit);
    // `{html: [index.Rmd], latex: [index.Rmd, more.Rmd]}`
    else if (isMap(node)) for (const { value } of node.items) visit(value);
  };
  if (root) visit(valueUnder(root, 'rmd_files'));
  const folders = root && valueUnder(root, 'rmd_subdir');
  const isAll = isScalar(folders) && folders.value === true;
  return {
    files,
    folders: isAll ? 'all' : textsOf(folders, projectFile).map(({ path }) => path.replace(/^\.\/|\/$/g, '')),
  };
}

/** Whether bookdown makes this file a chapter: those it is told of, else those of R Markdown in the folder whose names begin with no underscore. */
export function rendersInBookdown(
  path: string,
  projectFolder: string,
  { files, folders }: BookdownFiles,
): boolean {
  const relative = below(projectFolder, path);
  if (!/\.Rmd$/i.test(relative)) return false;
  if (files.includes(relative)) return true;
  if (nameOf(relative).startsWith('_')) return false;
  if (!relative.includes('/')) return files.length === 0;
  return folders === 'all' || folders.some(folder => relative.startsWith(`${folder}/`));
}

/** A path in a folder as it is written from there. */
function below(folder: string, path: string): string {
  return path.slice(folder.length + Number(folder !== '/'));
}

/** A file, a folder, or a glob: without a slash, of names in any folder. */
function isTarget(relative: string, target: string): boolean {
  const wanted = target.replace(/^\.?\//, '').replace(/\/$/, '');
  if (relative === wanted || relative.startsWith(`${wanted}/`)) return true;
  return wanted.includes('/')
    ? matchesParts(relative.split('/'), wanted.split('/'))
    : relative.split('/').some(part => matchesGlob(part, wanted));
}

function matchesParts(parts: readonly string[], patterns: readonly string[]): boolean {
  const [pattern, ...others] = patterns;
  if (pattern === undefined) return true; // a folder holds what is below it
  if (pattern === '**')
    return parts.some((_, index) => matchesParts(parts.slice(index), others)) || others.length === 0;
  return parts.length > 0 && matchesGlob(parts[0]!, pattern) && matchesParts(parts.slice(1), others);
}

/** The files of `book: {chapters: [a.qmd, {part: b.qmd, chapters: [c.qmd]}], appendices: [d.qmd]}`. */
function chaptersOf(root: YAMLMap<unknown, unknown>): string[] {
  const book = valueUnder(root, 'book');
  if (!isMap(book)) return [];
  const files: string[] = [];
  const visit = (node: unknown): void => {
    if (isScalar(node)) files.push(String(node.value).replace(/^\.?\//, ''));
    else if (isSeq(node)) node.items.forEach(visit);
    else if (isMap(node)) for (const { value } of node.items) visit(value);
  };
  const under = (key: string) => valueUnder(book as YAMLMap<unknown, unknown>, key);
  for (const list of [under('chapters'), under('appendices'), under('references')]) visit(list);
  return files.filter(file => /\.[a-z]+$/i.test(file));
}
