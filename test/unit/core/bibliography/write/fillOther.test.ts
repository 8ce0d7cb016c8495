import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf } from '../../../../../src/core/bibliography/entryKeys';
import { formatOf } from '../../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import type { CslItem } from '../../../../../src/core/model/reference';
import type { BibliographyFormatId } from '../../../../../src/core/model/source';
import { applyEdits } from '../../../../../src/core/model/textEdit';

const item: CslItem = {
  id: 'roe',
  type: 'article-journal',
  title: 'Rivers of *glass*',
  author: [{ family: 'Roe', given: 'Ann' }],
  'container-title': 'Journal of Rivers',
  issued: { 'date-parts': [[2020, 5]] },
  volume: '12',
  page: '45-67',
  DOI: '10.1000/river.1',
  abstract: 'Rivers _flow_.',
};

/** The text with the entry `roe` filled, and what came into it. */
function filled(text: string, format: BibliographyFormatId) {
  const entry = entriesOf(text, format).find(({ key }) => key === 'roe')!;
  const filling = formatOf(format).fill(text, entry, item);
  return filling && { text: applyEdits(text, [filling.edit]), fields: filling.fields };
}

/** The references of a text, which holds nothing that is wrong. */
function read(text: string, format: BibliographyFormatId) {
  const { references, problems } = readBibliography(text, format, 'f');
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  );
  return references.map(({ item }) => item);
}

const other: Readonly<Record<string, string>> = {
  'csl-json': '{\n    "id": "doe",\n    "type": "book",\n    "title": "Lakes"\n  }',
};

test('CSL JSON: behind the last variable, laid out as the others are', () => {
  const text = `[\n  {\n    "id": "roe",\n    "type": "article-journal",\n    "title": "Rivers of Glass",\n    "volume": "12"\n  },\n  ${other['csl-json']}\n]\n`;
  const after = filled(text, 'csl-json')!;
  assert.deepEqual(after.fields, ['author', 'container-title', 'issued', 'page', 'DOI', 'abstract']);
  assert.match(after.text, /"volume": "12",\n {4}"author": \[\n {6}\{\n {8}"family": "Roe",/);
  const [roe, doe] = read(after.text, 'csl-json');
  assert.deepEqual([roe!.title, roe!.volume, roe!.DOI], ['Rivers of Glass', '12', '10.1000/river.1']);
  assert.equal(doe!.title, 'Lakes');
  const onOneLine = '[{"id":"roe","title":"Rivers"}]';
  assert.match(filled(onOneLine, 'csl-json')!.text, /^\[\{"id":"roe","title":"Rivers", "author": \[\{/);
  assert.equal(filled(after.text, 'csl-json'), undefined);
});

test('CSL YAML: as Markdown, at the column of the item’s fields', () => {
  const text =
    'references:\n- id: roe\n  type: article-journal\n  title: Rivers of Glass\n- id: doe\n  title: Lakes\n';
  const after = filled(text, 'csl-yaml')!;
  assert.ok(after.fields.includes('DOI') && !after.fields.includes('title'));
  const [roe, doe] = read(after.text, 'csl-yaml');
  assert.deepEqual([roe!.DOI, roe!.abstract], ['10.1000/river.1', 'Rivers _flow_.']);
  assert.deepEqual(roe!.author, [{ family: 'Roe', given: 'Ann' }]);
  assert.equal(doe!.title, 'Lakes');
  assert.equal(filled('- {id: roe, title: Rivers}\n', 'csl-yaml'), undefined);
});

test('Hayagriva: what it was published in comes as a whole, or not at all', () => {
  const text =
    'roe:\n    type: Article\n    title: Rivers of Glass\n\ndoe:\n    type: Book\n    title: Lakes\n';
  const after = filled(text, 'hayagriva')!;
  assert.deepEqual(after.fields, ['author', 'date', 'page-range', 'serial-number', 'parent']);
  const [roe, doe] = read(after.text, 'hayagriva');
  assert.deepEqual(
    [roe!['container-title'], roe!.volume, roe!.DOI],
    ['Journal of Rivers', '12', '10.1000/river.1'],
  );
  assert.equal(doe!.title, 'Lakes');
  assert.equal(filled(after.text, 'hayagriva'), undefined);
});

test('RIS: before the end of the entry', () => {
  const text =
    'TY  - JOUR\r\nID  - roe\r\nTI  - Rivers of Glass\r\nY1  - 2019\r\nER  - \r\n\r\nTY  - BOOK\r\nID  - doe\r\nTI  - Lakes\r\nER  - \r\n';
  const after = filled(text, 'ris')!;
  assert.deepEqual(after.fields, ['AU', 'JO', 'VL', 'SP', 'EP', 'DO', 'AB']);
  assert.ok(!/[^\r]\n/.test(after.text));
  const [roe, doe] = read(after.text, 'ris');
  assert.deepEqual([roe!.issued?.['date-parts']?.[0]?.[0], roe!.page], [2019, '45-67']);
  assert.equal(doe!.title, 'Lakes');
});
