import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completionAt } from '../../../../../src/core/citing/completionAt';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { notebookCells, notebookText, placedCells } from '../../../../../src/core/citing/notebook/notebook';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';

const notebook = JSON.stringify({
  nbformat: 4,
  cells: [
    { cell_type: 'raw', source: ['---\n', 'bibliography: refs.bib\n', '---'] },
    { cell_type: 'markdown', source: 'As @roe2001 says.' },
    { cell_type: 'code', source: ['@jit\n', 'def f(): pass'], outputs: [{ text: '@no' }] },
    { cell_type: 'markdown', source: ['So it is [@doe1999].\n', '\n', '- and on'] },
    null,
  ],
});

test('a notebook is one document: its front matter and its Markdown cells', () => {
  const cells = notebookCells(notebook)!;
  assert.deepEqual(
    cells.map(({ index, kind }) => [index, kind]),
    [
      [0, 'raw'],
      [1, 'markdown'],
      [2, 'code'],
      [3, 'markdown'],
      [4, 'code'],
    ],
  );
  const { citations, bibliographies } = readCitations(notebookText(cells), 'markdown', { dialect: 'quarto' });
  assert.deepEqual(
    citations.flatMap(({ keys }) => keys.map(({ key }) => key)),
    ['roe2001', 'doe1999'],
  );
  assert.deepEqual(
    bibliographies.map(({ path }) => path),
    ['refs.bib'],
  );
});

test('of a cell of code the captions in its options are read, and completed, where they stand', () => {
  const cell =
    '#| label: fig-a\n#| fig-cap: "After @a, see @fig-b and [@c]."\n@jit\nx = "[@no] \\\\cite{no}"\n';
  const reading = readCitations(cell, 'markdown', { dialect: 'codeCell' });
  const keys = reading.citations.flatMap(one => one.keys.map(({ start, end }) => cell.slice(start, end)));
  assert.deepEqual(keys, ['a', 'c']);
  assert.deepEqual(reading.embeddedKeys ?? [], []);
  assert.equal(completionAt(cell, cell.indexOf('@a') + 2, reading)?.typed, 'a');
  assert.equal(completionAt(cell, cell.indexOf('@jit') + 2, reading), undefined);
  const at = cell.indexOf(', see');
  assert.equal(
    applyEdits(cell, insertCitation(cell, at, ['k'], 'markdown', { parsed: reading }).edits),
    cell.replace('@a,', '@a [@k],'),
  );
});

test('what is no notebook has no cells', () => {
  for (const text of [
    '',
    '{',
    '[]',
    'null',
    '{"worksheets": []}',
    '{"worksheets": [null, {"cells": 1}]}',
    '{"cells": {}}',
    notebook.slice(0, 90),
  ])
    assert.equal(notebookCells(text), undefined, text);
});

/** What the cells of a notebook cite, as Quarto has it. */
function cited(...cells: readonly object[]): string[] {
  return citedIn({ nbformat: 4, cells });
}

function citedIn(content: object): string[] {
  const text = notebookText(notebookCells(JSON.stringify(content))!);
  const { citations } = readCitations(text, 'markdown', { dialect: 'quarto' });
  return citations.flatMap(({ keys }) => keys.map(({ key }) => key));
}

const markdown = (...source: string[]) => ({ cell_type: 'markdown', metadata: {}, source });
const raw = (source: string, metadata: object = {}) => ({ cell_type: 'raw', metadata, source });
const code = (source: string | string[], more: object = {}) => ({ cell_type: 'code', source, ...more });

test('raw cells are Markdown, unless they say that they are something else', () => {
  assert.deepEqual(cited(raw('See [@a].')), ['a']);
  assert.deepEqual(cited(raw('See [@a].', { raw_mimetype: 'text/markdown' })), ['a']);
  assert.deepEqual(cited(raw('See [@a].', { format: 'text/markdown' })), ['a']);
  for (const format of ['text/html', 'text/latex', 'text/restructuredtext', 'application/rtf'])
    for (const metadata of [{ raw_mimetype: format }, { format }])
      assert.deepEqual(cited(raw('See [@a].', metadata), markdown('@b')), ['b'], format);
  // Formats that Quarto does not know it takes for none.
  for (const raw_mimetype of ['', 'text/asciidoc', 'text/x-python', 'application/pdf', 1, null])
    assert.deepEqual(cited(raw('See [@a].', { raw_mimetype })), ['a'], String(raw_mimetype));
});

test('raw LaTeX cites as that in Markdown does, whatever fences are in it', () => {
  const tex = '\\begin{verbatim}\n```\n````\n\\end{verbatim}\n\\citep{a} [@no]';
  const cells = [raw(tex, { raw_mimetype: 'text/latex' }), markdown('See [@b].')];
  const text = notebookText(notebookCells(JSON.stringify({ cells }))!);
  const { citations, embeddedKeys } = readCitations(text, 'markdown', { dialect: 'quarto' });
  assert.deepEqual(
    embeddedKeys?.map(({ start, end }) => text.slice(start, end)),
    ['a'],
  );
  assert.deepEqual(
    citations.flatMap(({ keys }) => keys.map(({ key }) => key)),
    ['b'],
  );
});

test('the metadata of a notebook may stand in a raw cell or in a Markdown one, also behind others', () => {
  const front = '---\ntitle: A\nbibliography: refs.bib\n---';
  for (const cells of [
    [raw(front), markdown('@a')],
    [markdown(`${front}\n\n# Heading`), markdown('@a')],
    [code('import numpy'), raw(front), markdown('@a')],
    [markdown('# Heading'), raw(`${front}\n`), markdown('@a')],
  ]) {
    const text = notebookText(notebookCells(JSON.stringify({ cells }))!);
    const { bibliographies } = readCitations(text, 'markdown', { dialect: 'quarto' });
    assert.deepEqual(
      bibliographies.map(({ path }) => path),
      ['refs.bib'],
    );
    assert.deepEqual(cited(...cells), ['a']);
  }
});

test('the captions that options of code give cite, and the code does not', () => {
  const plot = 'plot(x @ y)\n# @no\n"""`[@no]`"""';
  assert.deepEqual(cited(code(`#| label: fig-a\n#| fig-cap: "After @a."\n${plot}`)), ['a']);
  assert.deepEqual(cited(code(['#| tbl-cap: See [@a; @b]\n', '#| echo: false\n', plot])), ['a', 'b']);
  assert.deepEqual(cited(code('# | label: fig-a\n# | fig-cap: "After @a, @fig-a."\nplot()')), ['a']);
  assert.deepEqual(cited(code('#| fig-subcap:\n#|   - "@a"\n#|   - "@b"\nplot()')), ['a', 'b']);
  assert.deepEqual(cited(code('#| fig-cap: |\n#|   After\n#|   @a.\nplot()')), ['a']);
  assert.deepEqual(cited(code('//| fig-cap: "@a"\nplot()')), ['a']);
  assert.deepEqual(cited(code('#| fig-cap: "@a"')), ['a']);
  // Options come first; a magic before them makes them comments.
  assert.deepEqual(cited(code('%%time\n#| fig-cap: "@no"\nplot()')), []);
  assert.deepEqual(cited(code('x = 1\n#| fig-cap: "@no"')), []);
  assert.deepEqual(cited(code('%%markdown\nSee @no.')), []);
  assert.deepEqual(cited(code('#| fig-cap: "```"\nx'), markdown('@a')), ['a']);
});

test('what code has printed, and what is attached, cites nothing', () => {
  const outputs = [{ output_type: 'display_data', data: { 'text/markdown': ['See @no.'] } }];
  assert.deepEqual(cited(code('show()', { outputs }), markdown('@a')), ['a']);
  const attachments = { 'image.png': { 'image/png': '@no' } };
  assert.deepEqual(cited({ ...markdown('![As @a](attachment:image.png) @b'), attachments }), ['a', 'b']);
});

test('the source of a cell is a text, or lines with their ends, and older notebooks have worksheets', () => {
  assert.deepEqual(cited({ cell_type: 'markdown', source: 'See\n@a.' }), ['a']);
  assert.deepEqual(cited(markdown('[@a;\n', '@b]')), ['a', 'b']);
  const heading = { cell_type: 'heading', level: 2, source: ['On @a'] };
  const input = { cell_type: 'code', input: ['#| fig-cap: "@b"\n', 'x'], language: 'python' };
  const worksheets = [{ cells: [heading, input] }, { cells: [{ cell_type: 'markdown', source: 'See @c.' }] }];
  assert.deepEqual(citedIn({ nbformat: 3, worksheets }), ['a', 'b', 'c']);
});

test('the place of a cell is where its text stands in that of the notebook', () => {
  const cells = [markdown('@a'), code('#| fig-cap: "@b"\nx'), raw('@c')];
  const { text, places } = placedCells(notebookCells(JSON.stringify({ cells }))!);
  assert.deepEqual(
    places.map(({ index, start, end }) => [index, text.slice(start, end)]),
    [
      [0, '@a'],
      [1, '#| fig-cap: "@b"\n'],
      [2, '@c'],
    ],
  );
});

test('to MyST, raw cells are no text', () => {
  const cells = notebookCells(JSON.stringify({ cells: [raw('{cite}`a`'), markdown('{cite}`b`')] }))!;
  const { text, places } = placedCells(cells, { isMyst: true });
  assert.equal(text, '{cite}`b`');
  assert.deepEqual(
    places.map(({ index }) => index),
    [1],
  );
});
