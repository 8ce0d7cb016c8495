import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import type { BibliographyFormatId } from '../../../../src/core/model/source';

function read(text: string, format: BibliographyFormatId = 'bibtex') {
  const { references, problems, truncated } = readBibliography(text, format, 'test');
  return {
    items: references.map(({ key, item }) => `${key}: ${item.title}`),
    problems: problems.map(({ line, message }) => `${line + 1}: ${message}`),
    truncated,
  };
}

test('a broken entry costs only itself, whatever the format', () => {
  assert.deepEqual(read('@book{a, title={A}}\n@book{b, title={B}\n@book{c, title={C}}').items, [
    'a: A',
    'b: B',
    'c: C',
  ]);
  assert.deepEqual(
    read(
      '[{"id":"a","title":"A"},\n{"id":"b","title":"B"\n"type":"book",},\n{"id":"c","title":"C"}]',
      'csl-json',
    ).items,
    ['a: A', 'b: B', 'c: C'],
  );
  assert.deepEqual(
    read('- id: a\n  title: A\n- id: b\n  title: *B\n- id: c\n  title: C\n', 'csl-yaml').items,
    ['a: A', 'c: C'],
  );
  assert.deepEqual(
    read('TY  - BOOK\nID  - a\nTI  - A\nTY  - BOOK\nID  - b\nTI  - B\nER  - \n', 'ris').items,
    ['a: A', 'b: B'],
  );
});

test('a file that ends inside an entry says so', () => {
  assert.equal(read('@book{a, title={A}}').truncated, false);
  assert.equal(read('@book{a, title={A}}\n@book{b, tit').truncated, true);
  assert.equal(read('[{"id":"a"}]', 'csl-json').truncated, false);
  assert.equal(read('[{"id":"a"}, {"id":', 'csl-json').truncated, true);
});

test('items are decoded once, and kept when the entry did not change', () => {
  const before = readBibliography('@book{a, title={A}}\n@book{b, title={B}}', 'bibtex', 'test');
  const [a, b] = before.references.map(({ item }) => item);
  assert.equal(before.references[0]?.item, a);
  const after = readBibliography('\n@book{a, title={A}}\n@book{b, title={Bee}}', 'bibtex', 'test', before);
  assert.equal(after.references[0]?.item, a);
  assert.notEqual(after.references[1]?.item, b);
  assert.equal(after.references[0]?.origin.line, 1);
});
