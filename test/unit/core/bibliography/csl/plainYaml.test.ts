import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { readPlainYaml } from '../../../../../src/core/bibliography/csl/plainYaml';

/** What the whole parser makes of it; `undefined` where it finds something wrong. */
function parsed(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  return document.errors.length ? undefined : document.toJS();
}

const fields = ['id', 'type', 'title', 'container-title', 'DOI', 'volume', 'note', 'abstract'];
const signs = [
  'a',
  'Ünï',
  '7',
  '.',
  ' ',
  ': ',
  ' #',
  '-',
  '- ',
  "'",
  '"',
  '\\',
  '*',
  '&',
  '|',
  '>',
  '[',
  '{',
  '\n',
  '\n\n',
  '  ',
  ',',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map(parts => parts.join('')),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom('no', 'true', '2020-01-05', '007', '1e3', '0x1', '~', 'null', '', '12.50', '-', '?', ':'),
);
const name = fc.record({ family: text, given: text }, { requiredKeys: ['family'] });
const date = fc.record({
  'date-parts': fc.array(fc.array(fc.integer({ min: 1, max: 2100 }), { minLength: 1 })),
});
const item = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...fields), fc.oneof(text, fc.integer(), fc.double({ noNaN: true }))),
    fc.record({ author: fc.array(name), issued: fc.oneof(date, fc.array(fc.record({ year: fc.nat() }))) }),
  )
  .map(([plain, nested]) => ({ ...plain, ...nested }));
const style = fc.record({
  lineWidth: fc.constantFrom(0, 30, 80),
  indentSeq: fc.boolean(),
  indent: fc.constantFrom(2, 4),
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const),
});

test('what is read as plain is what the whole parser reads', () => {
  fc.assert(
    fc.property(item, style, (value, options) => {
      const written = stringify([value], options).trimEnd();
      const plain = readPlainYaml(written);
      if (plain !== undefined) assert.deepEqual(plain, parsed(written));
    }),
    { numRuns: 500 },
  );
});

test('what is broken, or something else than plain, is left to the whole parser', () => {
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 3 }),
    by: fc.constantFrom(
      ...signs,
      '\t',
      '\r\n',
      '\n  ',
      '\n- ',
      '\nid: ',
      '#',
      '%',
      '!',
      '@',
      '`',
      '}',
      ']',
      '?',
      '? ',
    ),
  });
  fc.assert(
    fc.property(item, style, fc.array(edit, { minLength: 1, maxLength: 4 }), (value, options, edits) => {
      let written = stringify([value], options);
      for (const { at, length, by } of edits) {
        const place = at % written.length;
        written = written.slice(0, place) + by + written.slice(place + length);
      }
      const plain = readPlainYaml(written.trimEnd());
      if (plain !== undefined) assert.deepEqual(plain, parsed(written.trimEnd()), JSON.stringify(written));
    }),
    { numRuns: 1000 },
  );
});

test('a text of several lines keeps its last line end at the end of all, too', () => {
  for (const written of [
    '- note: |\n    a\n    b',
    '- note: >\n    a\n    b',
    '- note: |-\n    a',
    '- >\n  a',
  ]) {
    const plain = readPlainYaml(written);
    assert.notEqual(plain, undefined);
    assert.deepEqual(plain, parsed(written));
  }
});

test('references as programs write them are plain', () => {
  const pandoc = `- abstract: |
    The first paragraph.

    The second.
  author:
  - family: O'Neil
    given: J. R.
  id: oneil
  issued: 2020-01-05
  title: "A long title: with a colon that goes on and on over more than
    eighty columns"
  volume: 7`;
  const zotero = `  - id: ash2019
    abstract: >-
      Words that go on
      over lines.
    accessed:
      - year: 2020
        month: 1
    author:
      - family: Ash
        given: Ann
    issued:
      date-parts: [[2019, 5]]
    title: 'It''s plain'
    type: article-journal`;
  for (const written of [pandoc, zotero]) {
    const plain = readPlainYaml(written);
    assert.ok(plain !== undefined);
    assert.deepEqual(plain, parsed(written));
  }
});

test('a backslash within quotation marks is plain, as Pandoc writes it', () => {
  const written = '- id: a\n  title: "Color \\\\> size: a\n    study"';
  assert.deepEqual(readPlainYaml(written), [{ id: 'a', title: 'Color \\> size: a study' }]);
  assert.equal(readPlainYaml('- id: a\n  title: "one \\x41: two"'), undefined);
});
