import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../../src/core/bibliography/write/addEntries';
import type { BibliographyFormatId } from '../../../../src/core/model/source';
import { applyEdits } from '../../../../src/core/model/textEdit';

const item = {
  id: 'x',
  type: 'article-journal',
  title: 'On Tides',
  author: [{ family: 'Roe', given: 'Ann' }],
  issued: { 'date-parts': [[2020]] },
  'container-title': 'Seas',
};
const bib = '@article{a,\n  title = {A},\n  author = {Roe, A.},\n  year = {2001}\n}';
/** Files of every layout: empty, without a last line end, with other line ends, comments and broken entries at the end. */
const files: Readonly<Record<string, readonly string[]>> = {
  bibtex: [
    '',
    '\n',
    ' ',
    '\ufeff',
    bib,
    `${bib}\n`,
    `${bib}\n\n\n`,
    `${bib.replaceAll('\n', '\r\n')}\r\n`,
    bib.replaceAll('\n', '\r\n'),
    `\ufeff${bib}`,
    `${bib}\n% a comment`,
    `${bib}\n% a comment\n`,
    `${bib}\n@comment{jabref-meta: databaseType:bibtex;}\n`,
    `${bib}\n@comment{x`,
    `${bib}\n\n@article{b,\n  title = {B`,
    `${bib}\n\n@article{b,\n  title = "B`,
    `${bib}\n@article{b`,
    `${bib}\n@`,
    `${bib}\n@string{x = "y"}`,
    '@string{x = "y"}\n@preamble{"\\x"}\n',
    `${bib} text behind`,
    `${bib}\n}`,
    `${bib}\n{`,
    '% only a comment',
    '@article{a, title={A}}@article{b, title={B}}',
    '@article(a, title={A})',
    `${bib}\n\t`,
    '\t@article{a,\n\t\ttitle = {A},\n\t}\n',
    '@ARTICLE{a,\n   TITLE        = {A},\n}\n',
    `${bib}\n@article{b, title={B {C}, year=2000}\n\n@article{c, title={C}}\n`,
    `Some words\n\n${bib}`,
    `${bib}\n\u2028`,
  ],
  'csl-json': [
    '',
    '[]',
    '[\n]',
    '[\n]\n',
    '[{"id":"a","type":"book","title":"A"}]',
    '[\n  {\n    "id": "a",\n    "type": "book",\n    "title": "A"\n  }\n]\n',
    '\ufeff[{"id":"a","type":"book","title":"A"}]\r\n',
    '[\r\n\t{ "id": "a", "type": "book" }\r\n]\r\n',
    '{"items":[{"id":"a","type":"book"}]}',
    '[{"id":"a","type":"book"},]',
    '[{"id":"a","type":"book"}',
    '{"id":"a","type":"book","title":"A"}',
    '{"a":{"id":"a","type":"book"}}',
  ],
  'csl-yaml': [
    'references:\n- id: a\n  type: book\n  title: A\n',
    'references:\n  - id: a\n    type: book\n',
    '---\nreferences:\n- id: a\n  type: book\n...\n',
    '---\nreferences:\n- id: a\n  type: book\n---\n',
    'references: []\n',
    'references:\n',
    '- id: a\n  type: book\n',
    'references:\n- id: a\n  type: book',
    'references:\n- id: a\n  type: book\n# comment\n',
    'references:\n- {id: a, type: book}\n',
    'references: [{id: a, type: book}]\n',
    'references:\r\n- id: a\r\n  type: book\r\n',
    'references:\n- id: a\n  type: book\nother: x\n',
    'references:\n- id: a\n  abstract: |\n    x\n\n    y\n',
  ],
  hayagriva: [
    '',
    'a:\n  type: book\n  title: A\n',
    'a:\n    type: book\n    title: A',
    '# comment\na:\n  type: book\n  title: A\n# end',
    'a: {type: book, title: A}\n',
    '---\na:\n  type: book\n  title: A\n...\n',
    'a:\r\n  type: book\r\n  title: A\r\n',
    '\ufeffa:\n  type: book\n  title: A\n',
    'a:\n  type: book\n  title: A\n  abstract: |\n    x\n\n    y\n',
    '{a: {type: book, title: A}}\n',
  ],
  ris: [
    '',
    'TY  - BOOK\nID  - a\nTI  - A\nER  - \n',
    'TY  - BOOK\r\nID  - a\r\nTI  - A\r\nER  - \r\n',
    'TY  - BOOK\nID  - a\nTI  - A\nER  -',
    'TY  - BOOK\nID  - a\nTI  - A\n',
    'TY  - BOOK\nID  - a\nTI  - A',
    '\ufeffTY  - BOOK\nID  - a\nTI  - A\nER  - \n\n\n',
    'TY  - BOOK\nID  - a\nER  - \nsome words',
  ],
};

for (const [format, texts] of Object.entries(files))
  test(`${format}: an entry is added to a file of any layout, and every other stays what it was`, () => {
    for (const text of texts) {
      const id = format as BibliographyFormatId;
      const added = addEntries(text, id, [{ item, key: 'newkey' }]);
      // Files that are no list of entries are refused.
      if (!added?.edit) continue;
      const after = applyEdits(text, [added.edit]);
      const before = readBibliography(text, id, 'x');
      const read = readBibliography(after, id, 'x');
      const others = read.references.filter(({ key }) => key !== 'newkey');
      assert.deepEqual(
        others.map(({ key, item }) => [key, item]),
        before.references.map(({ key, item }) => [key, item]),
        after,
      );
      assert.equal(read.references.length, before.references.length + 1, after);
      assert.ok(read.problems.length <= before.problems.length, after);
      if (text.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/, after);
    }
  });
