import type { DeclaredBibliography } from '../citation';
import type { BibliographiesFound, Declaration, FoundBy } from '../project/foundBibliography';
import { findRoot, type InclusionRules } from '../project/inclusionTree';
import { exists, folderOf, foldersUp, nameOf, type ProjectFiles, resolvePath } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { declaredInFrontMatter } from './frontMatter';
import { type Metadata, readMetadata } from './metadata';

/** What was gathered from one file of metadata, or from one document's front matter. */
interface Gathered {
  readonly declarations: Declaration[];
  readonly definedKeys: readonly string[];
  readonly csl?: { path: string; declaredIn: string };
}

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
  const own = await gatherDocument(path, text, 'front matter', files, top);
  const project = await gatherProject(path, files, top);
  const includer = own.declarations.length ? undefined : await findIncluder(path, files, top);
  const around = includer ? [...(await gatherIncluder(includer, files, top)), ...project] : project;
  const all = [own, ...around];
  const beside = all.some(({ declarations }) => declarations.length)
    ? []
    : await gatherBeside(path, files, top);
  const csl = [...all, ...beside].find(gathered => gathered.csl)?.csl;
  return {
    bibliographies: await resolveDeclarations(
      [...all, ...beside].flatMap(gathered => gathered.declarations),
      files,
    ),
    ...(includer && { root: includer }),
    members: includer ? [includer, path] : [path],
    definedKeys: [...all, ...beside].flatMap(gathered => gathered.definedKeys),
    ...(csl && { csl }),
    problems: [],
  };
}

async function gatherDocument(
  path: string,
  text: string,
  foundBy: FoundBy,
  files: ProjectFiles,
  top: string | undefined,
): Promise<Gathered> {
  return gather(declaredInFrontMatter(text), path, foundBy, files, top);
}

/** A metadata file may name further ones. */
const maxMetadataFilesDepth = 5;

async function gather(
  metadata: Metadata,
  path: string,
  foundBy: FoundBy,
  files: ProjectFiles,
  top: string | undefined,
  depth = 0,
): Promise<Gathered> {
  const folders = [folderOf(path), ...(top === undefined || top === folderOf(path) ? [] : [top])];
  const declarations = metadata.bibliographies.map(
    (declared): Declaration => ({ declared, foundBy, declaredIn: path, folders }),
  );
  const definedKeys = metadata.definedKeys.map(({ key }) => key);
  let csl = metadata.csl && { path: await whereIs(metadata.csl, folders, files), declaredIn: path };
  for (const file of depth < maxMetadataFilesDepth ? metadata.metadataFiles : []) {
    const named = await whereIs(file, folders, files);
    const yaml = await files.read(named);
    if (yaml === undefined) continue;
    const further = await gather(readMetadata(yaml), named, 'project file', files, top, depth + 1);
    // Pandoc takes paths in a metadata file from the document's folder, Quarto from the project's.
    declarations.push(
      ...further.declarations.map(declaration => ({
        ...declaration,
        folders: [...folders, ...declaration.folders],
      })),
    );
    definedKeys.push(...further.definedKeys);
    csl ??= further.csl;
  }
  return { declarations, definedKeys, ...(csl && { csl }) };
}

async function whereIs(
  named: DeclaredBibliography,
  folders: readonly string[],
  files: ProjectFiles,
): Promise<string> {
  for (const folder of folders) {
    const path = resolvePath(folder, named.path);
    if (await exists(files, path)) return path;
  }
  return resolvePath(folders[0]!, named.path);
}

const quartoProject = ['_quarto.yml', '_quarto.yaml'];
const bookdownProject = ['_bookdown.yml', '_bookdown.yaml'];
const firstChapters = ['index.Rmd', 'index.rmd', 'index.qmd', 'index.md'];

/** The metadata of the folders above (`_metadata.yml`) up to that of the project (`_quarto.yml`, `_bookdown.yml`), nearest first. */
async function gatherProject(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  const folderMetadata: Gathered[] = [];
  for (const folder of await foldersUp(folderOf(path), top, files)) {
    const names = await files.list(folder);
    const read = async (name: string) =>
      gather(
        readMetadata((await files.read(resolvePath(folder, name))) ?? ''),
        resolvePath(folder, name),
        'project file',
        files,
        top,
      );
    for (const name of names.filter(name => name === '_metadata.yml' || name === '_metadata.yaml'))
      folderMetadata.push(await read(name));
    const quarto = quartoProject.find(name => names.includes(name));
    const bookdown = bookdownProject.find(name => names.includes(name));
    if (quarto) gathered.push(...folderMetadata, await read(quarto));
    if (bookdown) gathered.push(await read(bookdown));
    if (bookdown || (await isBookdownSite(folder, names, files)))
      gathered.push(...(await gatherFirstChapter(folder, names, path, files, top)));
    if (quarto || bookdown || gathered.length) break;
  }
  return gathered;
}

/** bookdown joins the chapters to one document, so the front matter of the first is that of all. */
async function gatherFirstChapter(
  folder: string,
  names: readonly string[],
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<Gathered[]> {
  const first = firstChapters.find(name => names.includes(name));
  if (!first || resolvePath(folder, first) === path) return [];
  const chapter = resolvePath(folder, first);
  return [await gatherDocument(chapter, (await files.read(chapter)) ?? '', 'project file', files, top)];
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

async function gatherIncluder(
  root: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<Gathered[]> {
  return [await gatherDocument(root, (await files.read(root)) ?? '', 'root document', files, top)];
}

/** Names under which writers who call Pandoc themselves keep its metadata and defaults, beside the document. */
const besideDocument = /^(?:_?metadata|_?defaults|pandoc)\.ya?ml$/;

async function gatherBeside(path: string, files: ProjectFiles, top: string | undefined): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  for (const name of await files.list(folderOf(path))) {
    if (!besideDocument.test(name)) continue;
    const file = resolvePath(folderOf(path), name);
    gathered.push(
      await gather(readMetadata((await files.read(file)) ?? ''), file, 'project file', files, top),
    );
  }
  return gathered;
}

async function findIncluder(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<string | undefined> {
  const name = nameOf(path);
  const rules: InclusionRules<readonly string[]> = {
    endings: ['.qmd', '.Rmd', '.rmd', '.md', '.Rmarkdown'],
    isCandidate: text =>
      text.includes(name) && inclusionsOf(text).some(included => nameOf(included) === name),
    read: inclusionsOf,
    inclusions: async (included, place) =>
      included.map(target => {
        const whole = resolvePath(
          target.startsWith('/') ? (top ?? '/') : folderOf(place.path),
          target.replace(/^\/+/, ''),
        );
        return { paths: [whole], base: folderOf(whole) };
      }),
  };
  return findRoot(path, rules, files, top, () => true);
}

/** Quarto's `{{< include _part.qmd >}}` and knitr's `child = c("a.Rmd", 'b.Rmd')`. */
function inclusionsOf(text: string): string[] {
  const quarto = [...text.matchAll(/\{\{<[ \t]*include[ \t]+([^\s>]+)[ \t]*>\}\}/g)].map(match => match[1]!);
  const knitr = [...text.matchAll(/\bchild[ \t]*[=:][ \t]*([^\n}]*)/g)].flatMap(match =>
    [...match[1]!.matchAll(/["']([^"'\n]+)["']/g)].map(name => name[1]!),
  );
  return [...quarto, ...knitr].map(name => name.replace(/^["']|["']$/g, ''));
}
