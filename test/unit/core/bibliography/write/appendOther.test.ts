import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { appendCslJson, appendCslYaml } from '../../../../../src/core/bibliography/write/appendCsl';
import { appendRis } from '../../../../../src/core/bibliography/write/appendRis';
import type { CslItem } from '../../../../../src/core/model/reference';
import { applyEdits } from '../../../../../src/core/model/textEdit';

const item: CslItem = { id: 'old', type: 'book', title: 'Sets: a & b', custom: { position: 1 } };

function json(text: string): string | undefined {
  const edit = appendCslJson(text, item, 'roe');
  return edit && applyEdits(text, [edit]);
}

test('CSL JSON keeps its layout', () => {
  const added = '"id": "roe"';
  assert.equal(
    json('[\n  {\n    "id": "a"\n  }\n]\n'),
    `[\n  {\n    "id": "a"\n  },\n  {\n    ${added},\n    "type": "book",\n    "title": "Sets: a & b"\n  }\n]\n`,
  );
  assert.equal(json('[{"id":"a"}]'), '[{"id":"a"},{"id":"roe","type":"book","title":"Sets: a & b"}]');
  assert.equal(
    json('[\r\n\t{"id":"a"}\r\n]'),
    '[\r\n\t{"id":"a"},\r\n\t{"id":"roe","type":"book","title":"Sets: a & b"}\r\n]',
  );
  for (const empty of ['', '[]', '[\n]\n', '\ufeff'])
    assert.equal(JSON.parse(json(empty)!.replace('\ufeff', ''))[0].id, 'roe');
});

test('what is no array of items is left alone', () => {
  for (const text of ['{"items": []}', '[{"id": "a"', '[1]', 'x']) assert.equal(json(text), undefined);
});

function yaml(text: string): string | undefined {
  const edit = appendCslYaml(text, item, 'roe');
  return edit && applyEdits(text, [edit]);
}

test('CSL YAML grows at the end of its list, wherever that stands', () => {
  const added = (indent: string) =>
    `${indent}- id: roe\n${indent}  type: book\n${indent}  title: "Sets: a & b"\n`;
  assert.equal(
    yaml('references:\n- id: a\n  type: book\n'),
    `references:\n- id: a\n  type: book\n${added('')}`,
  );
  assert.equal(
    yaml('---\nreferences:\n  - id: a\n...\n'),
    `---\nreferences:\n  - id: a\n${added('  ')}...\n`,
  );
  assert.equal(
    yaml('---\nreferences:\n- id: a\ntitle: T\n---\nText\n'),
    `---\nreferences:\n- id: a\n${added('')}title: T\n---\nText\n`,
  );
  assert.equal(yaml('- id: a'), `- id: a\n${added('').trimEnd()}`);
  assert.equal(parse(yaml('')!.replace('...\n', '')).references[0].id, 'roe');
  assert.equal(yaml('references: []\n'), `references: \n${added('')}`);
  assert.equal(yaml('references:\n'), `references:\n${added('')}`);
  assert.equal(yaml('title: T\n'), undefined);
});

const anyItem = fc.record(
  {
    id: fc.string({ unit: 'grapheme', minLength: 1 }),
    title: fc.string({ unit: 'grapheme' }),
    note: fc.constantFrom('a\n- b', '---', '# x', 'a: b', ''),
  },
  { noNullPrototype: true },
);

test('whatever is in the file and however it is laid out, the item comes behind it', () => {
  const grown = (items: object[]) => [...items, { id: 'roe', type: 'book', title: 'Sets: a & b' }];
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1 }), fc.constantFrom(0, 2, '\t'), (items, indent) => {
      assert.deepEqual(JSON.parse(json(JSON.stringify(items, null, indent))!), grown(items));
    }),
  );
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1 }), fc.boolean(), fc.boolean(), (items, indentSeq, more) => {
      const text = stringify({ references: items, ...(more ? { title: 'T' } : {}) }, { indentSeq });
      assert.deepEqual(parse(yaml(text)!).references, grown(items));
      assert.deepEqual(
        parse(
          yaml(`---\n${text}---\n`)!
            .replaceAll('\n---\n', '\n')
            .replace(/^---\n/, ''),
        ).references,
        grown(items),
      );
    }),
  );
});

test('RIS grows by one record', () => {
  const ris = 'TY  - BOOK\r\nID  - a\r\nER  - \r\n';
  assert.equal(
    applyEdits(ris, [appendRis(ris, item, 'roe')]),
    `${ris}\r\nTY  - BOOK\r\nID  - roe\r\nT1  - Sets: a & b\r\nER  - \r\n`,
  );
});
