import type { BibliographiesFound, Declaration } from '../project/foundBibliography';
import { findRoot, type InclusionRules, membersOf } from '../project/inclusionTree';
import { folderOf, type ProjectFiles, resolvePath } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import { readTypst } from './readTypst';

interface TypstFile {
  readonly text: string;
  readonly inclusions: readonly string[];
}

/** The bibliographies of a Typst file: its own, and those of the files that take it in or that it takes in. */
export async function findTypstBibliographies(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const rules = typstRules(top);
  const root =
    (await findRoot(path, rules, files, top, members =>
      members.some(member => readTypst(member.document.text).bibliographies.length > 0),
    )) ?? path;
  const members = await membersOf(root, rules, files);
  const declarations = members.flatMap(member =>
    readTypst(member.document.text).bibliographies.map(
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
    definedKeys: members.flatMap(member => readTypst(member.document.text).definedKeys.map(({ key }) => key)),
    problems: [],
  };
}

function typstRules(top: string | undefined): InclusionRules<TypstFile> {
  return {
    endings: ['.typ'],
    isCandidate: text => /\b(?:include|import)\b/.test(text),
    read: text => ({
      text,
      inclusions: [...text.matchAll(/\b(?:include|import)[ \t]+"([^"\n]+)"/g)]
        .map(match => match[1]!)
        .filter(name => !name.startsWith('@')), // a package of Typst Universe
    }),
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
