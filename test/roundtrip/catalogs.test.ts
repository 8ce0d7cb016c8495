import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { addReference } from '../../src/core/bibliography/write/addReference';
import { citationKeyOf } from '../../src/core/bibliography/write/citationKey';
import { entryItem, keyItem } from '../../src/core/catalogs/records/entryItem';
import { mergeRecords } from '../../src/core/catalogs/records/mergeRecords';
import type { BibliographyFormatId } from '../../src/core/model/source';
import { applyEdits } from '../../src/core/model/textEdit';
import { crossrefWork, doi, looked } from '../unit/core/catalogs/answers';
import { folderWith, hasPrograms, run, typstErrors } from './programs';

/** What services answer that is hard on programs: markup, Greek, formulas, bodies, names of one part, brackets, no author, no year. */
const hard: readonly object[] = [
  { title: ['Growth of <i>E. coli</i> at 37&#xa0;°C &amp;amp; H<sub>2</sub>O_2: 100% of β-sheets #1'] },
  { title: ['An <mml:math><mml:mi>α</mml:mi></mml:math>-helix in $O(n^2)$ {steps}~'], page: '12–17' },
  { author: [{ name: 'World & Health_Organization' }, { family: 'Sheherazade' }] },
  {
    author: [
      { given: 'J.C.', family: 'Ångström-Çelik' },
      { given: 'Émile', family: 'Akgül', suffix: 'Jr.' },
    ],
  },
  {
    author: [],
    title: ['Complexes of Lanthanide(III): «a» “study” … №5'],
    issued: { 'date-parts': [[null]] },
  },
  { type: 'book', publisher: 'Taylor and Francis', ISBN: ['9780262033848'], 'container-title': [] },
  { type: 'posted-content', subtype: 'preprint', institution: [{ name: 'bioRxiv' }], 'container-title': [] },
  {
    type: 'book-chapter',
    title: ['Line\n   breaks'],
    editor: [{ given: 'Ed', family: "O'Brien" }],
    abstract: '<jats:p>50% of #1 & $x_1$ \\cmd</jats:p>',
  },
  {
    type: 'dissertation',
    institution: [{ name: 'University of X' }],
    degree: ['PhD'],
    'container-title': [],
  },
  { type: 'report', institution: [{ name: 'Office (OSTI)' }], 'container-title': [] },
  {
    title: ['RETRACTED: Something'],
    'updated-by': [
      {
        type: 'retraction',
        DOI: '10.1000/<n>',
        source: 'publisher',
        updated: { 'date-parts': [[2022, 2, 1]] },
      },
    ],
  },
];

const works = hard.map((fields, index) => {
  const id = `10.1000/river_${index}`;
  const [record] = looked('crossref', doi(id), crossrefWork({ DOI: id, ...fields }));
  return mergeRecords([record!]);
});

/** A bibliography of all works as an empty file gets them, and their keys. */
function bibliography(
  format: BibliographyFormatId,
  readBy: 'latex' | 'markdown' | 'typst',
  usesBiblatex = false,
) {
  let text = '';
  const keys = works.map((work, index) => {
    const key = `${citationKeyOf(keyItem(work))}${index}`;
    const edit = addReference(text, format, entryItem(work, key), key, { readBy, usesBiblatex });
    text = applyEdits(text, [edit!]);
    return key;
  });
  return { text, keys };
}

for (const [style, packages] of [
  ['plain', '\\usepackage[T1]{fontenc}'],
  ['abbrv', '\\usepackage[T1]{fontenc}'],
  ['apalike', '\\usepackage[T1]{fontenc}\\usepackage{textcomp}'],
] as const)
  test(`what catalogs give compiles with BibTeX and LaTeX, style ${style}`, context => {
    if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
    const { text, keys } = bibliography('bibtex', 'latex');
    const document = `\\documentclass{article}${packages}\\usepackage{amssymb}\\begin{document}\\cite{${keys.join(',')}}\\bibliographystyle{${style}}\\bibliography{refs}\\end{document}`;
    const folder = folderWith(context, { 'a.tex': document, 'refs.bib': text });
    run(folder, 'pdflatex', '-interaction=nonstopmode', 'a');
    run(folder, 'bibtex', 'a');
    run(folder, 'pdflatex', '-interaction=nonstopmode', 'a');
    run(folder, 'pdflatex', '-interaction=nonstopmode', 'a');
    const log = fs.readFileSync(path.join(folder, 'a.log'), 'latin1');
    assert.deepEqual(log.match(/^!.*\n.*|undefined citations.*|Citation .* undefined/gm) ?? [], []);
    assert.doesNotMatch(fs.readFileSync(path.join(folder, 'a.blg'), 'latin1'), /error message/);
  });

test('and with biblatex and biber', context => {
  if (!hasPrograms(context, 'pdflatex', 'biber')) return;
  const { text, keys } = bibliography('bibtex', 'latex', true);
  const document = `\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{amssymb,biblatex}\\addbibresource{refs.bib}\\begin{document}\\cite{${keys.join(',')}}\\printbibliography\\end{document}`;
  const folder = folderWith(context, { 'a.tex': document, 'refs.bib': text });
  run(folder, 'pdflatex', '-interaction=nonstopmode', 'a');
  run(folder, 'biber', 'a');
  run(folder, 'pdflatex', '-interaction=nonstopmode', 'a');
  const log = fs.readFileSync(path.join(folder, 'a.log'), 'latin1');
  assert.deepEqual(log.match(/^!.*\n.*|Citation .* undefined/gm) ?? [], []);
  assert.doesNotMatch(fs.readFileSync(path.join(folder, 'a.blg'), 'utf8'), /ERROR/);
});

for (const format of ['bibtex', 'csl-json', 'csl-yaml'] as const)
  test(`and with Pandoc, as ${format}`, context => {
    if (!hasPrograms(context, 'pandoc')) return;
    const { text, keys } = bibliography(format, 'markdown');
    const file = `refs.${{ bibtex: 'bib', 'csl-json': 'json', 'csl-yaml': 'yaml' }[format]}`;
    const folder = folderWith(context, {
      [file]: text,
      'a.md': `---\nbibliography: ${file}\n---\n\n${keys.map(key => `@${key}`).join(' ')}\n`,
    });
    const { output } = run(folder, 'pandoc', '--citeproc', '-t', 'html', '--fail-if-warnings', 'a.md');
    assert.equal(output.match(/class="csl-entry"/g)?.length, keys.length);
  });

for (const format of ['bibtex', 'hayagriva'] as const)
  test(`and with Typst, as ${format}`, context => {
    const { text, keys } = bibliography(format, 'typst');
    const file = format === 'bibtex' ? 'refs.bib' : 'refs.yml';
    const folder = folderWith(context, {
      [file]: text,
      'a.typ': `${keys.map(key => `@${key}`).join(' ')}\n#bibliography("${file}")\n`,
    });
    assert.equal(typstErrors(folder, 'a.typ').slice(0, 2000), '');
  });
