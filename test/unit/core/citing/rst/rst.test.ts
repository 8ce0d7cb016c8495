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
