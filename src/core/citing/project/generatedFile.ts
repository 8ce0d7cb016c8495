import { folderOf, foldersUp, nameOf, type ProjectFiles } from './projectFiles';

/** Sources that a program runs, and beside which it leaves what it made of them (`keep-tex`, `keep_md`). */
const executed = /\.(?:qmd|rmd|rmarkdown)$/i;
const sources = /\.(?:qmd|rmd|rmarkdown|md|markdown|ipynb|rst)$/i;
/** knitr and Sweave make `a.tex` of `a.Rnw`, always. */
const noweb = /\.[rs]nw$/i;
const projectFile = /^_(?:quarto|bookdown)\.ya?ml$/;

/** How what Pandoc writes by its own templates for LaTeX and Typst begins. */
const headOfPandoc =
  /^(?:% Options for packages loaded elsewhere|\/\/ Some definitions presupposed by pandoc|#let horizontalrule\b)/m;
/** What its writers and the templates of others (rticles) leave, and hardly anybody types. */
const marksOfPandoc =
  /\\PassOptionsToPackage\{unicode|(?:\\providecommand|\\def|\\newcommand)\*?\s{0,5}\{?\\tightlist|\\hypertarget\{[^{}\n]{1,200}\}\{%$|\\begin\{(?:Shaded|CSLReferences)\}|\\pandocbounded\{/m;

/**
 * Whether a program made this document of another file in its folder, which says the same and is the one people write: `a.tex` beside `a.qmd`,
 * `a.md` and `a.knit.md` beside `a.Rmd`. What Pandoc could have written is so only where it bears Pandoc's marks, and what begins as Pandoc's
 * own templates do is so anywhere in a project of Quarto or bookdown. `top`: nothing above this folder is looked at.
 */
export async function isGenerated(
  path: string,
  text: string,
  files: ProjectFiles,
  top: string | undefined,
): Promise<boolean> {
  const [, stem, ending] = /^(.+)(\.[a-z]+)$/i.exec(nameOf(path)) ?? [];
  if (stem === undefined) return false;
  const names = await files.list(folderOf(path));
  const isBeside = (source: RegExp, ...stems: string[]) =>
    names.some(name => source.test(name) && stems.includes(name.replace(/\.[^.]*$/, '')));
  if (/^\.md$/i.test(ending!)) return isBeside(executed, stem, stem.replace(/\.[a-z\d]+$/i, ''));
  if (!/^\.(?:tex|typ)$/i.test(ending!)) return false;
  if (isBeside(noweb, stem)) return true;
  if (!headOfPandoc.test(text)) return isBeside(sources, stem) && marksOfPandoc.test(text);
  if (isBeside(sources, stem)) return true;
  // A project may name what it makes otherwise: a book for its title.
  for (const folder of await foldersUp(folderOf(path), top, files))
    if ((await files.list(folder)).some(name => projectFile.test(name))) return true;
  return false;
}
