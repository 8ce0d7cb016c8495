import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { appended, collection } from './collection';
import { folderWith, hasPrograms, run } from './programs';

const cites = collection.map(({ id }) => `\\cite{${id}}`).join('\n');

function bibtexDocument(packages: string, style: string): string {
  return `\\documentclass{article}
\\usepackage[T1]{fontenc}
${packages}
\\begin{document}
${cites}
\\bibliographystyle{${style}}
\\bibliography{a}
\\end{document}
`;
}

const styles = [
  { style: 'plain', packages: '' },
  { style: 'plainnat', packages: '\\usepackage{natbib}' },
  { style: 'unsrtnat', packages: '\\usepackage{natbib}' },
];

for (const { style, packages } of styles)
  for (const encoding of ['utf8', 'tex'] as const)
    test(`BibTeX with ${style}, entries in ${encoding}: no warning, nothing undefined`, context => {
      if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
      const files = {
        'a.tex': bibtexDocument(`\\usepackage{url}${packages}`, style),
        'a.bib': appended('', { dialect: 'bibtex', encoding }),
      };
      const folder = folderWith(context, files);
      const latex = () => run(folder, 'pdflatex', '-interaction=nonstopmode', '-draftmode', 'a.tex');
      latex();
      const { output } = run(folder, 'bibtex', 'a');
      assert.doesNotMatch(output, /Warning--|error|I couldn't/i, output);
      latex();
      latex();
      assertDefined(folder);
    });

test('Biber and biblatex: no warning, nothing undefined', context => {
  if (!hasPrograms(context, 'pdflatex', 'biber')) return;
  const folder = folderWith(context, {
    'a.tex': `\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage[backend=biber,style=authoryear]{biblatex}
\\addbibresource{a.bib}
\\begin{document}
${cites}
\\printbibliography
\\end{document}
`,
    'a.bib': appended('', { dialect: 'biblatex', abstract: true }),
  });
  const latex = () => run(folder, 'pdflatex', '-interaction=nonstopmode', '-draftmode', 'a.tex');
  latex();
  const { output, status } = run(folder, 'biber', '--validate-datamodel', 'a');
  assert.equal(status, 0, output);
  assert.doesNotMatch(output, /^(?:WARN|ERROR)/m, output);
  latex();
  latex();
  assertDefined(folder);
});

function assertDefined(folder: string): void {
  const log = fs.readFileSync(path.join(folder, 'a.log'), 'latin1');
  const complaints = log
    .split('\n')
    .filter(line => /^!|undefined|LaTeX Warning: (?:Citation|Reference)|Unicode character/.test(line));
  assert.deepEqual(complaints, []);
}
