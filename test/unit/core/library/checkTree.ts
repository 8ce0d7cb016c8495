import { languageOfPath } from '../../../../src/core/citing/citationLanguages';
import { dialectOfPath } from '../../../../src/core/citing/markdown/inline/crossReferences';
import { type FilesToCheck, ProjectChecker } from '../../../../src/core/library/documents/projectChecker';

/** A project as a test writes it: the text of each file by its path below the workspace's folder. */
export type Tree = Readonly<Record<string, string>>;

export const root = '/w';

/** A bibliography with these keys. */
export function bib(...keys: readonly string[]): string {
  return keys.map(key => `@misc{${key},\n  title = {On ${key}},\n}\n`).join('\n');
}

export function filesOf(tree: Tree): FilesToCheck {
  const texts = new Map(Object.entries(tree).map(([path, text]) => [`${root}/${path}`, text]));
  return {
    read: async path => texts.get(path),
    readBytes: async path => texts.get(path)!,
    list: async folder => {
      const inside = folder === '/' ? '/' : `${folder}/`;
      const names = [...texts.keys()].filter(path => path.startsWith(inside));
      return [...new Set(names.map(path => path.slice(inside.length).split('/')[0]!))];
    },
  };
}

export async function check(path: string, tree: Tree) {
  const checker = new ProjectChecker(filesOf(tree), { workspaceRoot: root });
  const language = languageOfPath(path)!.id;
  return checker.check(`${root}/${path}`, tree[path]!, language, { dialect: dialectOfPath(path) });
}

/** The keys called undefined in a document, and other problems by their codes. */
export async function problemsOf(path: string, tree: Tree): Promise<string[]> {
  const { problems } = await check(path, tree);
  return problems.map(problem => {
    const information = problem.isInformation ? ' (information)' : '';
    return (problem.code === 'undefined-key' ? problem.key : problem.code) + information;
  });
}
