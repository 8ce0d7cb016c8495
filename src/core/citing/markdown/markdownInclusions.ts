import { findRoot, type InclusionRules } from '../project/inclusionTree';
import { folderOf, nameOf, type ProjectFiles, resolvePath } from '../project/projectFiles';

/** The document that takes in a file: with Quarto's `include`, or as a child of knitr's. */
export async function findIncluder(
  path: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<string | undefined> {
  const name = nameOf(path);
  const rules: InclusionRules<readonly string[]> = {
    endings: ['.qmd', '.Rmd', '.rmd', '.md', '.Rmarkdown'],
    isCandidate: text =>
      text.includes(name) && inclusionsOf(text).some(included => nameOf(included) === name),
    read: inclusionsOf,
    inclusions: async (included, place) =>
      included.map(target => {
        const whole = resolvePath(
          target.startsWith('/') ? (top ?? '/') : folderOf(place.path),
          target.replace(/^\/+/, ''),
        );
        return { paths: [whole], base: folderOf(whole) };
      }),
  };
  return findRoot(path, rules, files, top, () => true);
}

/** Quarto's `{{< include _part.qmd >}}` and knitr's `child = c("a.Rmd", 'b.Rmd')`. */
function inclusionsOf(text: string): string[] {
  const quarto = [...text.matchAll(/\{\{<[ \t]*include[ \t]+([^\s>]+)[ \t]*>\}\}/g)].map(match => match[1]!);
  const knitr = [...text.matchAll(/\bchild[ \t]*[=:][ \t]*([^\n}]*)/g)].flatMap(match =>
    [...match[1]!.matchAll(/["']([^"'\n]+)["']/g)].map(name => name[1]!),
  );
  return [...quarto, ...knitr].map(name => name.replace(/^["']|["']$/g, ''));
}
