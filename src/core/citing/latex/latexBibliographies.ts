import type { BibliographiesFound, Declaration } from '../project/foundBibliography';
import type { Member } from '../project/inclusionTree';
import { folderOf, type ProjectFiles } from '../project/projectFiles';
import { resolveDeclarations } from '../project/resolveDeclarations';
import type { LatexDocument, LatexVocabulary } from './latexDocument';
import { expandMacros, findLatexProject } from './latexProject';
import { readLatex } from './readLatex';

/** The bibliographies of a LaTeX file: those declared by any file of the document it is a part of. */
export async function findLatexBibliographies(
  path: string,
  text: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<BibliographiesFound> {
  const { root, members, missingRoot } = await findLatexProject(path, readLatex(text), files, top);
  const declarations = members.flatMap(member =>
    member.document.bibliographies.map(
      (declared): Declaration => ({
        declared: { ...declared, path: expandMacros(declared.path, root, members) },
        foundBy: member.path === path ? 'document' : 'root document',
        declaredIn: member.path,
        folders: [...new Set([folderOf(root), member.base, folderOf(member.path)])],
      }),
    ),
  );
  const own = (declaration: Declaration) => declaration.declaredIn === path;
  const others = members.filter(member => member.path !== path);
  return {
    bibliographies: await resolveDeclarations(
      [...declarations.filter(own), ...declarations.filter(declaration => !own(declaration))],
      files,
    ),
    ...(root !== path && { root }),
    members: members.map(member => member.path),
    definedKeys: members.flatMap(member => member.document.definedKeys.map(({ key }) => key)),
    latexVocabulary: vocabularyOf(others),
    problems: missingRoot
      ? [{ path, message: `The root file “${missingRoot}” that this file names does not exist.` }]
      : [],
  };
}

function vocabularyOf(members: readonly Member<LatexDocument>[]): LatexVocabulary {
  const all = members.map(member => member.document.vocabulary);
  return {
    commands: new Map(all.flatMap(vocabulary => [...vocabulary.commands])),
    verbatimEnvironments: new Set(all.flatMap(vocabulary => [...vocabulary.verbatimEnvironments])),
    packages: new Map(all.flatMap(vocabulary => [...vocabulary.packages])),
    usedCommands: new Set(all.flatMap(vocabulary => [...vocabulary.usedCommands])),
  };
}
