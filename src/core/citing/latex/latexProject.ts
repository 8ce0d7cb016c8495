import {
  findRoot,
  type InclusionRules,
  type Member,
  membersOf,
  type Place,
  type Target,
  withEnding,
} from '../project/inclusionTree';
import { folderOf, nameOf, type ProjectFiles, readOnce, resolvePath, stemOf } from '../project/projectFiles';
import type { LatexDocument } from './latexDocument';
import { readLatex, readLatexWith } from './readLatex';

export interface LatexProject {
  readonly root: string;
  readonly members: readonly Member<LatexDocument>[];
  /** A `% !TEX root` that names no file. */
  readonly missingRoot?: string;
}

/** Every file TeX reads when it sets the document at `path`, from the root it belongs to. */
export async function findLatexProject(
  path: string,
  document: LatexDocument,
  files: ProjectFiles,
  top: string | undefined,
): Promise<LatexProject> {
  const rules = latexRules(files);
  const named = await namedRoot(path, document, files);
  let root = named.root;
  // A chapter of class `standalone` can be set by itself, and has its references from the document that takes it in.
  if (!root && !(document.isRoot && hasReferences(await membersOf(path, rules, files)))) {
    root = await findRoot(path, rules, files, top, hasReferences);
    const above = root && (await namedRoot(root, readLatex((await files.read(root)) ?? ''), files)).root;
    if (above) root = above;
  }
  const members = await membersOf(root ?? path, rules, files);
  // A root that no longer takes the file in still says where it belongs.
  if (!members.some(member => member.path === path)) members.push(...(await membersOf(path, rules, files)));
  return { root: root ?? path, members, ...(named.missing && { missingRoot: named.missing }) };
}

/**
 * A larger document that takes the file in as well, from a folder above that of its root, and has references of its own: a thesis made of
 * papers, each of which can be set by itself.
 */
export async function findLargerProject(
  path: string,
  root: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<LatexProject | undefined> {
  const folder = folderOf(root);
  if (path === root || top === undefined || !folder.startsWith(`${top}/`)) return undefined;
  const rules = latexRules(files);
  const larger = await findRoot(path, rules, files, top, hasReferences, folderOf(folder));
  const members = larger ? await membersOf(larger, rules, files) : [];
  return larger && hasReferences(members) ? { root: larger, members } : undefined;
}

/** Whether a file of the document loads such a package. */
export function loads(members: readonly Member<LatexDocument>[], name: RegExp): boolean {
  return members.some(({ document }) => [...document.packages.keys()].some(one => name.test(one)));
}

function hasReferences(members: readonly Member<LatexDocument>[]): boolean {
  return members.some(
    ({ document }) => document.bibliographies.length > 0 || document.definedKeys.length > 0,
  );
}

/** `\bibliography{\bibfolder/a}` with the document's own macros put in. */
export function expandMacros(path: string, root: string, members: readonly Member<LatexDocument>[]): string {
  // What stands before `\begin{document}` in a subfile is passed over where another file takes it in.
  const whole = members.filter(member => member.path === root || !member.document.subfileOf);
  let expanded = path.replace(/\\subfix\s*\{([^{}]*)\}/g, '$1');
  for (let round = 0; round < maxExpansions && expanded.includes('\\'); round++) {
    const before = expanded;
    expanded = expanded.replace(/\\([A-Za-z@]+)\s*(?:\{\})?/g, (written, name: string) => {
      if (name === 'jobname') return stemOf(root);
      return definitionOf(name, whole) ?? definitionOf(name, members) ?? written;
    });
    if (expanded === before) break;
  }
  return expanded.replace(/^"(.*)"$/, '$1');
}

/** The definition that counts: the last one, or else the first that provides it. */
function definitionOf(name: string, members: readonly Member<LatexDocument>[]): string | undefined {
  const last = members.findLast(({ document }) => document.textMacros.has(name));
  const provided = () => members.find(({ document }) => document.providedMacros.has(name));
  return last?.document.textMacros.get(name) ?? provided()?.document.providedMacros.get(name);
}

/** Macros made of macros made of …: no path goes deeper, a cycle ends. */
const maxExpansions = 5;

/** The root a file itself names, by a magic comment or the class `subfiles`, followed through that root's own naming. */
export async function namedRoot(
  path: string,
  document: LatexDocument,
  files: ProjectFiles,
): Promise<{ root?: string; missing?: string }> {
  let root: string | undefined;
  let at = { path, document };
  for (const seen = new Set<string>(); !seen.has(at.path); ) {
    seen.add(at.path);
    const name = at.document.rootComment ?? at.document.subfileOf;
    if (!name) break;
    const named = expand(name, at.path, at.document);
    const candidates = withEnding(resolvePath(folderOf(at.path), named), '.tex').reverse();
    let found: { path: string; text: string } | undefined;
    for (const candidate of candidates) {
      const text = await files.read(candidate);
      if (text !== undefined) {
        found = { path: candidate, text };
        break;
      }
    }
    if (!found) return { ...(root && { root }), missing: name };
    root = found.path;
    at = { path: found.path, document: readLatex(found.text) };
  }
  return root ? { root } : {};
}

/** A file is read once in a search, however many roots take it in. */
export function latexRules(files: ProjectFiles): InclusionRules<LatexDocument> {
  return {
    endings: ['.tex', '.ltx', '.Rnw'],
    isCandidate: text =>
      /\\(?:documentclass|input|include|subfile|subfileinclude|subimport|import|includestandalone|ExecuteMetaData|CatchFileBetweenTags|SweaveInput)(?![A-Za-z])|^<<.*\bchild\b/m.test(
        text,
      ),
    read: readOnce(files, 'latex', text => readLatex(text)),
    readAgain(text, document, members) {
      const macros = new Map(members.flatMap(({ document }) => [...document.structureMacros]));
      const isUsed = (name: string) =>
        document.vocabulary.usedCommands.has(name) && !document.structureMacros.has(name);
      return [...macros.keys()].some(isUsed) ? readLatexWith(text, macros) : undefined;
    },
    async inclusions(document, place, list) {
      const targets: Target[] = [];
      for (const path of await styleFiles(document, place.root, list))
        targets.push({ paths: [path], base: place.base });
      for (const { command, path, folder, start } of document.inclusions) {
        const inside = folder === undefined ? undefined : expand(folder, place.root, document);
        for (const one of target(command, expand(path, place.root, document), inside, place))
          targets.push({ ...one, at: start });
      }
      return targets;
    },
  };
}

/** Only what the file itself defines: enough for the names of inclusions, which seldom hold macros at all. */
function expand(path: string, root: string, document: LatexDocument): string {
  return expandMacros(path, root, [{ path: root, document, base: '', taken: [] }]);
}

function target(
  command: string,
  path: string,
  folder: string | undefined,
  { path: from, root, base }: Place,
): Target[] {
  if (folder !== undefined) {
    const absolute = command.startsWith('sub')
      ? resolvePath(base, folder)
      : resolvePath(folderOf(root), folder);
    return [{ paths: withEnding(resolvePath(absolute, path), '.tex'), base: absolute }];
  }
  if (command === 'subfile' || command === 'subfileinclude') {
    const paths = [base, folderOf(from), folderOf(root)].flatMap(start =>
      withEnding(resolvePath(start, path), '.tex'),
    );
    return [{ paths, base: folderOf(paths[0]!) }];
  }
  // TeX looks from where it was started, which is the root's folder; some run it in the chapter's.
  const starts = [...new Set([base, folderOf(root), folderOf(from)])];
  return [{ paths: starts.flatMap(start => withEnding(resolvePath(start, path), '.tex')), base }];
}

/** The packages and the class that lie beside the root. */
async function styleFiles(
  document: LatexDocument,
  root: string,
  list: (folder: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const name of document.packages.keys())
    for (const ending of ['.sty', '.cls']) {
      const path = resolvePath(folderOf(root), name + ending);
      if ((await list(folderOf(path))).includes(nameOf(path))) found.push(path);
    }
  return found;
}
