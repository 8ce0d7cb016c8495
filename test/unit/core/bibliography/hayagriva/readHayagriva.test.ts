import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { detectFormat } from '../../../../../src/core/bibliography/detectFormat';
import { isHayagriva } from '../../../../../src/core/bibliography/hayagriva/scanHayagriva';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import type { CslItem } from '../../../../../src/core/model/reference';
import { assertLinear } from '../../../growth';

const read = (yaml: string) => readBibliography(yaml, 'csl-yaml', 'works.yml');

/** The one entry of a file, and that nothing is wrong with it. */
function item(fields: string): CslItem {
  const { references, problems, format } = read(`key:\n${fields.replace(/^/gm, '  ')}\n`);
  assert.deepEqual(problems, []);
  assert.equal(format, 'hayagriva');
  assert.equal(references[0]!.key, 'key');
  return references[0]!.item;
}

test('a book, its people, dates and numbers', () => {
  const book = item(`type: Book
title: A Study of Scarlet Ink
author: ["Doe, Jane", "van der Berg, Jr., Jan", ACME Ltd., {name: Watkins, given-name: Gloria, alias: hooks}]
editor: Roe, Ann
publisher: {name: Small Press, location: Oslo}
date: ~1999-02
volume: 5
edition: second
page-total: 768
volume-total: 7
serial-number: {isbn: 978-0-306-40615-7, doi: 10.1000/xyz}
url: {value: "https://example.org/a", date: 2020-11-12}
language: de-AT
note: signed
abstract: |
  First.
  Second.`);
  assert.equal(book.type, 'book');
  assert.deepEqual(book.author, [
    { family: 'Doe', given: 'Jane' },
    { family: 'Berg', given: 'Jan', 'dropping-particle': 'van der', suffix: 'Jr.' },
    { literal: 'ACME Ltd.' },
    { family: 'Watkins', given: 'Gloria' },
  ]);
  assert.deepEqual(book.editor, [{ family: 'Roe', given: 'Ann' }]);
  assert.deepEqual(book.issued, { 'date-parts': [[1999, 2]], circa: true });
  assert.deepEqual(book.accessed, { 'date-parts': [[2020, 11, 12]] });
  const texts = {
    publisher: 'Small Press',
    'publisher-place': 'Oslo',
    volume: '5',
    edition: 'second',
    'number-of-pages': '768',
    'number-of-volumes': '7',
    ISBN: '978-0-306-40615-7',
    DOI: '10.1000/xyz',
    URL: 'https://example.org/a',
    language: 'de-AT',
    note: 'signed',
    abstract: 'First.\nSecond.',
  };
  for (const [field, text] of Object.entries(texts)) assert.equal(book[field], text, field);
});

test('what it was published in: parents, theirs, and the types they make', () => {
  const article = item(`type: article
title: Sets
page-range: 12--34
parent:
  title: {value: Annals of Sets, short: Ann. Sets}
  volume: 3
  issue: 4
  serial-number: {issn: 1234-5678}`);
  assert.equal(article.type, 'article-journal');
  assert.equal(article['container-title'], 'Annals of Sets');
  assert.equal(article['container-title-short'], 'Ann. Sets');
  assert.deepEqual(
    [article.volume, article.issue, article.page, article.ISSN],
    ['3', '4', '12-34', '1234-5678'],
  );

  const paper = item(`type: Article
title: Talk
parent:
  - type: Proceedings
    title: Proc. of SETS
    editor: Roe, Ann
    publisher: ACM
    parent: {type: Anthology, title: Lecture Notes, volume: 12}
  - {type: Conference, title: SETS 2020, location: Rome, date: 2020-03}`);
  assert.equal(paper.type, 'paper-conference');
  assert.equal(paper['container-title'], 'Proc. of SETS');
  assert.equal(paper['collection-title'], 'Lecture Notes');
  assert.equal(paper['collection-number'], '12');
  assert.equal(paper['event-title'], 'SETS 2020');
  assert.equal(paper['event-place'], 'Rome');
  assert.equal(paper.publisher, 'ACM');
  assert.deepEqual(paper.editor, [{ family: 'Roe', given: 'Ann' }]);
  assert.deepEqual(paper['event-date'], { 'date-parts': [[2020, 3]] });

  const types = {
    'type: article\nparent: {type: newspaper, title: T}': 'article-newspaper',
    'type: article\nparent: {type: blog, title: T}': 'post-weblog',
    'type: article\nparent: {type: repository, title: arXiv}': 'article',
    'type: chapter\nparent: {title: T}': 'chapter',
    'type: anthos\nparent: {title: T}': 'chapter',
    'type: entry\nparent: {title: T}': 'entry-encyclopedia',
    'type: web\nurl: https://x.org': 'webpage',
    'type: misc\nurl: https://x.org': 'webpage',
    'type: misc': 'document',
    'type: repository': 'software',
    'type: video': 'motion_picture',
    'type: video\nparent: {title: Series}': 'broadcast',
    'type: thesis': 'thesis',
    'type: report': 'report',
    'type: patent': 'patent',
    'type: case': 'legal_case',
    'type: post': 'post',
    'type: artwork': 'graphic',
    'type: manuscript': 'manuscript',
    'type: proceedings': 'book',
  };
  for (const [fields, type] of Object.entries(types))
    assert.equal(item(`title: X\n${fields}`).type, type, fields);
});

test('identifiers: numbers stay as they are written, and arXiv is known by its name or its repository', () => {
  assert.equal(item('type: article\nserial-number: {arxiv: 2306.00620}').custom?.arxiv, '2306.00620');
  assert.equal(
    item('type: article\nserial-number: 2306.00620\nparent: {type: repository, title: arXiv}').custom?.arxiv,
    '2306.00620',
  );
  assert.equal(item('type: article\nserial-number: {pmid: 0012, pmcid: PMC3}').PMID, '0012');
  assert.equal(item('type: report\nserial-number: RFC 2845').number, 'RFC 2845');
  assert.equal(item('type: report\ndoi: 10.1000/1\nisbn: "1"').DOI, '10.1000/1');
});

test('formattable titles: verbatim, in braces, escaped, short', () => {
  const title = item('type: book\ntitle:\n  value: The {BERT} Case of \\$5\n  short: The Case');
  assert.equal(title.title, 'The BERT Case of $5');
  assert.equal(title['title-short'], 'The Case');
  assert.equal(title.custom?.formatted?.title, 'The <span class="nocase">BERT</span> Case of $5');
  const verbatim = item('type: book\ntitle: {value: Go To, verbatim: true}');
  assert.equal(verbatim.title, 'Go To');
  assert.equal(verbatim.custom?.formatted?.title, '<span class="nocase">Go To</span>');
});

test('people with other roles', () => {
  const film = item(`type: video
affiliated:
  - role: Director
    names: Doe, Jane
  - {role: cast-member, names: ["Roe, Ann", "Poe, Bo"]}
  - {role: CastMember, names: "Moe, Cy"}
  - {role: foreword, names: "Loe, Di"}`);
  assert.deepEqual(film.director, [{ family: 'Doe', given: 'Jane' }]);
  assert.deepEqual(
    (film.performer as { family: string }[]).map(({ family }) => family),
    ['Roe', 'Poe', 'Moe'],
  );
  assert.deepEqual(film.contributor, [{ family: 'Loe', given: 'Di' }]);
});

test('parts that are repeated from other entries by anchors', () => {
  const { references, problems } = read(
    'a:\n  type: article\n  parent: &j\n    type: periodical\n    title: Annals\nb:\n  type: article\n  title: B\n  parent: *j\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    references.map(({ item }) => item['container-title']),
    ['Annals', 'Annals'],
  );
});

test('told from CSL YAML by what is in it, never by an error', () => {
  const formats = {
    'a:\n  type: Book\n': 'hayagriva',
    '# mine\n\n"a b":\n    title: X\n': 'hayagriva',
    'a: {type: book}\n': 'hayagriva',
    'a:\n': 'hayagriva',
    'references:\n  type: book\n  title: A book of references\n': 'hayagriva',
    '---\nreferences:\n- id: a\n': 'csl-yaml',
    'title: x\nreferences:\n\n  - id: a\n': 'csl-yaml',
    '- id: a\n  type: book\n': 'csl-yaml',
    '- type: book\n  id: a\n': 'csl-yaml',
  };
  for (const [text, format] of Object.entries(formats)) {
    assert.equal(detectFormat('works.yml', text), format, text);
    assert.deepEqual(
      read(text).problems.filter(({ message }) => /valid YAML|no list/.test(message)),
      [],
      text,
    );
  }
  assert.equal(detectFormat('works.yml', '', 'typst'), 'hayagriva');
  assert.equal(detectFormat('works.yml', '', 'markdown'), 'csl-yaml');
});

test('other YAML is not taken for a bibliography', () => {
  assert.ok(isHayagriva('a:\n  type: Book\nb:\n  title: x\n  type: web\n'));
  for (const yaml of [
    'services:\n  web:\n    image: x\n',
    'project:\n  type: book\nbook:\n  title: T\n',
    'a:\n  type: object\n',
    'type: book\n',
  ])
    assert.ok(!isHayagriva(yaml), yaml);
});

test('what is wrong is told at its line, and costs only its entry', () => {
  const { references, problems } = read(
    'a:\n  type: book\n  title: Rick: how\n  date: 2020\nb:\n  type: tome\nc:\n  title: X\nd:\n  type: book\n  parent:\n    - date: in press\ne:\n  type: web\n  url: example.org\ne:\n  type: book\nf:\n',
  );
  assert.deepEqual(
    references.map(({ key }) => key),
    ['a', 'b', 'c', 'd', 'e', 'e'],
  );
  assert.deepEqual(
    problems.map(({ line, message }) => [
      line,
      /not valid YAML|no type of entry|no “type”|no date|no address|also that|no fields/.exec(message)?.[0],
    ]),
    [
      [2, 'not valid YAML'],
      [5, 'no type of entry'],
      [6, 'no “type”'],
      [11, 'no date'],
      [14, 'no address'],
      [15, 'also that'],
      [17, 'no fields'],
    ],
  );
});

test('a line that begins no entry is told, and the entries around it are there', () => {
  const { references, problems } = read('a:\n  type: book\n  title: A\nloo\nb:\n  type: book\n  title: B\n');
  assert.deepEqual(
    references.map(({ key }) => key),
    ['a', 'b'],
  );
  assert.deepEqual(
    problems.map(({ line, code }) => [line, code]),
    [[3, 'invalid-entry']],
  );
});

test('half-written files lose nothing else, and nothing is too odd', () => {
  const whole = 'a:\n  type: book\n  title: A\n\nb:\n  type: book\n  author: ["Doe, J", "Roe, A"]\n';
  for (let end = 0; end <= whole.length; end++)
    assert.equal(
      read(whole.slice(0, end)).references.some(({ key }) => key === 'a'),
      end >= 'a:\n  type:'.length,
      `${end}`,
    );
  const pieces = fc.constantFrom(
    'a:',
    '\n',
    '  ',
    'type: book',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    '&x',
    '*x',
    '|',
    ': ',
    '#',
    '\t',
    '---\n',
    'title: ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
      const { references } = readBibliography(parts.join(''), 'hayagriva', 'x');
      for (const { item: one, key } of references) assert.equal(one.id, key);
    }),
  );
});

test('entries that repeat parts of others are read however many they are, and what is left out is told', () =>
  assertLinear(1500, count => {
    const entries = Array.from(
      { length: count },
      (_, index) => `k${index}:\n  type: article\n  title: Questions? & Answers!\n  parent: *p\n`,
    ).join('');
    const file = (first: string) => `${first}${entries}`;
    const { references } = read(file('p: &p\n  type: periodical\n  title: Tides\n'));
    assert.equal(references.length, count + 1);
    assert.equal(references[count >> 1]?.item['container-title'], 'Tides');
    const nobodys = read(file('q:\n  type: periodical\n'));
    assert.equal(nobodys.references.length, 1);
    assert.ok(nobodys.problems.length > 0);
  }));
