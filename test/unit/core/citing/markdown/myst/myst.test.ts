import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkdownDialect } from '../../../../../../src/core/citing/citation';
import { completionAt } from '../../../../../../src/core/citing/completionAt';
import { convertForm, removeKey, renameKey } from '../../../../../../src/core/citing/edit/changeCitation';
import { insertCitation } from '../../../../../../src/core/citing/edit/insertCitation';
import { findBibliographies } from '../../../../../../src/core/citing/findBibliographies';
import { readCitations } from '../../../../../../src/core/citing/readCitations';
import { applyEdits, type TextEdit } from '../../../../../../src/core/model/textEdit';

const read = (text: string, dialect: MarkdownDialect = 'myst') =>
  readCitations(text, 'markdown', { dialect });
const keysOf = (text: string, dialect?: MarkdownDialect) =>
  read(text, dialect).citations.flatMap(({ keys }) => keys.map(({ key }) => key));

test('roles cite, with several keys and what stands around them', () => {
  const text = 'See {cite}`a`, {cite:p}`b,{see}c{p. 3}` and\n- {cite:t}`d`\n\n> {footcite}`e`';
  assert.deepEqual(keysOf(text), ['a', 'b', 'c', 'd', 'e']);
  for (const { keys } of read(text).citations)
    for (const { key, start, end } of keys) assert.equal(text.slice(start, end), key);
});

test('to mystmd, semicolons part the keys of a role, too', () => {
  const text = 'See {cite:p}`a; {see}b{p. 3},c`.';
  assert.deepEqual(keysOf(text, 'mystmd'), ['a', 'b', 'c']);
  assert.deepEqual(keysOf('{cite:p}`a;b`'), ['a;b']);
  const { citations } = read(text, 'mystmd');
  const parsed = read(text, 'mystmd');
  assert.equal(
    applyEdits(text, removeKey(text, parsed, citations[0]!, citations[0]!.keys[0]!)),
    'See {cite:p}`{see}b{p. 3},c`.',
  );
});

test('roles that are shown as code cite nothing', () => {
  const cases: readonly (readonly [text: string, keys: readonly string[]])[] = [
    ['Write `{cite}`no`.\n\nOr {cite}`a`.', ['a']],
    ['Write `{cite}`no` or {cite}`no`.', []],
    ['Write `` {cite}`no` `` or {cite}`a`.', ['a']],
    ['Write ``{cite:p}`no` `` or ``` {cite}`no` ```, and {cite}`a` or {cite}``b``.', ['a', 'b']],
    ['A stray ` before.\n\nThen {cite}`a`, `code` and {cite}`b`.', ['a', 'b']],
    ['An escaped \\` before {cite}`a` and \\{cite}`no`.', ['a']],
    ['`code`{cite}`a``code`', []],
    ['`code` {cite}`a` `code` {cite}`b`', ['a', 'b']],
    ['```{note}\n`x` {cite}`a`\n```\n\n{cite}`b`', ['a', 'b']],
  ];
  for (const [text, keys] of cases) {
    assert.deepEqual(keysOf(text), keys, text);
    assert.deepEqual(keysOf(text, 'mystmd'), keys, text);
  }
});

test('Pandoc’s marks cite in mystmd and not in Jupyter Book', () => {
  assert.deepEqual(keysOf('See [@a; @b] and {cite}`c`. Mail @d.', 'mystmd'), ['a', 'b', 'c', 'd']);
  assert.deepEqual(keysOf('See [@a; @b] and {cite}`c`. Mail @d.', 'myst'), ['c']);
  assert.deepEqual(keysOf('See {cite}`c`.', 'pandoc'), []);
});

test('links of mystmd cite nothing, in their text and in bare addresses', () => {
  const text =
    'By [@nobody](https://example.org/x) or [see @no too](y.md), https://example.org/@no/Bx, but [@a] (so) and @b.';
  assert.deepEqual(keysOf(text, 'mystmd'), ['a', 'b']);
});

test('code and comments cite nothing; what directives hold is Markdown', () => {
  const text = [
    '```{code-cell} python',
    '@jit',
    "x = '{cite}`no`'",
    '```',
    '',
    '````{note}',
    'As {cite}`yes` says.',
    '',
    '```{figure} a.png',
    ':name: fig',
    'A caption {cite:p}`too`.',
    '```',
    '````',
    '',
    ':::{warning} {cite}`title`',
    'Colons {cite}`also`.',
    ':::',
    '',
    '`` {cite}`no` ``, <!-- {cite}`no` -->',
    '',
    '    {cite}`no`',
    '',
    '```',
    '{cite}`no`',
    '```',
  ].join('\n');
  assert.deepEqual(keysOf(text), ['yes', 'too', 'title', 'also']);
});

test('lines of dashes part a text, and hold no metadata but those at its top', () => {
  const body = '# T\n\n---\n## A\n\n{cite}`a` [@x]\n\n---\n## B\n\n{cite}`b`\n';
  for (const text of [
    body,
    `---\ntitle: x\nnote: "{cite}\`n\`"\n---\n${body}`,
    `---\ntitle: x\n...\n${body.replaceAll('\n', '\r\n')}`,
    `\ufeff---\n---\n${body}`,
    `---   \ntitle: x\n---\n\n---\n${body}\n---\n`,
  ]) {
    assert.deepEqual(
      keysOf(text).filter(key => key !== 'n'),
      ['a', 'b'],
      text,
    );
    assert.deepEqual(
      keysOf(text, 'mystmd').filter(key => key !== 'n'),
      ['a', 'x', 'b'],
      text,
    );
    for (const { keys } of read(text).citations)
      for (const { key, start, end } of keys) assert.equal(text.slice(start, end), key);
  }
  assert.deepEqual(keysOf('---\ntitle: half\n\n{cite}`a`'), ['a']);
});

test('a decorator in a code cell of a MyST project is no citation', () => {
  assert.deepEqual(keysOf('```{code-cell}\n@numba.jit\ndef f(): pass\n```\n', 'mystmd'), []);
});

test('the project gives the dialect and the bibliographies', async () => {
  const found = async (contents: Record<string, string>) => {
    const files = new Map(Object.entries(contents));
    const { dialect, bibliographies } = await findBibliographies(
      { path: '/p/ch/a.md', text: 'x', language: 'markdown' },
      {
        read: async path => files.get(path),
        list: async folder =>
          [...files.keys()]
            .filter(path => path.startsWith(`${folder}/`))
            .map(path => path.slice(folder.length + 1).split('/')[0]!),
      },
      { workspaceRoot: '/p' },
    );
    return [dialect, bibliographies.map(({ path, exists }) => `${path}${exists ? '' : ' missing'}`)];
  };
  assert.deepEqual(
    await found({
      '/p/myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs/a.bib\n    - "b.bib" # mine\n',
      '/p/refs/a.bib': '',
      '/p/b.bib': '',
    }),
    ['mystmd', ['/p/refs/a.bib', '/p/b.bib']],
  );
  assert.deepEqual(await found({ '/p/myst.yml': 'version: 1\n', '/p/refs.bib': '' }), [
    'mystmd',
    ['/p/refs.bib'],
  ]);
  assert.deepEqual(
    await found({
      '/p/_config.yml': 'title: x\nbibtex_bibfiles: [refs.bib, gone.bib]\n',
      '/p/_toc.yml': '',
      '/p/refs.bib': '',
    }),
    ['myst', ['/p/refs.bib', '/p/gone.bib missing']],
  );
  assert.deepEqual(
    await found({
      '/p/_config.yml': 'bibtex_bibfiles:\n  - refs.bib\n',
      '/p/_toc.yml': '',
      '/p/refs.bib': '',
    }),
    ['myst', ['/p/refs.bib']],
  );
  assert.deepEqual(
    await found({
      '/p/conf.py': 'extensions = ["myst_parser"]\nbibtex_bibfiles = ["refs.bib"]',
      '/p/refs.bib': '',
    }),
    ['myst', ['/p/refs.bib']],
  );
  assert.deepEqual(await found({ '/p/conf.py': 'extensions = []' }), [undefined, []]);
});

test('citing goes on as the document cites', () => {
  const insert = (marked: string, dialect: MarkdownDialect) => {
    const text = marked.replace('|', '');
    const { edits } = insertCitation(text, marked.indexOf('|'), ['roe2001'], 'markdown', {
      parsed: read(text, dialect),
    });
    return applyEdits(text, edits);
  };
  assert.equal(insert('Tides ri|se.', 'myst'), 'Tides rise {cite:p}`roe2001`.');
  assert.equal(insert('Tides rise|.', 'mystmd'), 'Tides rise [@roe2001].');
  assert.equal(
    insert('As {cite:t}`a` says, tides rise|.', 'mystmd'),
    'As {cite:t}`a` says, tides rise {cite:p}`roe2001`.',
  );
  assert.equal(insert('As {cite:t}`a|` says.', 'mystmd'), 'As {cite:t}`a,roe2001` says.');
});

test('keys are completed in roles, and changed there', () => {
  const at = (marked: string, dialect: MarkdownDialect) => {
    const text = marked.replace('|', '');
    return completionAt(text, marked.indexOf('|'), read(text, dialect))?.typed;
  };
  assert.equal(at('As {cite}`ro|` says', 'myst'), 'ro');
  assert.equal(at('As {cite:p}`a,ro|', 'mystmd'), 'ro');
  assert.equal(at('As [@ro|', 'mystmd'), 'ro');
  assert.equal(at('As [@ro|', 'myst'), undefined);
  assert.equal(at('```\n{cite}`ro|`\n```', 'myst'), undefined);
  const text = 'So {cite:p}`a,b` and [@a].';
  const parsed = read(text, 'mystmd');
  const after = (edits: readonly TextEdit[]) => applyEdits(text, edits);
  assert.equal(after(renameKey(text, parsed, 'a', 'z')), 'So {cite:p}`z,b` and [@z].');
  assert.equal(
    after(removeKey(text, parsed, parsed.citations[0]!, parsed.citations[0]!.keys[0]!)),
    'So {cite:p}`b` and [@a].',
  );
  assert.equal(
    after(convertForm(text, parsed, parsed.citations[0]!, 'inText')),
    'So {cite:t}`a,b` and [@a].',
  );
});
