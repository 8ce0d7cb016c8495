import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionAt } from '../../../../../src/core/citing/completionAt';
import {
  addLocator,
  convertForm,
  removeKey,
  renameKey,
} from '../../../../../src/core/citing/edit/changeCitation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { findBibliographies } from '../../../../../src/core/citing/findBibliographies';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits, type TextEdit } from '../../../../../src/core/model/textEdit';

const read = (text: string) => readCitations(text, 'rst');
const keysOf = (text: string) => read(text).citations.flatMap(({ keys }) => keys.map(({ key }) => key));

test('every role of sphinxcontrib-bibtex cites, with several keys and what stands around them', () => {
  assert.deepEqual(keysOf('See :cite:`a`, :cite:p:`b,c`, :cite:t:`d`, :footcite:`e` and :cite:author:`f`.'), [
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
  ]);
  const text = 'So :cite:p:`{see}roe2001{p. 3}, doe:99/x`.';
  const [citation] = read(text).citations;
  assert.deepEqual(
    citation!.keys.map(({ key, prefix, locator, start, end }) => [
      key,
      prefix,
      locator,
      text.slice(start, end),
    ]),
    [
      ['roe2001', 'see', 'p. 3', 'roe2001'],
      ['doe:99/x', undefined, undefined, 'doe:99/x'],
    ],
  );
});

test('code, comments and literals cite nothing', () => {
  const text = [
    'As in ``:cite:`no``` and:: ',
    '',
    '   :cite:`no`',
    '',
    '.. code-block:: rst',
    '   :linenos:',
    '',
    '   :cite:`no`',
    '',
    '.. a comment',
    '   :cite:`no`',
    '',
    '.. note:: Take :cite:`yes`',
    '',
    '   and :cite:`too`.',
    '',
    'Back :cite:`again`, :ref:`x`, :py:cite:`no`.',
  ].join('\n');
  assert.deepEqual(keysOf(text), ['yes', 'too', 'again']);
});

test('bibliographies come from conf.py and from directives', async () => {
  const files = new Map([
    [
      '/p/docs/conf.py',
      'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = [\n  "refs.bib",  # mine\n  \'more.bib\',\n]\n',
    ],
    ['/p/docs/refs.bib', ''],
    ['/p/docs/more.bib', ''],
    ['/p/docs/ch/own.bib', ''],
    ['/p/docs/ch/a.rst', ''],
  ]);
  const found = await findBibliographies(
    { path: '/p/docs/ch/a.rst', text: '.. bibliography:: own.bib\n   :style: alpha\n', language: 'rst' },
    {
      read: async path => files.get(path),
      list: async folder =>
        [...files.keys()]
          .filter(path => path.startsWith(`${folder}/`))
          .map(path => path.slice(folder.length + 1).split('/')[0]!),
    },
    { workspaceRoot: '/p' },
  );
  assert.deepEqual(
    found.bibliographies.map(({ path, exists }) => [path, exists]),
    [
      ['/p/docs/ch/own.bib', true],
      ['/p/docs/refs.bib', true],
      ['/p/docs/more.bib', true],
    ],
  );
});

test('citing writes a role, joins one, and never goes between a word', () => {
  const insert = (marked: string) => {
    const text = marked.replace('|', '');
    const { edits, cursor } = insertCitation(text, marked.indexOf('|'), ['roe2001'], 'rst');
    const after = applyEdits(text, edits);
    return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
  };
  assert.equal(insert('Tides ri|se.'), 'Tides rise :cite:p:`roe2001`|.');
  assert.equal(insert('Tides :cite:t:`a|`.'), 'Tides :cite:t:`a,roe2001`|.');
  assert.equal(insert('Tides :cite:`a` rise|.'), 'Tides :cite:`a` rise :cite:`roe2001`|.');
});

test('keys are completed where they are typed', () => {
  const at = (marked: string) => {
    const place = completionAt(marked.replace('|', ''), marked.indexOf('|'), read(marked.replace('|', '')));
    return place && [place.typed, place.groupEnd];
  };
  assert.deepEqual(at('As :cite:t:`ro|'), ['ro', '`']);
  assert.deepEqual(at('As :cite:p:`a,{see}ro|` says.'), ['ro', '']);
  assert.equal(at('As :ref:`ro|`.'), undefined);
  assert.equal(at('.. comment\n   :cite:`ro|`'), undefined);
});

test('citations are changed and keys renamed', () => {
  const text = 'So :cite:p:`a,{see}b{p. 3}` and :cite:t:`a`.';
  const parsed = read(text);
  const [first, second] = parsed.citations;
  const after = (edits: readonly TextEdit[]) => applyEdits(text, edits);
  assert.equal(after(renameKey(text, parsed, 'a', 'z')), 'So :cite:p:`z,{see}b{p. 3}` and :cite:t:`z`.');
  assert.equal(
    after(removeKey(text, parsed, first!, first!.keys[0]!)),
    'So :cite:p:`{see}b{p. 3}` and :cite:t:`a`.',
  );
  assert.equal(after(removeKey(text, parsed, second!, second!.keys[0]!)), 'So :cite:p:`a,{see}b{p. 3}` and.');
  assert.equal(
    after(convertForm(text, parsed, second!, 'normal')),
    'So :cite:p:`a,{see}b{p. 3}` and :cite:p:`a`.',
  );
  assert.equal(
    after(addLocator(text, parsed, second!, second!.keys[0]!, 'p. 9')),
    'So :cite:p:`a,{see}b{p. 3}` and :cite:t:`a{p. 9}`.',
  );
});

test('roles are recognised where docutils recognises them', () => {
  const reads = (around: (role: string) => string) => keysOf(around(':cite:p:`k`')).join();
  for (const before of [' ', '(', '[', '"', '-', '/', ':', '<', '—', '“', '（', '。', '\\ ', '\n'])
    assert.equal(
      reads(role => `Text${before}${role} more.`),
      'k',
      before,
    );
  for (const before of ['a', '1', '中', '.', ',', ')', '!', '~', '=', '\\', '|', '*', '``l``', '*e*'])
    assert.equal(
      reads(role => `Text${before}${role} more.`),
      '',
      before,
    );
  for (const behind of [' ', '.', ',', ')', ']', '?', '-', '/', ':', '\\ ', '—', '”', '）', '。', '\n'])
    assert.equal(
      reads(role => `Text ${role}${behind}more.`),
      'k',
      behind,
    );
  for (const behind of ['a', '1', '中', '(', '[', '~', '=', '_', '*', '（'])
    assert.equal(
      reads(role => `Text ${role}${behind}more.`),
      '',
      behind,
    );
  assert.deepEqual(keysOf(':cite:p:`a`:cite:p:`b` :CITE:T:`c`'), ['a', 'b', 'c']);
  assert.deepEqual(keysOf(':cite:p:` a` :cite:p:`a `'), []);
});

test('options of directives, targets and quoted literal blocks are no text', () => {
  const cite = (key: string) => `:cite:p:\`${key}\``;
  for (const [text, keys] of [
    [
      `.. figure:: x.png\n   :alt: ${cite('no')}\n   :target: a\n      ${cite('no')}\n\n   Of ${cite('k')}\n`,
      'k',
    ],
    [`.. note:: ${cite('k')}\n   :class: ${cite('no')}\n\n   ${cite('l')}`, 'k,l'],
    [`.. note::\n   ${cite('k')}`, 'k'],
    [`.. toctree::\n   :caption: ${cite('no')}\n\n   a`, ''],
    [`.. _a: ${cite('no')}`, ''],
    [`..\n\n   ${cite('k')}`, 'k'],
    [`..\n   ${cite('no')}`, ''],
    [`x::\n\n> ${cite('no')}\n> ${cite('no')}\n\n${cite('k')}`, 'k'],
    [`x::\n\n  ${cite('no')}\n\n- ${cite('k')}`, 'k'],
    [`+------------+------------+\n|${cite('k')} | ${cite('l')}|\n+------------+------------+`, 'k,l'],
    [`:field: ${cite('k')}\n:other: ${cite('l')}`, 'k,l'],
    [`.. csv-table:: T ${cite('k')}\n\n   "${cite('a')}", b`, 'k,a'],
  ] as const)
    assert.equal(keysOf(text).join(), keys, text);
});

test('in a Jupyter Book the bibliographies of its settings apply, too', async () => {
  const files = new Map([
    ['/p/book/_config.yml', 'title: B\nbibtex_bibfiles:\n  - refs.bib\n'],
    ['/p/book/_toc.yml', 'format: jb-book\n'],
    ['/p/book/refs.bib', ''],
    ['/p/book/ch/a.rst', ''],
  ]);
  const found = await findBibliographies(
    { path: '/p/book/ch/a.rst', text: ':cite:p:`a`\n', language: 'rst' },
    {
      read: async path => files.get(path),
      list: async folder =>
        [...files.keys()]
          .filter(path => path.startsWith(`${folder}/`))
          .map(path => path.slice(folder.length + 1).split('/')[0]!),
    },
    { workspaceRoot: '/p' },
  );
  assert.deepEqual(
    found.bibliographies.map(({ path, exists }) => [path, exists]),
    [['/p/book/refs.bib', true]],
  );
});
