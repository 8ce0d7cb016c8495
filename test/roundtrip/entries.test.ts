import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { AddingOptions } from '../../src/core/bibliography/bibliographyFormat';
import { readBibliography } from '../../src/core/bibliography/readBibliography';
import { addReference } from '../../src/core/bibliography/write/addReference';
import type { CslItem } from '../../src/core/model/reference';
import { applyEdits } from '../../src/core/model/textEdit';
import { folderWith, hasPrograms, run } from './programs';

/** Works of every kind, each with something that breaks files, styles or programs. */
const items: readonly CslItem[] = JSON.parse(
  JSON.stringify([
    {
      id: 'letters',
      type: 'article-journal',
      title: 'Über the α-phase: x² ≤ y in CO₂',
      author: [
        { family: 'Akgül', given: 'Émile' },
        { family: 'Žižek', given: 'Łukasz-Östen' },
      ],
      'container-title': 'Annals & Acta',
      volume: '3',
      issue: '4',
      page: '1–10',
      issued: { 'date-parts': [[2020, 5]] },
    },
    {
      id: 'markup',
      type: 'article-journal',
      title: '<i>E. coli</i> and H<sub>2</sub>O: 10<sup>3</sup> times',
      author: [{ family: 'Berg', given: 'Jan', 'dropping-particle': 'van den' }],
      'container-title': 'Journal of _Underscores_',
      issued: { 'date-parts': [[2019]] },
    },
    {
      id: 'signs',
      type: 'book',
      title: '50% of $5 & #1_a ~ ^ \\ {x} } < > | "q"',
      author: [{ literal: 'Smith and Sons, Inc.' }],
      publisher: 'Taylor and Francis',
      'publisher-place': 'London',
      issued: { 'date-parts': [[2001]] },
      edition: '2',
    },
    {
      id: 'thesis',
      type: 'thesis',
      title: 'On Things',
      genre: 'PhD thesis',
      publisher: 'Université de Liège',
      author: [{ family: 'Roe', given: 'Ann', suffix: 'Jr.' }],
      issued: { 'date-parts': [[1999]] },
    },
    {
      id: 'report',
      type: 'report',
      title: 'A Report',
      number: 'TR-12',
      publisher: 'MIT',
      author: [
        { family: 'Ōe', given: 'Şahan' },
        { family: 'Popescu', given: 'Țară' },
      ],
      issued: { 'date-parts': [[1998]] },
    },
    {
      id: 'chapter',
      type: 'chapter',
      title: 'A Chapter',
      'container-title': 'A Book of “Chapters”',
      author: [{ family: 'Ćurić', given: 'Žižek' }],
      editor: [{ family: 'Ørsted', given: 'Åse' }],
      publisher: 'P',
      page: '5-6',
      issued: { 'date-parts': [[1997]] },
    },
    {
      id: 'paper',
      type: 'paper-conference',
      title: 'Training BERT on GPUs',
      'container-title': 'Proc. of X',
      author: [{ family: 'Doe', given: 'Jane' }],
      issued: { 'date-parts': [[2023, 6, 1]] },
      DOI: '10.1000/a_b',
      URL: 'https://example.org/a_b?c=%20d#e',
    },
    {
      id: 'web',
      type: 'webpage',
      title: 'A Page',
      author: [{ family: 'Doe', given: 'Jane' }],
      URL: 'https://example.org/~x',
      accessed: { 'date-parts': [[2020, 1, 2]] },
      issued: { 'date-parts': [[2020]] },
    },
    {
      id: 'preprint',
      type: 'article',
      title: 'A Preprint',
      author: [{ family: 'Doe', given: 'Jane' }],
      publisher: 'arXiv',
      custom: { arxiv: '2306.00629' },
      issued: { 'date-parts': [[2023]] },
    },
  ]),
).map((item: CslItem) => readBibliography(JSON.stringify([item]), 'csl-json', 'x').references[0]!.item);

interface Habit {
  readonly file: string;
  readonly biblatex?: boolean;
  readonly options?: AddingOptions;
}

const habits: Readonly<Record<string, Habit>> = {
  empty: { file: '' },
  'ASCII with TeX': {
    file: '@article{old,\n  author = {M{\\"u}ller, A.},\n  title = {Old},\n  journal = {J},\n  year = {1990}\n}\n',
  },
  'UTF-8': {
    file: '@article{old,\n  author = {Müller, A.},\n  title = {Old},\n  journal = {J},\n  year = {1990}\n}\n',
  },
  'quotes, capitals, tabs, CRLF': {
    file: '@ARTICLE{old,\r\n\tAUTHOR = "A. B",\r\n\tTITLE = "Old",\r\n\tJOURNAL = "J",\r\n\tYEAR = 1990\r\n}\r\n',
  },
  'aligned by JabRef': {
    file: '@Article{old,\n  author  = {A. B},\n  title   = {Old},\n  journal = {J},\n  year    = {1990},\n}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n',
  },
  'another encoding': {
    file: '@article{old,\n  author = {A. B},\n  title = {Old},\n  journal = {J},\n  year = 1990\n}\n',
    options: { ascii: true },
  },
  'biblatex, UTF-8': {
    file: '@article{old,\n  author = {Müller, A.},\n  title = {Old},\n  journaltitle = {J},\n  date = {1990}\n}\n',
    biblatex: true,
  },
  'biblatex, ASCII': {
    file: '@article{old,\n  author = {M{\\"u}ller, A.},\n  title = {Old},\n  journaltitle = {J},\n  date = {1990}\n}\n',
    biblatex: true,
  },
};

function grown({ file, options = {} }: Habit): string {
  return items.reduce((text, item) => {
    const edit = addReference(text, 'bibtex', item, item.id, { readBy: 'latex', ...options })!;
    const after = applyEdits(text, [edit]);
    assert.equal(after.replace(edit.text, ''), text, 'every other character stays');
    return after;
  }, file);
}

const cites = items.map(({ id }) => `\\cite{${id}}`).join('\n');

for (const [name, habit] of Object.entries(habits))
  test(`${name}: what is added is read back the same by Pandoc and by us`, context => {
    if (!hasPrograms(context, 'pandoc')) return;
    const text = grown(habit);
    const folder = folderWith(context, { 'a.bib': text });
    const pandoc: CslItem[] = JSON.parse(
      run(folder, 'pandoc', '-f', 'biblatex', '-t', 'csljson', 'a.bib').output,
    );
    const ours = readBibliography(text, 'bibtex', 'x');
    assert.deepEqual(ours.problems, []);
    for (const item of items)
      for (const read of [
        pandoc.find(({ id }) => id === item.id),
        ours.references.find(({ key }) => key === item.id)?.item,
      ]) {
        assert.ok(read, item.id);
        const names = (one: CslItem) =>
          (one.author ?? []).map(({ family, given, literal, suffix }) => [family, given, literal, suffix]);
        assert.deepEqual(names(read), names(item), item.id);
        assert.equal(read.issued?.['date-parts']?.[0]?.[0], item.issued?.['date-parts']?.[0]?.[0]);
        assert.equal(read.DOI, item.DOI);
        if (item.URL) assert.equal(read.URL, item.URL);
      }
    for (const item of items) {
      // Mathematics is compared as people read it; straight quotation marks are curled by TeX.
      const plain = (value: unknown) =>
        String(value ?? '')
          .replace(/[“”"]/g, '"')
          .replace(/[–-]+/g, '-')
          .normalize('NFKC');
      const read = ours.references.find(({ key }) => key === item.id)!.item;
      for (const field of ['title', 'container-title', 'publisher', 'volume', 'page'])
        if (item[field] && !(field === 'publisher' && item[field] === 'arXiv'))
          assert.equal(plain(read[field]), plain(item[field]), `${field} of ${item.id}`);
    }
  });

for (const [name, habit] of Object.entries(habits).filter(([, { biblatex }]) => !biblatex))
  for (const style of ['abbrv', 'apalike', 'ieeetr', 'acm', 'alpha'])
    test(`${name}: what is added compiles with BibTeX’s ${style}`, context => {
      if (!hasPrograms(context, 'pdflatex', 'bibtex')) return;
      const folder = folderWith(context, {
        'a.tex': `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp,url,amssymb}\n\\begin{document}\n${cites}\n\\bibliographystyle{${style}}\n\\bibliography{a}\n\\end{document}\n`,
        'a.bib': grown(habit),
      });
      const latex = () => run(folder, 'pdflatex', '-interaction=nonstopmode', '-draftmode', 'a.tex');
      latex();
      const { output } = run(folder, 'bibtex', 'a');
      assert.doesNotMatch(
        output,
        /error|I couldn't|Too many|Warning--(?!empty (?:address|booktitle|publisher|year|journal) in (?:web|preprint))/i,
        output,
      );
      latex();
      latex();
      assertSound(folder);
    });

for (const [name, habit] of Object.entries(habits))
  test(`${name}: what is added compiles with biber`, context => {
    if (!hasPrograms(context, 'pdflatex', 'biber')) return;
    const folder = folderWith(context, {
      'a.tex': `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp,amssymb}\n\\usepackage[backend=biber,style=authoryear,giveninits=true]{biblatex}\n\\addbibresource{a.bib}\n\\begin{document}\n${cites}\n\\printbibliography\n\\end{document}\n`,
      'a.bib': grown(habit),
    });
    const latex = () => run(folder, 'pdflatex', '-interaction=nonstopmode', '-draftmode', 'a.tex');
    latex();
    const { output, status } = run(folder, 'biber', 'a');
    assert.equal(status, 0, output);
    assert.doesNotMatch(output, /^(?:WARN|ERROR)/m, output);
    latex();
    latex();
    assertSound(folder);
  });

function assertSound(folder: string): void {
  const log = fs.readFileSync(path.join(folder, 'a.log'), 'latin1');
  const complaints = log
    .split('\n')
    .filter(line =>
      /^!|undefined|LaTeX Warning: (?:Citation|Reference)|Unicode character|Invalid UTF-8/.test(line),
    );
  assert.deepEqual(complaints, []);
}
