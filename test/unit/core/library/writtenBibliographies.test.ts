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
