import { folderOf, nameOf, type ProjectFiles } from './projectFiles';

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
 * `a.md` and `a.knit.md` beside `a.Rmd`. What Pandoc could have written is so only where it bears Pandoc's marks.
 */
export async function isGenerated(path: string, text: string, files: ProjectFiles): Promise<boolean> {
  const [, stem, ending] = /^(.+)(\.[a-z]+)$/i.exec(nameOf(path)) ?? [];
  if (stem === undefined) return false;
  const names = await files.list(folderOf(path));
  const isBeside = (source: RegExp, ...stems: string[]) =>
    names.some(name => source.test(name) && stems.includes(name.replace(/\.[^.]*$/, '')));
  if (/^\.md$/i.test(ending!)) return isBeside(executed, stem, stem.replace(/\.[a-z\d]+$/i, ''));
  if (!/^\.(?:tex|typ)$/i.test(ending!)) return false;
  if (isBeside(noweb, stem)) return true;
  // A book is named for its title.
  if (headOfPandoc.test(text) && names.some(name => projectFile.test(name))) return true;
  return isBeside(sources, stem) && (headOfPandoc.test(text) || marksOfPandoc.test(text));
}
