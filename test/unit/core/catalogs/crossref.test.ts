import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogOf } from '../../../../src/core/catalogs/services/catalogs';
import { crossrefWork, doi, looked, searched } from './answers';

const work = (fields: object) => looked('crossref', doi('10.1000/river.1'), crossrefWork(fields))[0]!;
const item = (fields: object) => work(fields).item;

test('a journal article', () => {
  assert.deepEqual(item({}), {
    id: '',
    type: 'article-journal',
    title: 'Rivers of glass',
    author: [{ family: 'Roe', given: 'Ann' }],
    issued: { 'date-parts': [[2020, 5, 4]] },
    'container-title': 'Journal of Rivers',
    'container-title-short': 'J. Riv.',
    publisher: 'River Press',
    volume: '12',
    issue: '3',
    page: '45-67',
    ISSN: '3333-444X',
    DOI: '10.1000/river.1',
  });
  assert.equal(work({}).citations, 7);
});

test('the request encodes what DOIs may hold', () => {
  const url = catalogOf('crossref').lookUp(doi('10.1175/1520-0493(1974)102<0736:w>2.0.co;2'), {
    email: 'a@b.org',
  })!.url;
  assert.equal(
    url,
    'https://api.crossref.org/works/10.1175%2F1520-0493(1974)102%3C0736%3Aw%3E2.0.co%3B2?mailto=a%40b.org',
  );
});

test('subtitle, original title and two languages', () => {
  assert.equal(item({ subtitle: ['A survey'] }).title, 'Rivers of glass: A survey');
  assert.equal(
    item({ title: ['Rivers of glass: A survey'], subtitle: ['A survey'] }).title,
    'Rivers of glass: A survey',
  );
  assert.equal(item({ title: ['Why rivers?'], subtitle: ['A survey'] }).title, 'Why rivers? A survey');
  assert.equal(item({ title: [''], 'original-title': ['川の話'] }).title, '川の話');
  assert.equal(item({ title: ['Rivers', 'Flüsse'] }).title, 'Rivers');
  assert.equal(item({ title: [] }).title, undefined);
});

test('dates: the most exact, none is `[[null]]`, a preprint and a thesis have their own', () => {
  assert.deepEqual(
    item({
      issued: { 'date-parts': [[null]] },
      approved: { 'date-parts': [[2020, 5, 25]] },
      type: 'dissertation',
    }).issued,
    { 'date-parts': [[2020, 5, 25]] },
  );
  assert.deepEqual(
    item({ issued: { 'date-parts': [[2020]] }, 'published-online': { 'date-parts': [[2020, 3, 2]] } }).issued,
    { 'date-parts': [[2020, 3, 2]] },
  );
  assert.deepEqual(item({ issued: { 'date-parts': [[2020, 1, 1]] } }).issued, { 'date-parts': [[2020]] });
  assert.equal(item({ issued: { 'date-parts': [[null]] } }).issued, undefined);
});

test('names: bodies, single names, capitals, others, a journal among its authors', () => {
  const record = work({
    author: [
      { name: 'The River Consortium' },
      { family: 'Sheherazade' },
      { given: 'XULIO', family: 'MASIDE' },
      { given: 'Journal', family: 'of Rivers' },
      { name: 'et al.' },
      { given: 'Ann', family: 'Roe', suffix: 'Jr.' },
    ],
    editor: [{ given: 'Ed', family: 'Itor' }],
  });
  assert.deepEqual(record.item.author, [
    { literal: 'The River Consortium' },
    { family: 'Sheherazade' },
    { family: 'Maside', given: 'Xulio' },
    { family: 'Roe', given: 'Ann', suffix: 'Jr.' },
  ]);
  assert.equal(record.item.custom?.authorsIncomplete, true);
  assert.equal(record.item.editor, undefined, 'the editor who handled a paper is not cited');
});

test('chapters, books, preprints, theses, conference papers', () => {
  const chapter = item({
    type: 'book-chapter',
    'container-title': ['Lecture Notes in Rivers', 'Glassy Waters'],
    'isbn-type': [
      { type: 'electronic', value: '9783161484100' },
      { type: 'print', value: '9780306406157' },
    ],
    ISBN: ['9783161484100', '9780306406157'],
    editor: [{ given: 'Ed', family: 'Itor' }],
  });
  assert.equal(chapter['container-title'], 'Glassy Waters');
  assert.equal(chapter['collection-title'], 'Lecture Notes in Rivers');
  assert.equal(chapter.ISBN, '9780306406157');
  assert.deepEqual(chapter.editor, [{ family: 'Itor', given: 'Ed' }]);
  const preprint = item({
    type: 'posted-content',
    subtype: 'preprint',
    institution: [{ name: 'bioRxiv' }],
    publisher: 'openRxiv',
    'container-title': [],
  });
  assert.deepEqual([preprint.type, preprint.publisher, preprint.genre], ['article', 'bioRxiv', 'Preprint']);
  const thesis = item({
    type: 'dissertation',
    institution: [{ name: 'University of Glass' }],
    degree: ['PhD Thesis'],
  });
  assert.deepEqual(
    [thesis.type, thesis.publisher, thesis.genre],
    ['thesis', 'University of Glass', 'PhD Thesis'],
  );
  const paper = item({ type: 'proceedings-article', event: { name: 'Rivers ’20', location: 'Oslo' } });
  assert.deepEqual(
    [paper.type, paper['event-title'], paper['event-place']],
    ['paper-conference', 'Rivers ’20', 'Oslo'],
  );
  assert.equal(item({ page: undefined, 'article-number': 'e12' }).page, 'e12');
  assert.equal(item({ page: '7-7' }).page, '7');
});

test('a retraction is told with its notice, before corrections, and from an old title', () => {
  const update = (type: string, id: string, updated: number[]) => ({
    DOI: id,
    type,
    source: 'retraction-watch',
    updated: { 'date-parts': [updated] },
  });
  assert.deepEqual(
    work({
      'updated-by': [
        update('correction', '10.1000/C', [2004, 3, 6]),
        update('retraction', '10.1000/R', [2010, 2, 6]),
        update('new_version', '10.1000/v2', [2011]),
      ],
    }).notices,
    [
      { kind: 'retraction', doi: '10.1000/r', date: '2010-02-06', source: 'retraction-watch' },
      { kind: 'correction', doi: '10.1000/c', date: '2004-03-06', source: 'retraction-watch' },
    ],
  );
  assert.equal(work({ title: ['Retracted: Rivers of glass'] }).notices?.[0]?.kind, 'retraction');
  assert.equal(work({ title: ['Retraction of glass in rivers'] }).notices, undefined);
  assert.deepEqual(work({ 'update-to': [update('retraction', '10.1000/X', [2010])] }).noticeOf, {
    kind: 'retraction',
    doi: '10.1000/x',
  });
});

test('versions of one work are told', () => {
  assert.deepEqual(
    work({ relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.1000/J.1' }] } }).publishedAs,
    { kind: 'doi', id: '10.1000/j.1' },
  );
  assert.deepEqual(
    work({
      relation: { 'has-preprint': [{ 'id-type': 'doi', id: 'https://doi.org/10.48550/arXiv.2306.00629' }] },
    }).preprint,
    { kind: 'arxiv', id: '2306.00629' },
  );
});

test('searches leave out what is no work, and say when an answer is none', () => {
  const list = (items: unknown[]) => ({ message: { items } });
  const found = searched(
    'crossref',
    list([
      { DOI: '10.1000/1', type: 'component' },
      { DOI: '10.1000/2', type: 'peer-review' },
      { DOI: '10.1000/3', title: ['Rivers'] },
    ]),
  );
  assert.deepEqual(
    found.map(({ item }) => item.DOI),
    ['10.1000/3'],
  );
  assert.deepEqual(searched('crossref', list([])), []);
  for (const body of [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '{"message":{}}',
    '{"message":{"DOI":1}}',
    'Resource not found.',
  ])
    assert.throws(() => looked('crossref', doi('10.1000/1'), body), /JSON|no work/, body);
});

test('a record of any shape breaks nothing', () => {
  for (const odd of [null, 5, 'x', [], {}, [null], [[null]], [{}], { a: 1 }])
    for (const field of [
      'title',
      'author',
      'issued',
      'container-title',
      'editor',
      'updated-by',
      'relation',
      'abstract',
      'isbn-type',
      'institution',
      'event',
    ])
      assert.ok(item({ [field]: odd }).DOI, field);
});
