import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMedline } from '../../../../src/core/bibliography/medline/readMedline';
import { pastedCitations } from '../../../../src/core/bibliography/pastedCitations';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';

/** Title and year of each reference that a text is. */
function titles(text: string): string[] | undefined {
  const pasted = pastedCitations(text);
  if (!pasted) return undefined;
  return readBibliography(pasted.text, pasted.format, 'pasted').references.map(({ item }) =>
    String(item.title),
  );
}

const medline = `
PMID- 12345678
OWN - NLM
STAT- MEDLINE
IS  - 1476-4687 (Electronic)
VI  - 12
IP  - 3
DP  - 2020 Mar 15
TI  - A long title of a study that
      goes on in a second line.
PG  - 123-8
LID - 10.1000/abc.123 [doi]
AB  - The abstract - with dashes.
FAU - Smith, John A
AU  - Smith JA
FAU - van der Berg, Ann
AU  - van der Berg A
CN  - The Group
LA  - eng
PT  - Journal Article
TA  - J Stud
JT  - Journal of studies
PMC - PMC7654321

PMID- 23456789
DP  - 2019 Jan-Feb
TI  - [A second one].
AU  - Doe J
TA  - Other J
`;

test('each format that citations come in is told', () => {
  assert.deepEqual(titles('@article{roe2020,\n  title = {A Title},\n  year = 2020\n}\n'), ['A Title']);
  assert.deepEqual(titles('% from a page\n@misc{a, title={A}}\n\n@misc{b, title={B}}'), ['A', 'B']);
  assert.deepEqual(titles('TY  - JOUR\nTI  - A Title\nPY  - 2020\nER  - \n'), ['A Title']);
  assert.deepEqual(titles('{"type": "book", "title": "A Title", "issued": {"date-parts": [[2020]]}}'), [
    'A Title',
  ]);
  assert.deepEqual(titles('[{"id": "a", "type": "book", "title": "A Title"}]'), ['A Title']);
  assert.deepEqual(titles('roe2020:\n  type: article\n  title: A Title\n  date: 2020\n'), ['A Title']);
  assert.deepEqual(titles(medline), [
    'A long title of a study that goes on in a second line',
    'A second one',
  ]);
  assert.deepEqual(titles(medline.replaceAll('\n', '\r\n')), [
    'A long title of a study that goes on in a second line',
    'A second one',
  ]);
});

test('other texts are none', () => {
  for (const text of [
    '',
    'Some prose about @article and {braces}.',
    '@roe2020 says so.',
    '@media screen {\n  a { color: red }\n}',
    '{"name": "a package", "version": "1.0.0"}',
    '{"type": "module"}',
    '[1, 2, 3]',
    '---\ntitle: A document\n---\n\nText.',
    'title: A\nauthor: B\n',
    'jobs:\n  build:\n    runs-on: x\n',
    '- item\n- item',
    'TY is a word',
  ])
    assert.equal(pastedCitations(text), undefined, text);
});

test('PubMed’s fields', () => {
  const [first, second] = readMedline(medline);
  assert.deepEqual(first, {
    id: 'smith2020long',
    type: 'article-journal',
    title: 'A long title of a study that goes on in a second line',
    author: [
      { family: 'Smith', given: 'John A.' },
      { family: 'van der Berg', given: 'Ann' },
      { literal: 'The Group' },
    ],
    'container-title': 'Journal of studies',
    'container-title-short': 'J Stud',
    issued: { 'date-parts': [[2020, 3, 15]] },
    volume: '12',
    issue: '3',
    page: '123-128',
    ISSN: '1476-4687',
    DOI: '10.1000/abc.123',
    PMID: '12345678',
    PMCID: 'PMC7654321',
    language: 'eng',
    abstract: 'The abstract - with dashes.',
  });
  assert.deepEqual(second?.author, [{ family: 'Doe', given: 'J.' }]);
  assert.deepEqual(second?.issued, { 'date-parts': [[2019, 1]] });
});
