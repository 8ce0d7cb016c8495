import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { detectFormat } from '../../core/bibliography/detectFormat';
import { citationLanguages } from '../../core/citing/citationLanguages';
import { CliError } from './cliError';
import { trackedFiles } from './trackedFiles';

/** What is to be checked. */
export interface FilesFound {
  readonly documents: string[];
  readonly bibliographies: string[];
  /** Those that were named one by one: they are checked whatever their project does with them. */
  readonly named: Set<string>;
  /** The folders that were named. */
  readonly folders: string[];
}

/** Folders in which nobody writes: what programs make or install. */
const passedOver = new Set(
  'node_modules site-packages _site _book _build _freeze _bookdown_files _minted dist out venv'.split(' '),
);
/** Bibliographies whose names tell so; a `.json` or `.yaml` may hold anything. */
const bibliographyName = /\.(?:bib|bibtex|biblatex|ris)$/i;
/** Notebooks are Markdown in cells. */
const documentName = new RegExp(
  `\\.(?:${['ipynb', ...citationLanguages.flatMap(({ names }) => names.extensions)].join('|')})$`,
  'i',
);

/** The documents and bibliographies among files and folders. A file that is named is checked whatever is ignored. */
export function findFilesToCheck(named: readonly string[]): FilesFound {
  const found: FilesFound = { documents: [], bibliographies: [], named: new Set(), folders: [] };
  for (const name of named) {
    const stat = fs.statSync(name, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      found.folders.push(path.resolve(name));
      addFolder(path.resolve(name), aroundFolder(path.resolve(name)), found);
    } else if (!stat?.isFile()) throw new CliError(`There is no file or folder ${name}.`);
    else if (documentName.test(name)) {
      found.documents.push(path.resolve(name));
      found.named.add(path.resolve(name));
    } else if (detectFormat(name)) found.bibliographies.push(path.resolve(name));
    else throw new CliError(`${name} is neither a document that cites nor a bibliography.`);
  }
  return { ...found, documents: unique(found.documents), bibliographies: unique(found.bibliographies) };
}

/** The rules of one `.gitignore`, for paths from its folder. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What is ignored around a folder, and what Git keeps all the same. */
interface Ignored {
  readonly rules: readonly Rules[];
  /** Files, and the folders that hold them. */
  readonly tracked: () => ReadonlySet<string>;
}

function addFolder(folder: string, around: Ignored, found: FilesFound): void {
  const { rules, tracked } = withFolder(around, folder);
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (isIgnored(file, entry.isDirectory(), rules) && !tracked().has(file)) continue;
    if (entry.isDirectory()) {
      const isMade = passedOver.has(entry.name) || isBuiltVignettes(file);
      if (!entry.name.startsWith('.') && !isMade) addFolder(file, { rules, tracked }, found);
    } else if (!entry.isFile()) continue;
    else if (documentName.test(entry.name)) found.documents.push(file);
    else if (bibliographyName.test(entry.name)) found.bibliographies.push(file);
  }
}

function withFolder({ rules, tracked }: Ignored, folder: string): Ignored {
  const own = [...rules, ...rulesIn(folder)];
  if (!fs.existsSync(path.join(folder, '.git'))) return { rules: own, tracked };
  let files: ReadonlySet<string> | undefined;
  return { rules: own, tracked: () => (files ??= trackedFiles(folder)) };
}

/** `inst/doc` of an R package, to which R copies the sources of its vignettes when it has built them (“Writing R Extensions”, 1.4). */
function isBuiltVignettes(folder: string): boolean {
  if (!/[\\/]inst[\\/]doc$/.test(folder)) return false;
  const ofPackage = path.dirname(path.dirname(folder));
  return ['DESCRIPTION', 'vignettes'].every(name => fs.existsSync(path.join(ofPackage, name)));
}

/** The last rule that matches counts, and of several files that of the innermost folder. */
function isIgnored(file: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, rules: own } of [...rules].reverse()) {
    const relative = path.relative(folder, file).replaceAll('\\', '/') + (isFolder ? '/' : '');
    const { ignored, unignored } = own.test(relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function rulesIn(folder: string): Rules[] {
  const file = path.join(folder, '.gitignore');
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return [];
  return [{ folder, rules: ignore().add(fs.readFileSync(file, 'utf8')) }];
}

/** What the folders above ignore, up to that of the repository. */
function aroundFolder(folder: string): Ignored {
  const none: Ignored = { rules: [], tracked: () => new Set() };
  const above: string[] = [];
  for (let at = folder; !fs.existsSync(path.join(at, '.git')); ) {
    const next = path.dirname(at);
    if (next === at) return none; // in no repository
    at = next;
    above.unshift(at);
  }
  return above.reduce(withFolder, none);
}

function unique(files: readonly string[]): string[] {
  return [...new Set(files)];
}
