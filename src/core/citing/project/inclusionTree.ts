import { folderOf, foldersUp, nameOf, type ProjectFiles } from './projectFiles';

/** How the files of one language take in others. */
export interface InclusionRules<D> {
  /** Endings of names of the files that may include others. */
  readonly endings: readonly string[];
  /** A file of this text may be the one a document begins with. */
  isCandidate(text: string): boolean;
  read(text: string): D;
  /** The same file by what others define for it; `undefined` where that changes nothing. */
  readAgain?(text: string, document: D, members: readonly Member<D>[]): D | undefined;
  /** What a file includes: for each inclusion the paths it may mean, best first. */
  inclusions(
    document: D,
    place: Place,
    folderList: (folder: string) => Promise<readonly string[]>,
  ): Promise<Target[]>;
}

/** Where a file stands in the tree. */
export interface Place {
  readonly path: string;
  readonly root: string;
  /** The folder that relative paths are taken from, where the language changes it on the way (`\import`). */
  readonly base: string;
}

export interface Target {
  readonly paths: readonly string[];
  readonly base: string;
  /** Where in the file it is taken in, if that matters. */
  readonly at?: number;
}

export interface Member<D> {
  readonly path: string;
  readonly document: D;
  readonly base: string;
  /** The files that it takes in, as far as it is known where. */
  readonly taken: readonly { readonly path: string; readonly at: number }[];
}

const maxMembers = 500;
const maxCandidates = 60;
/** A folder may hold thousands of notes that have nothing to do with the document. */
const maxFilesLookedAt = 1000;

/** The root and all it takes in, in reading order, each once; files that are not there are passed over. */
export async function membersOf<D>(
  root: string,
  rules: InclusionRules<D>,
  files: ProjectFiles,
): Promise<Member<D>[]> {
  const members: Member<D>[] = [];
  const seen = new Set<string>();
  const visit = async (path: string, base: string): Promise<boolean> => {
    if (seen.has(path)) return true;
    if (seen.size >= maxMembers) return false;
    const text = await files.read(path);
    if (text === undefined) return false;
    seen.add(path);
    const document = rules.read(text);
    const index = members.push({ path, document, base, taken: [] }) - 1;
    const takeIn = async (document: D) => {
      const taken: { path: string; at: number }[] = [];
      members[index] = { path, document, base, taken };
      for (const { paths, base: start, at } of await rules.inclusions(
        document,
        { path, root, base },
        folder => files.list(folder),
      ))
        for (const candidate of paths)
          if (await visit(candidate, start)) {
            if (at !== undefined) taken.push({ path: candidate, at });
            break;
          }
    };
    await takeIn(document);
    const again = rules.readAgain?.(text, document, members);
    if (again) await takeIn(again);
    return true;
  };
  await visit(root, folderOf(root));
  return members;
}

/**
 * The file whose document takes in the one at `path`: sought among the files of its folder and of those above it, nearest first.
 * `prefers` says which is the right one: only where there is none such, the nearest that takes the file in is given, for that may be
 * a chapter itself. `undefined` where no file takes it in. `from` is the first folder that is looked at.
 */
export async function findRoot<D>(
  path: string,
  rules: InclusionRules<D>,
  files: ProjectFiles,
  top: string | undefined,
  prefers: (members: Member<D>[]) => boolean,
  from = folderOf(path),
): Promise<string | undefined> {
  let found: string | undefined;
  let tried = 0;
  let lookedAt = 0;
  for (const folder of await foldersUp(from, top, files)) {
    for (const name of [...(await files.list(folder))].sort()) {
      if (!rules.endings.some(ending => name.endsWith(ending))) continue;
      const candidate = folder === '/' ? `/${name}` : `${folder}/${name}`;
      if (candidate === path) continue;
      if (++lookedAt > maxFilesLookedAt) return found;
      const text = await files.read(candidate);
      if (text === undefined || !rules.isCandidate(text)) continue;
      if (++tried > maxCandidates) return found;
      const members = await membersOf(candidate, rules, files);
      if (!members.some(member => member.path === path)) continue;
      if (prefers(members)) return candidate;
      found ??= candidate;
    }
  }
  return found;
}

/** The paths a name may mean: with the ending first, for that is how TeX looks. */
export function withEnding(path: string, ending: string): string[] {
  return nameOf(path).endsWith(ending) ? [path] : [path + ending, path];
}
