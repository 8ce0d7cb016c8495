import { say } from '../../util/say';

/** What a program is about to write: a bibliography, or the document that is made to name one. */
export type WrittenKind = 'bibliography' | 'document';

export interface WriteRequest {
  readonly kind: WrittenKind;
  /** The path as it is named, and the one that links lead to in the end: absolute, with `/`. */
  readonly path: string;
  readonly target: string;
  /** The folders that are the writer's workspace, links followed. */
  readonly roots: readonly string[];
  /** Whether the writer trusts the workspace. */
  readonly trusted: boolean;
}

/**
 * `free`: the writer chose the place by choosing the workspace. `ask`: only after a question that names the file and is not answered by
 * the first key pressed. Else why nothing may be written there, to follow the file's name: `has no ending of a bibliography`.
 */
export type WritePermission = 'free' | 'ask' | { readonly refusal: string };

const endings: Readonly<Record<WrittenKind, RegExp>> = {
  // `_quarto.yml`, `_bookdown.yml`, `_config.yml` and their like say how a project is made.
  bibliography: /[^/]\.(?:bib|bibtex|biblatex|ris|json|csljson)$|(?:^|\/)[^/_][^/]*\.ya?ml$/i,
  document: /[^/]\.(?:md|markdown|mkd|mdown|qmd|rmd|jmd|tex|ltx|latex|rnw|snw|jnw|typ)$/i,
};

function wrongEnding(kind: WrittenKind): string {
  return kind === 'bibliography'
    ? say('does not end like a bibliography (.bib, .ris, .json, .yaml), and is left as it is')
    : say('does not end like a document that cites, and is left as it is');
}

/**
 * Whether a file may be written. What documents, project files and settings of a workspace name as a bibliography may be any file of the
 * writer's, and a link in the workspace may lead to one: whatever is written passes here first.
 */
export function writePermission({ kind, path, target, roots, trusted }: WriteRequest): WritePermission {
  if (!trusted)
    return { refusal: say('is left as it is: this workspace is in Restricted Mode, until you trust it') };
  if (!endings[kind].test(path) || !endings[kind].test(target)) return { refusal: wrongEnding(kind) };
  const root = roots.find(folder => isInFolder(target, folder));
  if (root === undefined) return 'ask';
  // Folders like `.vscode`, `.git` and `.github` configure programs.
  return /\/\./.test(target.slice(root.replace(/\/$/, '').length)) ? 'ask' : 'free';
}

/**
 * Whether a file may be read that a document, a project file or a setting names. In a workspace that is not trusted these are somebody
 * else's words, and lead to nothing outside it.
 */
export function mayRead({ path, roots, trusted }: Pick<WriteRequest, 'path' | 'roots' | 'trusted'>): boolean {
  return trusted || roots.some(root => isInFolder(path, root));
}

export function hasBibliographyEnding(path: string): boolean {
  return endings.bibliography.test(path);
}

/** Whether a path lies below a folder. Both absolute, with `/` and without `..`. */
export function isInFolder(path: string, folder: string): boolean {
  const below = withSmallDrive(folder.endsWith('/') ? folder : `${folder}/`);
  return withSmallDrive(path).startsWith(below);
}

/** `/C:/a` and `/c:/a` are one folder on Windows. */
function withSmallDrive(path: string): string {
  return /^\/?[A-Z]:\//.test(path) ? path.replace(/[A-Z]/, drive => drive.toLowerCase()) : path;
}
