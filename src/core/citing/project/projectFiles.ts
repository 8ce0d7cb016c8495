/** The files around a document, however they are stored. Paths are absolute, with `/`: those of a URI serve as they are. */
export interface ProjectFiles {
  /** The text of a file, `undefined` where there is none that can be read. */
  read(path: string): Promise<string | undefined>;
  /** The names in a folder, of files and folders; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Where TeX finds a bibliography that the project does not have, going by this folder; `undefined` where it has none, or cannot be asked. */
  findByTex?(name: string, folder: string): Promise<string | undefined>;
}

/** `a/b/../c.tex` from `/x/y` is `/x/y/a/c.tex`; an absolute path stays. Back slashes are read as Windows' separators. */
export function resolvePath(folder: string, path: string): string {
  const written = path.replaceAll('\\', '/');
  const whole = isAbsolute(written) ? written : `${folder}/${written}`;
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return (whole.startsWith('/') ? '/' : '') + parts.join('/');
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//.test(path);
}

/** The folder of a path, without a slash at its end; `/` has none above it and gives itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `thesis` of `/x/thesis.tex`. */
export function stemOf(path: string): string {
  return nameOf(path).replace(/\.[^.]*$/, '');
}

export function isRemote(path: string): boolean {
  return /^[A-Za-z][A-Za-z+.-]+:\/\//.test(path);
}

/** Deeper nests of folders have no projects at their top; outside a workspace hardly any go beyond the next folders. */
const maxFoldersUp = 12;
const maxFoldersUpOutside = 3;

/** The folder and those above it, nearest first, up to `top` where it lies below that, or to the top of its repository. */
export async function foldersUp(
  folder: string,
  top: string | undefined,
  files: ProjectFiles,
): Promise<string[]> {
  const folders = [folder];
  const inside = top !== undefined && (folder === top || folder.startsWith(top === '/' ? top : `${top}/`));
  while (folders.length < (inside ? maxFoldersUp : maxFoldersUpOutside)) {
    const last = folders.at(-1)!;
    const above = folderOf(last);
    if (above === last || (inside && last === top) || (await files.list(last)).includes('.git')) break;
    folders.push(above);
  }
  return folders;
}

export async function exists(files: ProjectFiles, path: string): Promise<boolean> {
  return (await files.list(folderOf(path))).includes(nameOf(path));
}

/** Remembers what it read and listed: one search asks for the same files again and again. */
export class RememberedFiles implements ProjectFiles {
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly folders = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly files: ProjectFiles) {}

  /** What these remember the answers of. */
  get origin(): ProjectFiles {
    return this.files;
  }

  read(path: string): Promise<string | undefined> {
    return remembered(this.texts, path, () => this.files.read(path), undefined);
  }

  list(folder: string): Promise<readonly string[]> {
    return remembered(this.folders, folder, () => this.files.list(folder), []);
  }

  async findByTex(name: string, folder: string): Promise<string | undefined> {
    return this.files.findByTex?.(name, folder);
  }

  /** The text in hand counts, not the one on disk. */
  set(path: string, text: string): void {
    this.texts.set(path, Promise.resolve(text));
  }
}

function remembered<T>(
  known: Map<string, Promise<T>>,
  path: string,
  ask: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  let answer = known.get(path);
  if (!answer) {
    answer = ask().catch(() => otherwise);
    known.set(path, answer);
  }
  return answer;
}

const parsedFiles = new WeakMap<ProjectFiles, Map<string, Map<string, unknown>>>();

/**
 * Reads texts once for as long as their project's files are at hand: many documents of a project are looked through for each of them.
 * `kind` tells apart what different readers make of a text.
 */
export function readOnce<T>(
  files: ProjectFiles,
  kind: string,
  read: (text: string) => T,
): (text: string) => T {
  const origin = files instanceof RememberedFiles ? files.origin : files;
  const kinds = parsedFiles.get(origin) ?? new Map<string, Map<string, unknown>>();
  parsedFiles.set(origin, kinds);
  const known = (kinds.get(kind) ?? new Map()) as Map<string, T>;
  kinds.set(kind, known);
  return text => {
    let parsed = known.get(text);
    if (parsed === undefined) {
      parsed = read(text);
      known.set(text, parsed);
    }
    return parsed;
  };
}
