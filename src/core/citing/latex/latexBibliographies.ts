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
  const unset = new Map<string, UnsetText>();
  for (const member of members)
    if (member.document.fileTests.length)
      unset.set(member.path, await unsetText(member, root, members, files));
  const labels = new Set(
    members.flatMap(({ document }) => document.bibliographies.flatMap(({ label }) => label ?? [])),
  );
  const isLabel = ({ command, path }: LatexBibliography) => /refsection$/.test(command) && labels.has(path);
  const leftOut = new Map([...unset].map(([path, { leftOut }]) => [path, within(leftOut)]));
  const isLeftOut = ({ path }: Member<LatexDocument>, one: LatexBibliography) =>
    leftOut.get(path)?.(one) ?? false;
  const declarationsOf = ({ root, members }: LatexProject) =>
    members.flatMap(member =>
      member.document.bibliographies
        .filter(one => !isLeftOut(member, one) && !isLabel(one))
        .flatMap(declared =>
          expandedList(declared, root, members).map(
            (declared): LatexDeclaration => ({
              declared,
              foundBy: member.path === path ? 'document' : 'root document',
              declaredIn: member.path,
              // TeX looks from the folder it was started in: the root's, mostly, or one above it.
              folders: [...new Set([folderOf(root), member.base, folderOf(member.path), ...above])],
            }),
          ),
        ),
    );
  const declarations = [project, ...external.projects].flatMap(declarationsOf);
  const larger = await findLargerProject(path, root, files, top);
  const ofLarger = larger ? await resolveDeclarations(declarationsOf(larger), files) : [];
  const own = (declaration: Declaration) => declaration.declaredIn === path;
  const others = members.filter(member => member.path !== path);
  const ownFirst = [...declarations.filter(own), ...declarations.filter(one => !own(one))];
  // With chapterbib a chapter has the bibliographies that it declares, and no others.
  const isApart = path !== root && loads(members, /^chapterbib$/) && declarations.some(own);
  let declared = isApart ? ownFirst.filter(own) : ownFirst;
  let resolved = await resolveDeclarations(declared, files);
  let isSetElsewhere = false;
  if (resolved.some(isMissing)) {
    const inputs = await findBibinputs([...new Set([folderOf(root), ...above])], files);
    isSetElsewhere = inputs.isSet;
    if (inputs.folders.length) {
      declared = declared.map(one => ({ ...one, folders: [...one.folders, ...inputs.folders] }));
      resolved = await resolveDeclarations(declared, files);
    }
  }
  const citedHere = () => readLatex(text, [], vocabularyOf(others)).citations;
  const lists = await resolveLists(listStretches(path, root, members, declared, citedHere), files);
  const written = new Set(
    members.flatMap(({ document }) =>
      document.writtenFiles.map(name => resolvePath(folderOf(root), expandMacros(name, root, members))),
    ),
  );
  const mayBeLeftOut = new Map(
    members.map(({ path, document: { undecided = [] } }) => [
      path,
      within([...undecided, ...(unset.get(path)?.open ?? [])]),
    ]),
  );
  const isOpen = ({ declaredIn, range }: FoundBibliography) =>
    range !== undefined && mayBeLeftOut.get(declaredIn ?? '')?.(range);
  const missing = resolved.filter(one => isMissing(one) && !written.has(one.path));
  const bbl = missing.length ? await keysOfBbl(root, files) : [];
  const here = unset.get(path);
  const all = [
    ...members,
    ...[...external.projects, ...(larger ? [larger] : [])].flatMap(one => one.members),
  ];
  const known = new Set(resolved.map(one => one.path));
  return {
    bibliographies: [
      ...resolved.map(one =>
        isMissing(one) && (bbl.length > 0 || isSetElsewhere || written.has(one.path) || isOpen(one))
          ? { ...one, isDispensable: true }
          : one,
      ),
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
