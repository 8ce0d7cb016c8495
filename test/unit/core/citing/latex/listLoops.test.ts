import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renameKey } from '../../../../../src/core/citing/edit/changeCitation';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';
import { applyEdits } from '../../../../../src/core/model/textEdit';

/** The keys that a text cites, as pdfLaTeX writes them into its `.aux` for each of these. */
function cited(text: string): string {
  const { citations } = readLatex(text);
  return citations.flatMap(({ keys }) => keys.map(({ start, end }) => text.slice(start, end))).join(' ');
}

test('each of a list that is handed to a command that cites is cited', () => {
  for (const loop of [
    '\\forcsvlist{\\nocite}{a,b}',
    '\\forcsvlist\\nocite{a, b }',
    '\\forcsvlist{\\cite[p.~1]}{a,b}',
    '\\forcsvlist{ \\parencite }{a,%\n b}',
    '\\renewcommand*{\\do}[1]{\\cite{#1}}\\docsvlist{a,b}',
    '\\newcommand\\mycite[1]{\\cite{#1}; }\\forcsvlist{\\mycite}{a,b}',
    '\\newcommand\\note[2]{#1 \\cite{#2}}\\forcsvlist{\\note{See}}{a,b}',
  ])
    assert.equal(cited(loop), 'a b', loop);
});

test('a list that something else is done with cites nothing', () => {
  for (const loop of [
    '\\forcsvlist{\\listadd\\mylist}{a,b}',
    '\\forcsvlist{\\textbf}{a,b}',
    '\\forcsvlist\\textbf{a,b}',
    '\\docsvlist{a,b}',
    '\\expandafter\\forcsvlist\\expandafter\\nocite\\expandafter{\\keys}',
    '\\forcsvlist',
    '\\forcsvlist{\\nocite}',
  ])
    assert.equal(cited(loop), '', loop);
  assert.equal(cited('\\forcsvlist{\\textbf}{a,\\cite{b}}'), 'b');
});

test('a key of such a list is renamed', () => {
  const text = '\\forcsvlist{\\nocite}{a, old,b}';
  const edits = renameKey(text, readLatex(text), 'old', 'new');
  assert.equal(applyEdits(text, edits), '\\forcsvlist{\\nocite}{a, new,b}');
});
