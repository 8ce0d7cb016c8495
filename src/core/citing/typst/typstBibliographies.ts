import type { DeclaredBibliography } from '../citation';
import type { BibliographiesFound, Declaration, OtherReferences } from '../project/foundBibliography';
import { findRoot, type InclusionRules, type Member, membersOf } from '../project/inclusionTree';
import { folderOf, type ProjectFiles, readOnce, resolvePath } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { usesPackageTemplate } from './packageTemplates';
import { readTypst, type TypstDocument } from './readTypst';

/** The bibliographies of a Typst file: its own, and those of the files that take it in or that it takes in. */
export async function findTypstBibliographies(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const rules = typstRules(files, top);
  const root =
    (await findRoot(path, rules, files, top, members =>
      members.some(({ document }) => document.bibliographies.length > 0 || document.listsComputed),
    )) ?? path;
  const members = await membersOf(root, rules, files);
  const tops = topsOf(root, top);
  const declare = (
    member: Member<TypstDocument>,
    declared: DeclaredBibliography,
    folders: readonly string[],
  ): Declaration => ({
    declared: { ...declared, path: declared.path.replace(/^\//, '') },
    foundBy: member.path === path ? 'document' : 'root document',
    declaredIn: member.path,
    folders: declared.path.startsWith('/') ? tops : folders,
  });
  const listed = members.flatMap(member =>
    member.document.bibliographies.map(declared => declare(member, declared, [folderOf(member.path)])),
  );
  // Names of files are relative to the file whose code opens them, which a template gives to `bibliography`, or to the one that reads them.
  const listing = members
    .filter(({ document }) => document.listsComputed)
    .map(member => folderOf(member.path));
  const named = members.flatMap(member =>
    member.document.namedBibliographies.map(declared =>
      declare(member, declared, [...new Set([...listing, folderOf(member.path)])]),
    ),
  );
  const opensNamed = listing.length > 0 || listed.length === 0;
  const opened = opensNamed ? (await resolveDeclarations(named, files)).filter(({ exists }) => exists) : [];
  const resolved = await resolveDeclarations(listed, files);
  return {
    bibliographies: [
      ...resolved,
      ...opened.filter(({ path }) => !resolved.some(other => other.path === path)),
    ],
    ...(root !== path && { root }),
    members: members.map(member => member.path),
    definedKeys: [],
    otherReferences: otherReferences(members),
    ...((members.some(({ document }) => document.isComputed) ||
      lacksComputed(members, root, top) ||
      (listing.length > 0 && opened.length === 0)) && {
      isOpen: true,
    }),
    problems: [],
  };
}

function otherReferences(members: readonly Member<TypstDocument>[]): OtherReferences {
  const documents = members.map(({ document }) => document);
  const resolvesNames = documents.some(document => document.resolvesNames);
  const labels = documents.flatMap(({ labels, possibleLabels }) => [...labels, ...possibleLabels]);
  return {
    labels: new Set(labels),
    prefixes: new Set(documents.flatMap(({ labelPrefixes }) => [...labelPrefixes])),
    ...(usesPackageTemplate(documents.map(({ templateUse }) => templateUse)) && { hasHiddenLabels: true }),
    ...(documents.some(document => document.numbersLines) && { hasNumberedLines: true }),
    ...(resolvesNames && { terms: new Set(documents.flatMap(({ names }) => [...names])) }),
  };
}

function typstRules(files: ProjectFiles, top: string | undefined): InclusionRules<TypstDocument> {
  return {
    endings: ['.typ'],
    isCandidate: text => /\b(?:include|import)\b/.test(text),
    read: readOnce(files, 'typst', readTypst),
    inclusions: async (document, { path, root }) =>
      document.inclusions.map(name => {
        const paths = pathsOf(name, path, root, top);
        return { paths, base: folderOf(paths[0]!) };
      }),
  };
}

/** What the name of a file may mean in the one at `path`. */
function pathsOf(name: string, path: string, root: string, top: string | undefined): string[] {
  const folders = name.startsWith('/') ? topsOf(root, top) : [folderOf(path)];
  return folders.map(folder => resolvePath(folder, name.replace(/^\//, '')));
}

/** Whether a file that code names is not there: then it may not have been followed rightly. */
function lacksComputed(
  members: readonly Member<TypstDocument>[],
  root: string,
  top: string | undefined,
): boolean {
  const there = new Set(members.map(({ path }) => path));
  return members.some(({ path, document }) =>
    document.computedInclusions.some(name => !pathsOf(name, path, root, top).some(one => there.has(one))),
  );
}

/** What `/refs.bib` may be meant from: the folder that is open, as the editor's compiler takes it, or that of the main file, as Typst does by itself. */
function topsOf(root: string, top: string | undefined): readonly string[] {
  return [...new Set([...(top === undefined ? [] : [top]), folderOf(root)])];
}
