import { buildFilesIn } from '../../project/buildFiles';
import { folderOf, foldersUp, readOnce, resolvePath } from '../../project/projectFiles';
import { type Gathered, gatherFile, type Surroundings } from './gatheredMetadata';
import { readDefaults, readInputFiles } from './metadata';
import { readPandocCalls, takesIn } from './pandocCalls';

/** Names under which writers who call Pandoc themselves keep its metadata and defaults, beside the document. */
const besideDocument = /^(?:_?metadata|_?defaults|pandoc)\.ya?ml$/;

/**
 * What Pandoc is told by files beside the document, by those above it that name it among their input files, and by what calls Pandoc
 * with it.
 */
export async function gatherBeside(path: string, around: Surroundings): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  const inputsIn = readOnce(around.files, 'input files', readInputFiles);
  const folders = await foldersUp(folderOf(path), around.top, around.files);
  for (const folder of folders)
    for (const name of await around.files.list(folder)) {
      if (!besideDocument.test(name)) continue;
      const file = resolvePath(folder, name);
      if (file === path) continue;
      const isFor = async () =>
        inputsIn((await around.files.read(file)) ?? '').some(input => resolvePath(folder, input) === path);
      if (folder === folderOf(path) || (await isFor()))
        gathered.push(await gatherFile(file, around, readDefaults));
    }
  if (gathered.some(({ declarations }) => declarations.length)) return gathered;
  for (const folder of folders) {
    const called = await gatherCalls(path, folder, around);
    gathered.push(...called);
    if (called.some(({ declarations }) => declarations.length)) break;
  }
  return gathered;
}

const maxBuildFiles = 20;

/** What the build files of a folder tell Pandoc where they call it with the document, or the workflows of a repository do. */
async function gatherCalls(path: string, folder: string, around: Surroundings): Promise<Gathered[]> {
  const { files } = around;
  const names = await files.list(folder);
  const workflows = names.includes('.github')
    ? (await files.list(resolvePath(folder, '.github/workflows'))).map(name =>
        resolvePath(folder, `.github/workflows/${name}`),
      )
    : [];
  const callsIn = readOnce(files, 'calls of Pandoc', text => readPandocCalls(text) ?? 'none');
  const gathered: Gathered[] = [];
  for (const file of [...buildFilesIn(folder, names), ...workflows].slice(0, maxBuildFiles)) {
    const calls = callsIn((await files.read(file)) ?? '');
    if (calls === 'none' || !takesIn(calls, path.slice(folder.length + 1))) continue;
    const declarations = calls.bibliographies.map(declared => ({
      declared,
      foundBy: 'project file' as const,
      declaredIn: file,
      folders: [folder, folderOf(path)],
    }));
    gathered.push({ declarations, definedKeys: [], crossReferenceKinds: [] });
    // Paths in those are meant from the folder that Pandoc runs in.
    const fromHere: Surroundings = { ...around, inputFolder: folder };
    for (const named of [...calls.defaults, ...calls.metadataFiles])
      gathered.push(await gatherFile(resolvePath(folder, named), fromHere, readDefaults));
  }
  return gathered.map(one => ({
    ...one,
    declarations: one.declarations.map(declaration => ({ ...declaration, isUncertain: true })),
  }));
}
