import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CitedWork,
  FormattedDocument,
} from '../../../../../src/core/display/citationStyle/citingDocument';
import { documentFormatter } from '../../../../../src/core/display/citationStyle/formatCitations';
import { onlyMarkup } from '../../../../../src/core/display/citationStyle/onlyMarkup';
import type { CslItem } from '../../../../../src/core/model/reference';
import { citationStyles } from '../../../../../src/scripts/citationStyles';

const files = citationStyles(process.cwd());
const localeText = (language: string) => files.get(`locales-${language}.xml`)!;
const formatters = new Map<string, ReturnType<typeof documentFormatter>>();

function formatter(style: string) {
  const known = formatters.get(style);
  const format = known ?? documentFormatter({ style: files.get(`${style}.csl`) ?? style, localeText });
  formatters.set(style, format);
  return format;
}

const book = (id: string, family: string, title: string, year: number): CslItem => ({
  id,
  type: 'book',
  title,
  author: [{ family, given: 'Ann' }],
  issued: { 'date-parts': [[year]] },
  publisher: 'Press',
});
const items = [
  book('ash', 'Ash', 'Trees', 1999),
  book('birch', 'Birch', 'Leaves', 2004),
  book('ash2', 'Ash', 'Roots', 1999),
  { id: 'nobody', type: 'book', title: 'Moss', issued: { 'date-parts': [[2010]] } },
];

function format(
  style: string,
  citations: readonly (readonly CitedWork[])[],
  uncited: string[] = [],
): FormattedDocument {
  return formatter(style)({ citations, items, uncited });
}
const shown = (style: string, ...citations: (readonly CitedWork[])[]) =>
  format(style, citations).citations.map(({ html }) => html);
const normal = (key: string, more: Partial<CitedWork> = {}): CitedWork => ({ key, form: 'normal', ...more });

test('citations by author and year, in every form', () => {
  assert.deepEqual(
    shown(
      'apa',
      [normal('ash', { prefix: 'see', locator: '3', label: 'page' })],
      [{ key: 'birch', form: 'inText' }],
      [{ key: 'birch', form: 'inText', locator: '3-5', suffix: ', and on' }, normal('ash')],
      [{ key: 'birch', form: 'suppressAuthor' }],
      [normal('birch'), normal('ash')],
      [normal('birch'), normal('ash', { prefix: 'also' })],
      [{ key: 'nobody', form: 'inText' }],
    ),
    [
      '(see Ash, 1999, p. 3)',
      'Birch (2004)',
      'Birch (2004, pp. 3–5, and on; Ash, 1999)',
      '(2004)',
      '(Ash, 1999; Birch, 2004)',
      '(Birch, 2004; also Ash, 1999)',
      'Moss (2010)',
    ],
  );
});

test('numbers are given in the order of the document, and to what is only listed behind them', () => {
  const { citations, entries } = format(
    'ieee',
    [[normal('birch')], [{ key: 'ash', form: 'inText' }]],
    ['ash2'],
  );
  assert.deepEqual(
    citations.map(({ html }) => html),
    ['[1]', '[2]'],
  );
  assert.deepEqual(
    entries.map(({ key }) => key),
    ['birch', 'ash', 'ash2'],
  );
  assert.deepEqual(shown('nature', [normal('ash'), normal('birch'), normal('ash2')]), ['<sup>1–3</sup>']);
});

test('a document is formatted as if no other had been before it', () => {
  assert.deepEqual(shown('apa', [normal('ash')]), ['(Ash, 1999)']);
  assert.deepEqual(shown('apa', [normal('ash'), normal('ash2')]), ['(Ash, 1999b, 1999a)']);
  assert.deepEqual(shown('apa', [normal('ash')]), ['(Ash, 1999)']);
  const listed = format('apa', [[normal('ash')]], ['ash2']);
  assert.equal(listed.citations[0]!.html, '(Ash, 1999b)');
});

test('a key that nothing defines is marked within its citation', () => {
  const mark = '<strong class="literature-undefined">x&amp;y?</strong>';
  assert.deepEqual(
    shown(
      'apa',
      [normal('x&y'), normal('ash')],
      [normal('x&y', { prefix: 'see' })],
      [{ key: 'x&y', form: 'inText' }],
    ),
    [`(Ash, 1999; ${mark})`, `(see ${mark})`, `(${mark})`],
  );
  const { citations } = formatter('apa')({
    citations: [[normal('x')]],
    items,
    uncited: [],
    elsewhere: ['x'],
  });
  assert.equal(citations[0]!.html, '(<span>x</span>)');
});

test('a style that cites in notes gives notes', () => {
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>Notes</title></info>
    <citation><layout suffix="."><names variable="author"/><text variable="title" prefix=", "/><text variable="locator" prefix=", "/></layout></citation></style>`;
  const { citations, entries } = format(style, [
    [normal('ash', { locator: '3' })],
    [{ key: 'birch', form: 'inText' }],
  ]);
  assert.deepEqual(citations, [
    { html: '', note: 'Ann Ash, Trees, 3.' },
    { html: 'Ann Birch', note: 'Ann Birch, Leaves.' },
  ]);
  assert.deepEqual(entries, []);
});

test('what files say stays text', () => {
  const evil = '<img src=x onerror=alert(1)>"</span></div>';
  const { citations, entries } = formatter('apa')({
    citations: [[normal('evil', { prefix: evil, suffix: evil, locator: evil })]],
    items: [{ id: 'evil', type: 'book', title: evil, author: [{ literal: evil }] }],
    uncited: [],
  });
  for (const html of [citations[0]!.html, entries[0]!.text]) {
    assert.doesNotMatch(html, /<img|"<|<\/span>|<[^>]*onerror/);
    assert.match(html, /img src=x/);
  }
  assert.equal(
    onlyMarkup('<i>a</b> <a href="x">b</a>'),
    '<i>a&lt;/b&gt; &lt;a href=&quot;x&quot;&gt;b&lt;/a&gt;</i>',
  );
});

test('without a style that works, everything is still shown', () => {
  const { citations, entries, problem } = format('no style', [[normal('ash'), normal('x')]]);
  assert.match(citations[0]!.html, /^\(Ash 1999; <strong class="literature-undefined">x\?<\/strong>\)$/);
  assert.match(entries[0]!.text, /Trees/);
  assert.match(problem!, /not a CSL style/);
});
