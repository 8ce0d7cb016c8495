import type { DeclaredBibliography } from '../../citation';
import type { Declaration, FoundBy } from '../../project/foundBibliography';
import { exists, folderOf, type ProjectFiles, readOnce, resolvePath } from '../../project/projectFiles';
import { dialectOfPath } from '../inline/crossReferences';
import { type Metadata, readMetadata } from './metadata';
import { declaredIn, lastBibliographies, metadataBlocks } from './metadataBlocks';

/** What was gathered from one file of metadata, or from one document's own. */
export interface Gathered {
  readonly declarations: Declaration[];
  readonly definedKeys: readonly string[];
  readonly crossReferenceKinds: readonly string[];
  readonly csl?: { path: string; declaredIn: string };
  /** Of the document that this is of. */
  readonly text?: string;
}

/** Where the paths of a document's metadata may lead. */
export interface Surroundings {
  readonly files: ProjectFiles;
  /** Nothing above this folder is looked at. */
  readonly top: string | undefined;
  /** The folder of the Quarto project: there, `/refs.bib` is meant from it. */
  readonly projectRoot?: string | undefined;
  /** The folder of the document that Quarto renders: it takes paths of metadata from there that lead nowhere from the file that says them. */
  readonly inputFolder?: string | undefined;
}

/** What a document declares in its own metadata. */
export async function gatherDocument(
  path: string,
  text: string,
  foundBy: FoundBy,
  around: Surroundings,
): Promise<Gathered> {
  const blocks = metadataBlocks(text);
  const declared = declaredIn(text, blocks);
  // To Pandoc the last block that has a field has it alone; Quarto joins them, and bookdown the chapters.
  const isPandocs = around.projectRoot === undefined && dialectOfPath(path) === 'pandoc';
  const last = isPandocs && blocks.length > 1 ? lastBibliographies(text, blocks) : undefined;
  const metadata = last ? { ...declared, bibliographies: last } : declared;
  return { ...(await gather(metadata, path, foundBy, around)), text };
}

/** What a file of metadata declares. */
export async function gatherFile(
  path: string,
  around: Surroundings,
  read: (yaml: string) => Metadata = readMetadata,
): Promise<Gathered> {
  const readAgain = readOnce(around.files, read.name, read);
  return gather(readAgain((await around.files.read(path)) ?? ''), path, 'project file', around);
}

/** A metadata file may name further ones. */
const maxMetadataFilesDepth = 5;

async function gather(
  metadata: Metadata,
  path: string,
  foundBy: FoundBy,
  around: Surroundings,
  depth = 0,
): Promise<Gathered> {
  const { files, top, inputFolder } = around;
  const folders = [...new Set([folderOf(path), inputFolder, top].filter(folder => folder !== undefined))];
  const declarations: Declaration[] = [];
  for (const declared of metadata.bibliographies)
    declarations.push({
      declared: await inProject(declared, path, around),
      foundBy,
      declaredIn: path,
      folders,
    });
  const definedKeys = metadata.definedKeys.map(({ key }) => key);
  const crossReferenceKinds = [...(metadata.crossReferenceKinds ?? [])];
  let csl = metadata.csl && {
    path: await whereIs(await inProject(metadata.csl, path, around), folders, files),
    declaredIn: path,
  };
  for (const file of depth < maxMetadataFilesDepth ? metadata.metadataFiles : []) {
    const named = await whereIs(await inProject(file, path, around), folders, files);
    const yaml = await files.read(named);
    if (yaml === undefined) continue;
    const further = await gather(readMetadata(yaml), named, 'project file', around, depth + 1);
    // Pandoc takes paths in a metadata file from the document's folder, Quarto from the project's.
    declarations.push(
      ...further.declarations.map(declaration => ({
        ...declaration,
        folders: [...folders, ...declaration.folders],
      })),
    );
    definedKeys.push(...further.definedKeys);
    crossReferenceKinds.push(...further.crossReferenceKinds);
    csl ??= further.csl;
  }
  return { declarations, definedKeys, crossReferenceKinds, ...(csl && { csl }) };
}

/** Quarto's `/refs.bib` from its project, unless it is an absolute path of this machine, and Pandoc's `${.}/refs.bib` from the file that says it. */
async function inProject(
  declared: DeclaredBibliography,
  path: string,
  { projectRoot, files }: Surroundings,
): Promise<DeclaredBibliography> {
  const written = declared.path;
  if (/^\$\{\.\}\//.test(written))
    return { ...declared, written, path: resolvePath(folderOf(path), written.slice(5)) };
  if (projectRoot === undefined || !written.startsWith('/')) return declared;
  const below = resolvePath(projectRoot, written.slice(1));
  const isBelow = await exists(files, below);
  return !isBelow && (await exists(files, written)) ? declared : { ...declared, written, path: below };
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
