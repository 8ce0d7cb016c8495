import { type Member, membersOf } from '../project/inclusionTree';
import { type ProjectFiles, RememberedFiles } from '../project/projectFiles';
import { ignoresCase, vocabularyOf } from './latexBibliographies';
import type { LatexDocument, LatexVocabulary } from './latexDocument';
import { latexRules, namedRoot } from './latexProject';

/** What the project of a LaTeX file means for reading it. */
export interface ReadingInProject {
  readonly vocabulary: LatexVocabulary;
  /** Its bibliography program takes keys that differ in case alone for one. */
  readonly ignoresCase: boolean;
}

/** In larger projects every file is read by what all of them define, itself included. */
const maxToldApart = 100;

/**
 * How each of many files is to be read, as `findBibliographies` tells it of one: the files are put together to the documents that they
 * make up, each of which is looked through once. A file of several documents is read by what all of them define.
 */
export async function readingsInProjects(
  paths: readonly string[],
  projectFiles: ProjectFiles,
): Promise<ReadonlyMap<string, ReadingInProject>> {
  const files = new RememberedFiles(projectFiles);
  const rules = latexRules(files);
  const projects = new Map<string, Member<LatexDocument>[]>();
  const add = async (root: string) => {
    if (!projects.has(root)) projects.set(root, await membersOf(root, rules, files));
  };
  for (const path of paths) {
    const text = await files.read(path);
    if (text === undefined) continue;
    const document = rules.read(text);
    const { root } = await namedRoot(path, document, files);
    if (root) await add(root);
    if (document.isRoot || document.inclusions.length) await add(path);
  }
  return new Map(
    paths.map(path => {
      const own = [...projects.values()].filter(members => members.some(member => member.path === path));
      const members = [...new Map(own.flat().map(member => [member.path, member])).values()];
      const others = members.length > maxToldApart ? members : members.filter(member => member.path !== path);
      return [path, { vocabulary: vocabularyOf(others), ignoresCase: ignoresCase(members) }];
    }),
  );
}

/** What a file brings to the reading of others, as a text to compare: while that stays, others need not be read anew. */
export function broughtToOthers({
  vocabulary,
  inclusions,
  isRoot,
  subfileOf,
  rootComment,
  structureMacros,
}: LatexDocument): string {
  const { commands, plainCommands, constants, verbatimEnvironments, listingOptions, packages } = vocabulary;
  return JSON.stringify([
    [...commands],
    [...plainCommands],
    [...constants],
    [...verbatimEnvironments],
    [...listingOptions],
    [...packages],
    inclusions.map(({ command, folder, path }) => [command, folder, path]),
    [isRoot, subfileOf, rootComment],
    [...structureMacros],
  ]);
}
