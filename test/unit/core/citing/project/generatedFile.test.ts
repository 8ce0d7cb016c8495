import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isGenerated } from '../../../../../src/core/citing/project/generatedFile';
import { filesOf, root } from '../../library/checkTree';

const head = '% Options for packages loaded elsewhere\n\\documentclass{article}\n';
const body = '\\section{One}\n\\cite{a}\n';

async function madeBeside(name: string, text: string, ...beside: readonly string[]): Promise<boolean> {
  const tree = Object.fromEntries([name, ...beside].map(file => [file, text]));
  return isGenerated(`${root}/${name}`, text, filesOf(tree), root);
}

test('what Quarto, R Markdown, Pandoc and knitr leave beside their sources is made of them', async () => {
  const made: readonly (readonly string[])[] = [
    ['a.tex', head + body, 'a.qmd'],
    ['a.tex', head + body, 'a.Rmd'],
    ['a.tex', head + body, 'a.md'],
    ['a.tex', head + body, 'a.ipynb'],
    ['a.v1.tex', head + body, 'a.v1.qmd'],
    // A template of a journal.
    ['a.tex', `\\documentclass{elsarticle}\n\\providecommand{\\tightlist}{%\n}\n${body}`, 'a.Rmd'],
    ['a.tex', `\\hypertarget{one}{%\n${body}`, 'a.Rmd'],
    ['a.typ', '// Some definitions presupposed by pandoc’s typst output.\n', 'a.qmd'],
    ['a.tex', body, 'a.Rnw'],
    ['a.tex', body, 'a.Snw'],
    ['My-Book.tex', head + body, '_quarto.yml'],
    ['_main.tex', head + body, '_bookdown.yml'],
    ['posts/a/draft-2.tex', head + body, '_quarto.yml'],
    ['README.md', '[@a]', 'README.Rmd'],
    ['a.knit.md', '[@a]', 'a.Rmd'],
    ['a.html.md', '[@a]', 'a.qmd'],
  ];
  for (const [name, text, beside] of made)
    assert.ok(await madeBeside(name!, text!, beside!), `${name} ${beside}`);
});

test('what people write is not, whatever stands beside it', async () => {
  const written: readonly (readonly string[])[] = [
    ['a.tex', body, 'a.qmd'],
    ['a.tex', body, 'a.md'],
    ['a.tex', head + body, 'b.qmd'],
    ['a.tex', head + body, 'a.bib'],
    ['a.tex', `\\hypertarget{one}{%\n${body}`, '_quarto.yml'],
    ['a.tex', body, '_quarto.yml'],
    ['a.typ', '= One\n@a', 'a.qmd'],
    ['a.md', '[@a]', 'a.tex'],
    ['a.md', '[@a]', 'a.ipynb'],
    ['a.b.md', '[@a]', 'b.Rmd'],
    ['a.qmd', '[@a]', 'a.Rmd'],
  ];
  for (const [name, text, beside] of written)
    assert.ok(!(await madeBeside(name!, text!, beside!)), `${name} ${beside}`);
});
