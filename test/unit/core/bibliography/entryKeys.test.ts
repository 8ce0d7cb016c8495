import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, keyAt, renameInBibliography } from '../../../../src/core/bibliography/entryKeys';
import { formatOf } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import type { BibliographyFormatId } from '../../../../src/core/model/source';
import { applyEdits } from '../../../../src/core/model/textEdit';

function renamed(text: string, format: BibliographyFormatId, newKey = 'new'): string {
  return applyEdits(text, renameInBibliography(text, format, 'old', newKey));
}

const keysOf = (text: string, format: BibliographyFormatId = 'bibtex') =>
  entriesOf(text, format).map(({ key, start, end }) => {
    assert.equal(text.slice(start, end), key);
    return key;
  });

test('BibTeX: the key, and the entries that inherit from it', () => {
  assert.equal(
    renamed('@book{ old ,\n title = {old}}\n@inbook{a, crossref = "old", related={older, old,b}}', 'bibtex'),
    '@book{ new ,\n title = {old}}\n@inbook{a, crossref = "new", related={older, new,b}}',
  );
  assert.equal(
    renamed('@xdata{old, a={b}}\n@book{b, xdata = {old}}', 'bibtex'),
    '@xdata{new, a={b}}\n@book{b, xdata = {new}}',
  );
});

test('BibTeX: a longer key that begins alike is another key', () => {
  assert.equal(renamed('@book(older, title={x})', 'bibtex'), '@book(older, title={x})');
});

test('CSL JSON, CSL YAML, RIS and Hayagriva', () => {
  assert.equal(renamed('[{"title":"old","id":"old"}]', 'csl-json'), '[{"title":"old","id":"new"}]');
  assert.equal(
    renamed('[{"custom":{"id":"old"},"id":"old"}]', 'csl-json', 'a"b'),
    '[{"custom":{"id":"old"},"id":"a\\"b"}]',
  );
  assert.equal(
    renamed("references:\n- title: old\n  id: 'old'\n", 'csl-yaml', "o'n"),
    "references:\n- title: old\n  id: 'o''n'\n",
  );
  assert.equal(
    renamed('- id: old # mine\n  note:\n    id: old\n', 'csl-yaml', '2020'),
    '- id: "2020" # mine\n  note:\n    id: old\n',
  );
  assert.equal(renamed('- {type: book, id: old}\n', 'csl-yaml'), '- {type: book, id: new}\n');
  assert.equal(
    renamed('TY  - JOUR\nID  - old\nTI  - old\nER  -', 'ris'),
    'TY  - JOUR\nID  - new\nTI  - old\nER  -',
  );
  assert.equal(
    renamed('old:\n  type: Book\n  title: old\n', 'hayagriva'),
    'new:\n  type: Book\n  title: old\n',
  );
  assert.equal(renamed('"old":\n  type: Book\n', 'hayagriva', 'yes'), '"yes":\n  type: Book\n');
  assert.equal(renamed('old:\n  type: Book\n', 'hayagriva', 'yes'), '"yes":\n  type: Book\n');
});

test('a number as the id of a CSL JSON item becomes a string', () => {
  const text = '[{"id": 12, "type": "book"}]';
  assert.equal(
    applyEdits(text, renameInBibliography(text, 'csl-json', '12', 'twelve')),
    '[{"id": "twelve", "type": "book"}]',
  );
});

test('the key under the cursor', () => {
  const at = (marked: string) => keyAt(marked.replace('|', ''), 'bibtex', marked.indexOf('|'))?.key;
  assert.equal(at('x\n@book{knu|th84,\n  title = {a}}'), 'knuth84');
  assert.equal(at('@book{knuth84|, title = {a}}'), 'knuth84');
  assert.equal(at('@book{knuth84, ti|tle = {a}}'), undefined);
  assert.equal(at('@book{a, crossref = {par|ent}}'), 'parent');
  assert.equal(at('@book{a, ids = {b, c|d}}'), 'cd');
  assert.equal(at('@book{a, note = {as in @misc{k|, x}}}'), undefined);
});

test('the keys of a file, without strings, preambles and comments', () => {
  const text = '@string{a = "b"}\n@book{one, title={x@y.z}}\n@comment{jabref-meta: x}\n@article{two,\n}';
  assert.deepEqual(keysOf(text), ['one', 'two']);
});

test('what only looks like an entry is none', () => {
  const others = [
    '%@article{vaswani2017attention,\n%  title = {Attention},\n%}\n',
    '%% @article{vaswani2017attention,\n%% title = {Attention}}\n',
    '@comment{vaswani2017attention, title = {Attention}}\n',
    '@comment{@article{vaswani2017attention, title = {Attention}}}\n',
    '@comment{\n@article{vaswani2017attention,\n  title = {Attention}\n}\n}\n',
    '@book{real, note = {as in @misc{vaswani2017attention, x}}}\n',
    '@book{real, abstract = {write\n@misc{vaswani2017attention, x}\nthere}}\n',
    '@string{x = "@misc{vaswani2017attention, }"}\n',
    'mail to me@x.org {vaswani2017attention}\n',
    'mail to me@x.org {vaswani2017attention, you}\n',
  ];
  for (const text of others)
    assert.ok(!keysOf(`${text}\n@book{last, title = {A}}\n`).includes('vaswani2017attention'), text);
});

test('entries stand where the reader finds them, in every format', () => {
  const files: Readonly<Record<BibliographyFormatId, string>> = {
    bibtex: '% x\n@Book ( a ,title={A}\n)\n@misc{ % why\n b, title={B}}\n@xdata{c, x={y}}',
    'csl-json':
      '{"items": [{"type":"book","author":[{"id":"x","family":"y"}],"id":"a"},\n{"id":"b","note":"{\\"id\\":1}"}]}',
    'csl-yaml':
      '---\nreferences:\n  - id: a\n    title: |\n      - id: x\n  - type: book\n    id: "b"\n...\n',
    ris: 'Provider: me\nTY  - BOOK\nID  - a\nER  - \n\nTY  - JOUR\nTI  - ID  - x\nLB  - b\nER  - \n',
    hayagriva: '# x\na:\n  type: book\n  note: |\n    b: c\n\n# about b\n"b": {type: misc}\n',
  };
  for (const [id, text] of Object.entries(files)) {
    const format = id as BibliographyFormatId;
    const read = readBibliography(text, format, 'x').references;
    const found = entriesOf(text, format).filter(({ auxiliary }) => !auxiliary);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['a', 'b'],
      id,
    );
    assert.deepEqual(
      found.map(({ key, entryStart, entryEnd }) => [key, entryStart, entryEnd]),
      read.map(({ key, origin }) => [key, origin.start, origin.end]),
      id,
    );
  }
});

test('an entry is taken out with what parted it from the next', () => {
  const without = (text: string, format: BibliographyFormatId, key: string) =>
    applyEdits(text, [
      formatOf(format).remove(text, entriesOf(text, format).find(entry => entry.key === key)!),
    ]);
  const bib = '@book{a,\n}\n\n@book{b,\n}\n\n@book{c,\n}\n';
  assert.equal(without(bib, 'bibtex', 'b'), '@book{a,\n}\n\n@book{c,\n}\n');
  assert.equal(without(bib, 'bibtex', 'c'), '@book{a,\n}\n\n@book{b,\n}\n');
  assert.equal(without('[{"id":"a"}, {"id":"b"}]', 'csl-json', 'a'), '[{"id":"b"}]');
  assert.equal(without('[{"id":"a"}, {"id":"b"}]', 'csl-json', 'b'), '[{"id":"a"}]');
  assert.equal(without('[{"id":"a"}]', 'csl-json', 'a'), '[]');
  assert.equal(without('a:\n  type: book\n\nb:\n  type: book\n', 'hayagriva', 'a'), 'b:\n  type: book\n');
  assert.equal(without('- id: a\n- id: b\n', 'csl-yaml', 'b'), '- id: a\n');
});
