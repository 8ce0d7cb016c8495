import { findRoot, type InclusionRules, membersOf } from '../project/inclusionTree';
import { documentsIn } from '../project/projectDocuments';
import { folderOf, nameOf, type ProjectFiles, readOnce, resolvePath } from '../project/projectFiles';

/** The document that takes in a file: with Quarto's `include`, or as a child of knitr's. */
export async function findIncluder(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<string | undefined> {
  const name = nameOf(path);
  const rules = inclusionRules(files, top);
  // Of thousands of notes each asks all others.
  const isCandidate = (text: string) => rules.read(text).some(included => nameOf(included) === name);
  return findRoot(path, { ...rules, isCandidate }, files, top, () => true);
}

/** The document anywhere in a project of Quarto that takes in a file which is none by itself: `{{< include /parts/_one.qmd >}}`. */
export async function findIncluderIn(
  project: string,
  path: string,
  files: ProjectFiles,
): Promise<string | undefined> {
  const name = nameOf(path);
  for (const candidate of await documentsIn(project, ['qmd', 'md', 'rmd'], files, { below: true })) {
    if (candidate === path || !(await files.read(candidate))?.includes(name)) continue;
    if ((await withIncluded(candidate, files, project)).includes(path)) return candidate;
  }
  return undefined;
}

/** A document and all it takes in, in reading order. */
export async function withIncluded(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<string[]> {
  return (await membersOf(path, inclusionRules(files, top), files)).map(member => member.path);
}

function inclusionRules(files: ProjectFiles, top: string | undefined): InclusionRules<readonly string[]> {
  const read = readOnce(files, 'inclusions', inclusionsOf);
  return {
    endings: ['.qmd', '.Rmd', '.rmd', '.md', '.Rmarkdown'],
    isCandidate: text => read(text).length > 0,
    read,
    inclusions: async (included, place) =>
      included.map(target => {
        const whole = resolvePath(
          target.startsWith('/') ? (top ?? '/') : folderOf(place.path),
          target.replace(/^\/+/, ''),
        );
        return { paths: [whole], base: folderOf(whole) };
      }),
  };
}

/** Quarto's `{{< include _part.qmd >}}` and knitr's `child = c("a.Rmd", 'b.Rmd')`. */
function inclusionsOf(text: string): string[] {
  const quarto = [...text.matchAll(/\{\{<[ \t]*include[ \t]+([^\s>]+)[ \t]*>\}\}/g)].map(match => match[1]!);
  const knitr = [...text.matchAll(/\bchild[ \t]*[=:][ \t]*([^\n}]*)/g)].flatMap(match =>
    [...match[1]!.matchAll(/["']([^"'\n]+)["']/g)].map(name => name[1]!),
  );
  return [...quarto, ...knitr].map(name => name.replace(/^["']|["']$/g, ''));
}
