import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { signsEncoded } from '../../src/core/bibliography/write/tex/texEncoding';
import { bundledStyles } from '../../src/core/display/citationStyle/bundledStyles';
import { formatBibliography } from '../../src/core/display/citationStyle/formatBibliography';
import type { OutputFormat } from '../../src/core/display/citationStyle/formattedPlainly';
import type { CslItem } from '../../src/core/model/reference';
import { citationStyles } from '../../src/scripts/citationStyles';
import { folderWith, hasPrograms, run, typstErrors } from './programs';

const samples = path.resolve('test/fixtures/sample');

/** The sample as `npm start` opens it. */
function sample(context: TestContext): string {
  const folder = folderWith(context, {});
  fs.cpSync(samples, folder, { recursive: true });
  return folder;
}

test('the sample compiles with LaTeX, and nothing in it is undefined', context => {
  if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
  const folder = sample(context);
  const latex = () =>
    run(folder, 'pdflatex', '-interaction=nonstopmode', '-halt-on-error', 'constraints.tex');
  latex();
  assert.doesNotMatch(run(folder, 'bibtex', 'constraints').output, /Warning--|error/i);
  latex();
  const { status, output } = latex();
  assert.equal(status, 0, output.slice(-2000));
  assert.doesNotMatch(output, /undefined/i);
});

test('the sample compiles with Pandoc', context => {
  if (!hasPrograms(context, 'pandoc')) return;
  const { status, output } = run(sample(context), 'pandoc', '--citeproc', 'generalization.md', '-t', 'plain');
  assert.equal(status, 0, output);
  assert.doesNotMatch(output, /WARNING|\?\?\?/);
});

test('the sample compiles with Typst', context => {
  assert.equal(typstErrors(sample(context), 'length.typ'), '');
});

const files = citationStyles(process.cwd());
const hard: CslItem[] = [
  {
    id: 'hard',
    type: 'article-journal',
    title: '50% of #1 & more: a_b^2 {x} ~ α–β “sets” in H₂O <with> [brackets] *stars* @all $5 \\back // no',
    author: [
      { family: 'Erdős', given: 'P.' },
      { family: 'O’Neil', given: 'A_B' },
    ],
    'container-title': 'R&D #3',
    volume: '3',
    issue: '2',
    page: '4-7',
    issued: { 'date-parts': [[2001]] },
    DOI: '10.1000/a_b<c>#d',
    URL: 'https://x.org/~me/a_b?c=1&d=50%25#e',
    custom: { formatted: { title: 'On <i>sets</i> (of H<sub>2</sub>O) & <b>more</b>' } },
  },
];
const collection: CslItem[] = [...JSON.parse(fs.readFileSync('data/references.json', 'utf8')), ...hard];

function listed(output: OutputFormat): string {
  return bundledStyles
    .map(({ id }) => {
      const { entries, problem } = formatBibliography(collection, {
        style: files.get(`${id}.csl`)!,
        localeText: language => files.get(`locales-${language}.xml`)!,
        output,
      });
      assert.equal(problem, undefined);
      return entries.map(({ text }) => text).join('\n\n');
    })
    .join('\n\n');
}

test('every bundled style lists the collection in LaTeX that compiles without a package', context => {
  if (!hasPrograms(context, 'pdflatex')) return;
  const body = signsEncoded(listed('latex'));
  const folder = folderWith(context, {
    'a.tex': `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\begin{document}\n${body}\n\\end{document}\n`,
  });
  const { status, output } = run(
    folder,
    'pdflatex',
    '-interaction=nonstopmode',
    '-halt-on-error',
    '-draftmode',
    'a.tex',
  );
  assert.equal(status, 0, /^!(?:.*\n){1,8}/m.exec(output)?.[0] ?? output.slice(-800));
});

test('every bundled style lists the collection in Typst that compiles', context => {
  const folder = folderWith(context, { 'a.typ': listed('typst') });
  assert.equal(typstErrors(folder, 'a.typ').slice(0, 2000), '');
});
