import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nameList } from '../../../../../src/core/bibliography/write/bibtex/nameList';
import { titleText } from '../../../../../src/core/bibliography/write/bibtex/titleText';
import { writeBibtex } from '../../../../../src/core/bibliography/write/bibtex/writeBibtex';
import { texText } from '../../../../../src/core/bibliography/write/tex/texText';
import type { CslItem } from '../../../../../src/core/model/reference';

const conferencePaper: CslItem = {
  id: 'x',
  type: 'paper-conference',
  title: 'Training BERT & Co.: 100% of the Way',
  author: [
    { family: 'Ang', given: 'Marcelo H', suffix: 'Jr' },
    { family: 'Oord', given: 'Aaron', 'non-dropping-particle': 'van den' },
  ],
  'container-title': 'Proceedings of the 40th International Conference on Machine Learning',
  'collection-title': 'Proceedings of Machine Learning Research',
  volume: '202',
  page: '12-34',
  issued: { 'date-parts': [[2023, 6]] },
  DOI: 'https://doi.org/10.1000/a_b',
  URL: 'https://example.org/a_b?c=%20d',
};

test('an entry for BibTeX', () => {
  assert.equal(
    writeBibtex(conferencePaper, 'ang2023training', { dialect: 'bibtex' }),
    `@inproceedings{ang2023training,
  author = {Ang, Jr, Marcelo H and van den Oord, Aaron},
  title = {Training {BERT} \\& Co.: 100\\% of the Way},
  booktitle = {Proceedings of the 40th International Conference on Machine Learning},
  series = {Proceedings of Machine Learning Research},
  volume = {202},
  pages = {12--34},
  year = {2023},
  month = jun,
  doi = {10.1000/a_b},
  url = {https://example.org/a_b?c=%20d}
}`,
  );
});

test('a preprint for biblatex, with an author list that is not complete', () => {
  const item: CslItem = {
    id: 'x',
    type: 'article',
    title: 'GeoManip',
    author: [{ family: 'Tang', given: 'W.' }],
    publisher: 'arXiv',
    number: 'arXiv:2501.09783',
    issued: { 'date-parts': [[2025, 1, 16]] },
    custom: { authorsIncomplete: true },
  };
  assert.equal(
    writeBibtex(item, 'tang2025geomanip', { dialect: 'biblatex' }),
    `@misc{tang2025geomanip,
  author = {Tang, W. and others},
  title = {{GeoManip}},
  date = {2025-01-16},
  eprint = {2501.09783},
  eprinttype = {arxiv}
}`,
  );
});

test('an article without a journal, and a work without author or year, are still entries', () => {
  assert.equal(
    writeBibtex({ id: 'x', type: 'article-journal', title: 'The sparks' }, 'sparks', { dialect: 'bibtex' }),
    '@misc{sparks,\n  title = {The sparks},\n  key = {sparks}\n}',
  );
  assert.equal(writeBibtex({ id: 'x', type: 'book' }, 'x', { dialect: 'biblatex' }), '@book{x,\n\n}');
});

test('titles keep the case of acronyms and odd words, and of names where the title is in sentence case', () => {
  const titles = {
    'NL2TL: Transforming Natural Languages': '{NL2TL}: Transforming Natural Languages',
    'Evaluating LLMs on NP-Complete Scheduling': 'Evaluating {LLMs} on {NP}-Complete Scheduling',
    'A T-cell and X-Reasoner': 'A {T}-cell and {X}-Reasoner',
    'UR²: Unify RAG and Reasoning': '{UR²}: Unify {RAG} and Reasoning',
    'Koopman-based generalization bound: New aspect for Banach spaces':
      'Koopman-based generalization bound: New aspect for {Banach} spaces',
    'Is <i>Drosophila</i> a < b?': 'Is \\emph{{Drosophila}} a {\\textless} b?',
    "OpenAI's o1 (GPT)": "{OpenAI's} o1 ({GPT})",
  };
  for (const [title, tex] of Object.entries(titles)) assert.equal(titleText(title), tex);
});

test('names that BibTeX would take apart wrongly stand in braces', () => {
  assert.equal(nameList([{ literal: 'World Health Organization' }], false), '{World Health Organization}');
  assert.equal(nameList([{ family: 'Ortega y Gasset', given: 'José' }], false), '{Ortega y Gasset}, José');
  assert.equal(
    nameList([{ family: 'Smith and Sons' }, { family: 'Roe', given: 'A' }], false),
    '{Smith and Sons} and Roe, A',
  );
  assert.equal(nameList([{ family: 'Roe' }, { literal: 'others' }], false), 'Roe and others');
  assert.equal(nameList([{ family: 'Roe', suffix: 'Jr' }], false), 'Roe, Jr, {}');
  assert.equal(nameList([], true), '');
});

test('special characters are escaped, and in TeX encoding nothing but ASCII comes out where TeX has a way', () => {
  assert.equal(
    texText('50% of $5 & #1_a ~ ^ \\ {x} }'),
    '50\\% of \\$5 \\& \\#1\\_a {\\textasciitilde} {\\textasciicircum} {\\textbackslash} \\{x\\} {\\textbraceright}',
  );
  assert.equal(
    texText('Erdős, Łukasiewicz, Çelik, naïve – “Straße” R² β', 'tex'),
    "Erd{\\H{o}}s, {\\L}ukasiewicz, {\\c{C}}elik, na{\\\"i}ve -- ``Stra{\\ss}e'' R\\textsuperscript{2} $\\beta$",
  );
});

test('whatever the text, braces balance', () => {
  const text = fc.string({
    unit: fc.constantFrom('{', '}', '\\', '"', '<i>', '</i>', '<', '%', ' ', 'A', 'b', 'é'),
  });
  fc.assert(
    fc.property(text, fc.constantFrom('utf8' as const, 'tex' as const), (title, encoding) => {
      let depth = 0;
      for (const character of titleText(title, encoding)) {
        if (character === '{') depth++;
        if (character === '}') depth--;
        assert.ok(depth >= 0);
      }
      assert.equal(depth, 0);
    }),
  );
});

test('braces around a word keep its brackets together, and the word to sort by has no marks', () => {
  const entry = writeBibtex(
    { id: 'a', type: 'article-journal', title: 'Studies: complexes of Lanthanide(III) salts (BERT) here' },
    'a',
    { dialect: 'bibtex' },
  );
  assert.match(entry, /complexes of \{Lanthanide\(III\)\} salts \(\{BERT\}\) here/);
  assert.match(entry, /key = \{Studies\}/);
});
