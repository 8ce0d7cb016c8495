import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addReference } from '../../../../src/core/bibliography/write/addReference';
import { citationKeyOf } from '../../../../src/core/bibliography/write/citationKey';
import { citableItems } from '../../../../src/core/bibliography/zotero/zoteroItems';
import { abstractPage } from '../../../../src/core/display/abstractPage';
import { card } from '../../../../src/core/display/card';
import { formatReference } from '../../../../src/core/display/formatReference';
import { shortReference } from '../../../../src/core/display/shortReference';
import { attachmentPlace } from '../../../../src/core/library/papers/attachmentPlace';
import type { CslItem, Reference } from '../../../../src/core/model/reference';
import { briefOfItem } from '../../../../src/core/model/referenceSummary';
import type { BibliographyFormatId } from '../../../../src/core/model/source';

/** What no field should be, and what any may be. */
const oddValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  '',
  [],
  {},
  [null],
  [[[]]],
  ['a', 1],
  { 'date-parts': null },
  { 'date-parts': [[], null, ['x']] },
  { raw: {}, literal: [] },
  { year: {} },
  [{ family: null, given: {} }, { literal: [] }],
  'http://[::',
  'http://u:p@[2001:db8::1]:99999/%',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  '&#x110000;&#xd800;',
  '{\\',
  ':::;;;',
  `${' '.repeat(20_000)}x`,
  'a'.repeat(40_000),
];

const fields: Readonly<Record<BibliographyFormatId, readonly string[]>> = {
  bibtex:
    'title author editor date year month url file doi eprint crossref xdata ids options langid keywords groups pages type bdsk-file-1 __proto__ constructor'.split(
      ' ',
    ),
  'csl-json':
    'id type title author issued accessed URL DOI abstract language container-title page keyword note custom categories __proto__ constructor'.split(
      ' ',
    ),
  'csl-yaml':
    'id type title author issued accessed URL DOI abstract language container-title page keyword note custom'.split(
      ' ',
    ),
  ris: 'TY ID T1 AU A2 PY DA UR L1 DO SN SP KW N1 AB LA M3 ZZ'.split(' '),
  hayagriva:
    'type title author editor date url serial-number parent language publisher affiliated __proto__'.split(
      ' ',
    ),
};

const oddCustom: readonly object[] = [
  { formatted: { title: null } },
  { formatted: 'x' },
  { topics: [{}], collections: 'x', added: 5 },
  { attachments: [null] },
  { attachments: [{ path: 5 }] },
  { arxiv: {}, authorsIncomplete: 'x', zotero: 5 },
];

/** An entry in a format, some of whose fields may be anything. */
function written(format: BibliographyFormatId, key: string, odd: Readonly<Record<string, unknown>>): string {
  const has = (name: string) => Object.hasOwn(odd, name);
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  const lines = (usual: readonly string[][], line: (name: string, value: unknown) => string) =>
    [...usual.filter(([name]) => !has(name!)), ...Object.entries(odd)].map(([name, value]) =>
      line(name!, value),
    );
  const named = (name: string, value: unknown) => `${name}: ${JSON.stringify(value)}`;
  switch (format) {
    case 'bibtex': {
      const braced = (name: string, value: unknown) => `${name} = {${text(value).replace(/[{}\\]/g, '')}},`;
      return `@book{${key},\n${lines([['title', 'On Tides']], braced).join('\n')}\n}\n`;
    }
    case 'ris': {
      const usual = [
        ['TY', 'BOOK'],
        ['ID', key],
        ['T1', 'On Tides'],
      ];
      return `${lines(usual, (tag, value) => `${tag}  - ${text(value)}`).join('\n')}\nER  - \n\n`;
    }
    case 'hayagriva': {
      const usual = [
        ['type', 'book'],
        ['title', 'On Tides'],
      ];
      return `${key}:\n${lines(usual, (name, value) => `  ${named(name, value)}`).join('\n')}\n`;
    }
    case 'csl-yaml': {
      const usual = [
        ['id', key],
        ['type', 'book'],
        ['title', 'On Tides'],
      ];
      return `- ${lines(usual, named).join('\n  ')}\n`;
    }
    case 'csl-json': {
      const usual = [
        ['id', key],
        ['type', 'book'],
        ['title', 'On Tides'],
      ];
      return `{${lines(usual, (name, value) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(', ')}}`;
    }
  }
}

function fileOf(format: BibliographyFormatId, entries: readonly string[]): string {
  return format === 'csl-json' ? `[${entries.join(',\n')}]` : entries.join('');
}

/** Everything that is made of a reference. */
function use(reference: Reference): void {
  const { item } = reference;
  for (const show of [card, formatReference, shortReference, citationKeyOf, briefOfItem]) show(item);
  for (const name of Object.keys(reference.brief ?? {})) void reference.brief![name as 'title'];
  abstractPage(reference);
  for (const { path } of item.custom?.attachments ?? []) attachmentPlace(path);
  for (const { id } of formats) {
    const entry = addReference('', id, item, 'new2020')!.text;
    assert.deepEqual(
      readBibliography(entry, id, 'x').references.map(({ key }) => key),
      ['new2020'],
      `${id} written: ${entry.slice(0, 200)}`,
    );
  }
}

for (const { id: format } of formats)
  test(`an entry with odd fields costs no other, and is shown and written as far as it goes: ${format}`, () => {
    const odd = fields[format].flatMap(name =>
      oddValues.map(value => Object.fromEntries([[name, value]]) as Record<string, unknown>),
    );
    if (format === 'csl-json') odd.push(...oddCustom.map(custom => ({ custom })));
    for (const field of odd) {
      const text = fileOf(format, [
        written(format, 'first', {}),
        written(format, 'odd', field),
        written(format, 'last', {}),
      ]);
      const { references } = readBibliography(text, format, 'x');
      const keys = references.map(({ key }) => key);
      const name = JSON.stringify(field).slice(0, 100);
      assert.ok(keys.includes('first') && keys.includes('last'), `${name} left ${keys}`);
      for (const reference of references)
        if (!['first', 'last'].includes(reference.key))
          try {
            use(reference);
          } catch (error) {
            throw new Error(`${name}: ${String(error)}`, { cause: error });
          }
    }
  });

test('what is no item among those of CSL JSON costs no other', () => {
  for (const odd of [
    ...oddValues,
    [{}],
    [[]],
    ['{'],
    '{"id": "a"',
    [{ id: 'inner', type: 'book' }],
    { a: [{}] },
  ]) {
    const text = fileOf('csl-json', [
      written('csl-json', 'first', {}),
      JSON.stringify(odd),
      written('csl-json', 'last', {}),
    ]);
    const keys = readBibliography(text, 'csl-json', 'x').references.map(({ key }) => key);
    assert.ok(
      keys.includes('first') && keys.includes('last'),
      `${JSON.stringify(odd).slice(0, 60)}: ${keys}`,
    );
  }
});

test('what is no item among those of Zotero, or has odd fields, costs no other', () => {
  const usual = { id: 'http://zotero.org/users/1/items/ABCD2345', type: 'book', title: 'On Tides' };
  for (const odd of [
    ...oddValues,
    ...fields['csl-json'].flatMap(name => oddValues.map(value => ({ ...usual, id: 'odd', [name]: value }))),
  ]) {
    const items = citableItems([odd, usual] as CslItem[], new Map(), new Set(), 'users/0');
    assert.equal(items.at(-1)?.title, 'On Tides');
    for (const { id } of items) assert.equal(typeof id, 'string');
  }
});

test('lists of texts, as Crossref itself gives them, are read by their first', () => {
  const [reference] = readBibliography(
    '[{"id": "a", "type": "book", "title": ["On Tides", "Tides"], "ISSN": ["1234-5678", "8765-4321"]}]',
    'csl-json',
    'x',
  ).references;
  assert.equal(reference?.item.title, 'On Tides');
  assert.equal(reference?.item.ISSN, '1234-5678');
});
