import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import { commonStyle } from '../../../../../src/core/bibliography/write/bibtex/bibStyle';
import { fillEntry } from '../../../../../src/core/bibliography/write/bibtex/fillEntry';
import { applyEdits } from '../../../../../src/core/model/textEdit';

const item = {
  id: '',
  type: 'article-journal',
  title: 'Rivers of glass',
  author: [{ family: 'Roe', given: 'Ann' }],
  'container-title': 'Journal of Rivers',
  issued: { 'date-parts': [[2020, 5]] },
  volume: '12',
  page: '45-67',
  DOI: '10.1000/river.1',
  abstract: 'Rivers flow.',
  note: 'Retracted: https://doi.org/10.1000/n',
};

const filled = (entry: string, style = commonStyle) => {
  const fill = fillEntry(entry, item, style);
  return fill && applyEdits(entry, [fill.edit]);
};

test('what an entry lacks comes behind what it has', () => {
  const entry =
    '@article{roe,\n  author = {Roe, A.},\n  title = {Rivers of Glass},\n  journal = {J. Riv.},\n  year = 2019\n}';
  assert.equal(
    filled(entry),
    '@article{roe,\n  author = {Roe, A.},\n  title = {Rivers of Glass},\n  journal = {J. Riv.},\n  year = 2019,\n  volume = {12},\n  pages = {45--67},\n' +
      '  doi = {10.1000/river.1},\n  note = {Retracted: https://doi.org/10.1000/n},\n  abstract = {Rivers flow.}\n}',
  );
  assert.match(
    filled('@article{roe, title={Rivers},}')!,
    /title=\{Rivers\},\n {2}author = \{Roe, Ann\},\n[\s\S]*\{Rivers flow\.\},\}$/,
  );
});

test('biblatex names and other cases count as the same field', () => {
  const entry =
    '@Article{roe,\n  Title = {Rivers},\n  JournalTitle = {J},\n  Date = {2020},\n  DOI = {10.1/x},\n  Author = {R},\n  Volume = 1,\n  Pages = 2,\n  Abstract = {a},\n  Note = {n}\n}';
  assert.equal(filled(entry), undefined);
  assert.equal(filled('no entry'), undefined);
  assert.equal(filled('@article{a, title={x}}\n@article{b, title={y}}'), undefined);
});

test('every entry that is filled stays one entry with all it had', () => {
  const field = fc.tuple(
    fc.constantFrom('title', 'author', 'volume', 'note', 'custom'),
    fc.stringMatching(/^[A-Za-z0-9 ,.]{1,20}$/),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      (fields, comma, paren) => {
        const body = fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n');
        const entry = `@article${paren ? '(' : '{'}k,\n${body}${comma && body ? ',' : ''}\n${paren ? ')' : '}'}`;
        const after = filled(entry);
        if (!after) return;
        const { references, problems } = readBibliography(after, 'bibtex', 'x');
        assert.deepEqual([references.length, problems.length], [1, 0], after);
        assert.equal(references[0]!.item.DOI, '10.1000/river.1');
        for (const [, value] of fields) assert.ok(after.includes(`{${value}}`));
      },
    ),
  );
});
