import type { BibliographiesFound, Declaration, OtherReferences } from '../project/foundBibliography';
import { findRoot, type InclusionRules, type Member, membersOf } from '../project/inclusionTree';
import { folderOf, type ProjectFiles, readOnce, resolvePath } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
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
      members.some(member => member.document.bibliographies.length > 0),
    )) ?? path;
  const members = await membersOf(root, rules, files);
  const declarations = members.flatMap(member =>
    member.document.bibliographies.map(
      (declared): Declaration => ({
        declared: fromProjectRoot(declared, top),
        foundBy: member.path === path ? 'document' : 'root document',
        declaredIn: member.path,
        folders: [folderOf(member.path)],
      }),
    ),
  );
  return {
    bibliographies: await resolveDeclarations(declarations, files),
    ...(root !== path && { root }),
    members: members.map(member => member.path),
    definedKeys: [],
    otherReferences: otherReferences(members),
    ...(members.some(({ document }) => document.isComputed) && { isOpen: true }),
    problems: [],
  };
}

function otherReferences(members: readonly Member<TypstDocument>[]): OtherReferences {
  const documents = members.map(({ document }) => document);
  const resolvesNames = documents.some(document => document.resolvesNames);
  return {
    labels: new Set(documents.flatMap(({ labels }) => [...labels])),
    ...(resolvesNames && { terms: new Set(documents.flatMap(({ names }) => [...names])) }),
  };
}

function typstRules(files: ProjectFiles, top: string | undefined): InclusionRules<TypstDocument> {
  return {
    endings: ['.typ'],
    isCandidate: text => /\b(?:include|import)\b/.test(text),
    read: readOnce(files, 'typst', readTypst),
    inclusions: async (document, { path }) =>
      document.inclusions.map(name => {
        const target = resolvePath(folderOf(path), fromProjectRoot({ path: name }, top).path);
        return { paths: [target], base: folderOf(target) };
      }),
  };
}

/** In Typst `/refs.bib` is meant from the project's folder. */
function fromProjectRoot<T extends { readonly path: string }>(declared: T, top: string | undefined): T {
  return top !== undefined && declared.path.startsWith('/')
    ? { ...declared, path: resolvePath(top, declared.path.slice(1)) }
    : declared;
}
