import { within } from '../../model/textRange';
import { say } from '../../util/say';
import type {
  BibliographiesFound,
  Declaration,
  FoundBibliography,
  ReferenceList,
} from '../project/foundBibliography';
import type { Member } from '../project/inclusionTree';
import { folderOf, foldersUp, type ProjectFiles, resolvePath, stemOf } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { findBibinputs } from './bibinputs';
import { commandHabits } from './commandHabits';
import { type UnsetText, unsetText } from './fileTests';
import type { LatexBibliography, LatexDocument, LatexVocabulary } from './latexDocument';
import { expandMacros, findLargerProject, findLatexProject, type LatexProject, loads } from './latexProject';
import { readLatex } from './readLatex';
import { type LatexDeclaration, type ListStretch, listStretches, ofOneSection } from './referenceLists';

/** The bibliographies of a LaTeX file: those declared by any file of the document it is a part of. */
export async function findLatexBibliographies(
  path: string,
  text: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const project = await findLatexProject(path, readLatex(text), files, top);
  const { root, members, missingRoot } = project;
  const above = top === undefined ? [] : await foldersUp(folderOf(root), top, files);
  const external = await externalProjects(project, files, top);
  const unset = await unsetTexts(project, files);
  const declaredBy = (one: LatexProject) => declarationsOf(one, path, unset, above);
  const declarations = [project, ...external.projects].flatMap(declaredBy);
  const { declared, resolved, isSetElsewhere } = await resolvedAsByTex(
    thatApply(declarations, project, path),
    [...new Set([folderOf(root), ...above])],
    files,
  );
  const others = members.filter(member => member.path !== path);
  const citedHere = () => readLatex(text, [], vocabularyOf(others)).citations;
  const lists = await resolveLists(listStretches(path, root, members, declared, citedHere), files);
  const isWritten = writtenBy(project);
  const bbl = resolved.some(one => isMissing(one) && !isWritten(one)) ? await keysOfBbl(root, files) : [];
  const isOpen = mayBeLeftOut(project, unset);
  const isDispensable = (one: FoundBibliography) =>
    isMissing(one) && (bbl.length > 0 || isSetElsewhere || isWritten(one) || isOpen(one));
  const larger = await findLargerProject(path, root, files, top);
  const ofLarger = larger ? await resolveDeclarations(declaredBy(larger), files) : [];
  const known = new Set(resolved.map(one => one.path));
  const here = unset.get(path);
  const all = [project, ...external.projects, ...(larger ? [larger] : [])].flatMap(one => one.members);
  return {
    bibliographies: [
      ...resolved.map(one => (isDispensable(one) ? { ...one, isDispensable: true } : one)),
      ...ofLarger.filter(one => one.exists && !known.has(one.path)),
    ],
    ...(root !== path && { root }),
    members: members.map(member => member.path),
    definedKeys: [...all.flatMap(member => member.document.definedKeys.map(({ key }) => key)), ...bbl],
    latexVocabulary: vocabularyOf(others),
    ...(here && { unset: [...here.leftOut, ...here.open] }),
    ...(external.isOpen && { isOpen: true }),
    ...(ignoresCase(members) && { ignoresCase: true }),
    ...((larger || hasSeveralLists(members)) && { hasSeveralLists: true }),
    ...(lists.length > 0 && { lists }),
    problems: missingRoot
      ? [{ path, message: say('The root file “{0}” that this file names does not exist.', missingRoot) }]
      : [],
  };
}

/** What tests of files leave out of each member that has some, by paths. */
async function unsetTexts(
  { root, members }: LatexProject,
  files: ProjectFiles,
): Promise<ReadonlyMap<string, UnsetText>> {
  const unset = new Map<string, UnsetText>();
  for (const member of members)
    if (member.document.fileTests.length)
      unset.set(member.path, await unsetText(member, root, members, files));
  return unset;
}

/** What the files of a document declare, but for what is left out. */
function declarationsOf(
  { root, members }: LatexProject,
  path: string,
  unset: ReadonlyMap<string, UnsetText>,
  above: readonly string[],
): LatexDeclaration[] {
  const labels = new Set(
    members.flatMap(({ document }) => document.bibliographies.flatMap(({ label }) => label ?? [])),
  );
  const isLabel = ({ command, path }: LatexBibliography) => /refsection$/.test(command) && labels.has(path);
  return members.flatMap(member => {
    const isLeftOut = within(unset.get(member.path)?.leftOut ?? []);
    // TeX looks from the folder it was started in: the root's, mostly, or one above it.
    const folders = [...new Set([folderOf(root), member.base, folderOf(member.path), ...above])];
    return member.document.bibliographies
      .filter(one => !isLeftOut(one) && !isLabel(one))
      .flatMap(one => expandedList(one, root, members))
      .map(declared => ({
        declared,
        foundBy: member.path === path ? 'document' : 'root document',
        declaredIn: member.path,
        folders,
      }));
  });
}

/** The file's own first; with chapterbib a chapter has the bibliographies that it declares, and no others. */
function thatApply(
  declarations: readonly LatexDeclaration[],
  { root, members }: LatexProject,
  path: string,
): readonly LatexDeclaration[] {
  const own = declarations.filter(one => one.declaredIn === path);
  const isApart = path !== root && own.length > 0 && loads(members, /^chapterbib$/);
  return isApart ? own : [...own, ...declarations.filter(one => one.declaredIn !== path)];
}

/** In the folders that TeX looks in, and where one is not there, in those that a project sets for it. */
async function resolvedAsByTex(
  declared: readonly LatexDeclaration[],
  projectFolders: readonly string[],
  files: ProjectFiles,
): Promise<{
  readonly declared: readonly LatexDeclaration[];
  readonly resolved: readonly FoundBibliography[];
  readonly isSetElsewhere: boolean;
}> {
  const resolved = await resolveDeclarations(declared, files);
  if (!resolved.some(isMissing)) return { declared, resolved, isSetElsewhere: false };
  const inputs = await findBibinputs(projectFolders, files);
  if (!inputs.folders.length) return { declared, resolved, isSetElsewhere: inputs.isSet };
  const everywhere = declared.map(one => ({ ...one, folders: [...one.folders, ...inputs.folders] }));
  return {
    declared: everywhere,
    resolved: await resolveDeclarations(everywhere, files),
    isSetElsewhere: inputs.isSet,
  };
}

/** Whether the document writes a bibliography itself, when it is compiled. */
function writtenBy({ root, members }: LatexProject): (one: FoundBibliography) => boolean {
  const written = new Set(
    members.flatMap(({ document }) =>
      document.writtenFiles.map(name => resolvePath(folderOf(root), expandMacros(name, root, members))),
    ),
  );
  return ({ path }) => written.has(path);
}

/** Whether a bibliography is declared where nobody knows whether TeX comes to it. */
function mayBeLeftOut(
  { members }: LatexProject,
  unset: ReadonlyMap<string, UnsetText>,
): (one: FoundBibliography) => boolean {
  const open = new Map(
    members.map(({ path, document: { undecided = [] } }) => [
      path,
      within([...undecided, ...(unset.get(path)?.open ?? [])]),
    ]),
  );
  return ({ declaredIn, range }) => range !== undefined && (open.get(declaredIn ?? '')?.(range) ?? false);
}

/** The same array of paths for the same list. */
async function resolveLists(
  stretches: readonly ListStretch[],
  files: ProjectFiles,
): Promise<readonly ReferenceList[]> {
  const paths = new Map<readonly Declaration[], readonly string[]>();
  for (const declarations of new Set(stretches.map(one => one.declarations)))
    paths.set(
      declarations,
      (await resolveDeclarations(declarations, files)).map(one => one.path),
    );
  return stretches.map(({ start, end, declarations }) => ({
    start,
    end,
    bibliographies: paths.get(declarations)!,
  }));
}

/** `\bibliography{\refs}` with the document's own macros put in, which may stand for several names. */
function expandedList(
  declared: LatexBibliography,
  root: string,
  members: readonly Member<LatexDocument>[],
): LatexBibliography[] {
  const path = expandMacros(declared.path, root, members);
  const isList = path !== declared.path && declared.command !== 'addbibresource';
  return (isList ? path.split(',') : [path]).flatMap(name =>
    name.trim() ? [{ ...declared, path: name.trim() }] : [],
  );
}

/** Whether parts of the document have their own lists of references, each from its own bibliographies. */
function hasSeveralLists(members: readonly Member<LatexDocument>[]): boolean {
  const isOfPart = ({ command }: LatexBibliography) => ofOneSection.test(command) || command === 'putbib';
  return (
    loads(members, /^(?:chapterbib|bibunits|multibib|multibbl)$/) ||
    members.some(({ document }) => document.bibliographies.some(isOfPart))
  );
}

function isMissing({ exists, remote, computed }: FoundBibliography): boolean {
  return !exists && !remote && !computed;
}

/** The keys of the `.bbl` that BibTeX or biber wrote, which is all that arXiv has of many documents' bibliographies. */
async function keysOfBbl(root: string, files: ProjectFiles): Promise<string[]> {
  const bbl = await files.read(resolvePath(folderOf(root), `${stemOf(root)}.bbl`));
  if (bbl === undefined) return [];
  const items = readLatex(bbl).definedKeys.map(({ key }) => key);
  // biblatex's own format (manual § 4.2.4 has its fields): `\entry{key}{type}{options}`, `\set{key}`, `\keyalias{alias}{key}`.
  const entries = [...bbl.matchAll(/\\(?:entry|keyalias|set)\{([^{}]+)\}/g)].map(match => match[1]!);
  return [...items, ...entries];
}

/** BibTeX (`bibtex.web`, § 273) compares keys in lower case; biber minds their case. */
export function ignoresCase(members: readonly Member<LatexDocument>[]): boolean {
  const options = members
    .map(({ document }) => document.packages.get('biblatex'))
    .filter(one => one !== undefined);
  return options.length === 0 || options.some(option => /backend\s*=\s*bibtex/.test(option));
}

/** The documents whose citations xcite makes known in this one; open where one is not there or has its keys changed. */
async function externalProjects(
  { root, members }: LatexProject,
  files: ProjectFiles,
  top: string | undefined,
): Promise<{ readonly projects: readonly LatexProject[]; readonly isOpen: boolean }> {
  const projects: LatexProject[] = [];
  let isOpen = false;
  for (const { path, isPrefixed } of members.flatMap(({ document }) => document.externalDocuments)) {
    const external = resolvePath(folderOf(root), `${expandMacros(path, root, members)}.tex`);
    const text = await files.read(external);
    if (text === undefined || isPrefixed) isOpen = true;
    else projects.push(await findLatexProject(external, readLatex(text), files, top));
  }
  return { projects, isOpen };
}

/** Of a command that two files define differently, nobody knows which TeX meets last. */
function agreed(constants: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  const values = new Map<string, string | undefined>();
  for (const [name, value] of constants.flatMap(map => [...map]))
    values.set(name, values.has(name) && values.get(name) !== value ? undefined : value);
  return new Map([...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** What files define for others of their project. */
export function vocabularyOf(members: readonly Member<LatexDocument>[]): LatexVocabulary {
  const all = members.map(member => member.document.vocabulary);
  return {
    commands: new Map(all.flatMap(vocabulary => [...vocabulary.commands])),
    plainCommands: new Set(all.flatMap(vocabulary => [...vocabulary.plainCommands])),
    constants: agreed(all.map(vocabulary => vocabulary.constants)),
    verbatimEnvironments: new Set(all.flatMap(vocabulary => [...vocabulary.verbatimEnvironments])),
    listingOptions: new Map(all.flatMap(vocabulary => [...vocabulary.listingOptions])),
    packages: new Map(all.flatMap(vocabulary => [...vocabulary.packages])),
    usedCommands: new Set(all.flatMap(vocabulary => [...vocabulary.usedCommands])),
    habits: commandHabits(members.map(member => member.document)),
  };
}
