import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf } from './checkTree';

test('a bibliography that the document’s own code writes is not missed, and its keys are not undefined', async () => {
  const known = { 'refs.bib': bib('known') };
  const chunks = [
    'knitr::write_bib(c("sp", .packages()), file = "packages.bib")',
    "knitr::write_bib(c('sp',\n  'MASS'), 'packages.bib')",
    'download.file("https://example.org/a", "./packages.bib")',
  ];
  for (const chunk of chunks) {
    const markdown = `---\nbibliography: ["refs.bib", "packages.bib"]\n---\n\n\`\`\`{r}\n${chunk}\n\`\`\`\n\n[@R-sp]\n`;
    assert.deepEqual(await problemsOf('a.Rmd', { 'a.Rmd': markdown, ...known }), [], chunk);
    const sweave = `\\documentclass{article}\\begin{document}\n<<x>>=\n${chunk}\n@\n\\cite{R:sp}\\bibliography{refs,packages}\n\\end{document}`;
    assert.deepEqual(await problemsOf('a.Rnw', { 'a.Rnw': sweave, ...known }), [], chunk);
  }
  for (const name of ['.bib', './.bib'])
    assert.deepEqual(
      await problemsOf('a.Rmd', { 'a.Rmd': `---\nbibliography: "${name}"\n---\n[@a] f("b")\n` }),
      ['missing-bibliography'],
      name,
    );
  const plain = '---\nbibliography: ["refs.bib", "packages.bib"]\n---\n\n[@R-sp] (see "packages.bib")\n';
  assert.deepEqual(await problemsOf('a.Rmd', { 'a.Rmd': plain, ...known }), ['missing-bibliography']);
});

test('nor is one that the project makes otherwise', async () => {
  const index = '---\nbibliography: [refs.bib, bib/packages.bib]\n---\n\n[@R-sp]\n';
  const project = { 'a.Rmd': index, 'refs.bib': bib('known') };
  for (const more of [
    { '_common.R': 'knitr::write_bib(.packages(), here::here("bib", "packages.bib"))\n' },
    { 'R/setup.R': "target <- 'bib/packages.bib'\nwrite_bib(p, target)\n" },
    { Makefile: 'all: bib/packages.bib\n' },
    { '.gitignore': '_book\n/bib/packages.bib\n' },
    { 'a.Rmd': `${index}\n\`\`\`{r}\nfile <- "bib/packages.bib"\nknitr::write_bib("sp", file)\n\`\`\`\n` },
  ])
    assert.deepEqual(await problemsOf('a.Rmd', { ...project, ...more }), [], JSON.stringify(more));
  const grateful = index.replace('bib/packages', 'grateful-refs');
  const code = '\n```{r}\ngrateful::cite_packages(output = "paragraph")\n```\n';
  assert.deepEqual(await problemsOf('a.Rmd', { ...project, 'a.Rmd': grateful + code }), []);
  for (const more of [
    { 'R/setup.R': 'library(packages)\nread.bib("other-packages.bib")\n' },
    { '.gitignore': '_book\n*.log\n' },
  ])
    assert.deepEqual(await problemsOf('a.Rmd', { ...project, ...more }), ['missing-bibliography']);
  const latex = '\\documentclass{article}\\begin{document}\\cite{x}\\bibliography{gen}\\end{document}';
  assert.deepEqual(
    await problemsOf('a.tex', { 'a.tex': latex, Makefile: 'gen.bib: zotero.py\n\tpython zotero.py\n' }),
    [],
  );
});
