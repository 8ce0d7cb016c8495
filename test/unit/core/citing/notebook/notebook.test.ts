import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notebookCells, notebookText } from '../../../../../src/core/citing/notebook/notebook';
import { readCitations } from '../../../../../src/core/citing/readCitations';

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
  const { citations, bibliographies } = readCitations(notebookText(cells), 'markdown');
  assert.deepEqual(
    citations.flatMap(({ keys }) => keys.map(({ key }) => key)),
    ['roe2001', 'doe1999'],
  );
  assert.deepEqual(
    bibliographies.map(({ path }) => path),
    ['refs.bib'],
  );
});

test('what is no notebook has no cells', () => {
  for (const text of ['', '{', '[]', 'null', '{"worksheets": []}', '{"cells": {}}', notebook.slice(0, 90)])
    assert.equal(notebookCells(text), undefined, text);
});
