import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentCitations } from '../../../../../src/core/citing/citation';
import { completionAt } from '../../../../../src/core/citing/completionAt';
import { renameKey } from '../../../../../src/core/citing/edit/changeCitation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { lostByRename } from '../../../../../src/core/citing/edit/readAsWritten';
import { readPart } from '../../../../../src/core/citing/markdown/partOfMarkdown';
import { placedCells } from '../../../../../src/core/citing/notebook/notebook';
import { applyEdits } from '../../../../../src/core/model/textEdit';

type Kind = Parameters<typeof placedCells>[0][number]['kind'];

/** The cells of a notebook, each read as the part of it that it is. */
function partsOf(...cells: readonly (readonly [kind: Kind, text: string])[]) {
  const { text, places } = placedCells(cells.map(([kind, written]) => ({ kind, text: written })));
  return places.map(({ start, end }) => {
    const around = { before: text.slice(0, start), after: text.slice(end) };
    return { text: text.slice(start, end), reading: readPart(text.slice(start, end), around, 'quarto') };
  });
}

function keysOf(text: string, { citations, embeddedKeys = [] }: DocumentCitations): string[] {
  return [...citations.flatMap(({ keys }) => keys), ...embeddedKeys].map(({ start, end }) =>
    text.slice(start, end),
  );
}

test('a cell cites where it stands, and so does a note that another cell refers to', () => {
  const parts = partsOf(
    ['raw', '---\nbibliography: refs.bib\nnocite: "@meta"\nreferences:\n- id: own\n---'],
    ['markdown', 'As [@a; @b] say.[^1] Not[^2].\r\n\r\nAnd @c.'],
    ['code', '#| fig-cap: "After @d.[^3]"\nplot()'],
    ['latex', '\\citep{e} [@no]'],
    ['html', '<p>@no</p>'],
    ['markdown', '[^1]: See @f.\n\n[^3]: See @g.\n\n[^4]: Nobody refers to @no.'],
  );
  assert.deepEqual(
    parts.map(({ text, reading }) => keysOf(text, reading)),
    [['meta'], ['a', 'b', 'c'], ['d'], ['e'], [], ['f', 'g']],
  );
  const [front] = parts;
  assert.deepEqual(
    front!.reading.bibliographies.map(({ start, end }) => front!.text.slice(start, end)),
    ['refs.bib'],
  );
  assert.deepEqual(
    front!.reading.definedKeys.map(({ start, end }) => front!.text.slice(start, end)),
    ['own'],
  );
});

test('what is open in a cell reaches into the next, as Quarto has it', () => {
  const parts = partsOf(['markdown', 'See @a. <!-- not'], ['markdown', '@no -->\n\nSee @b.']);
  assert.deepEqual(
    parts.map(({ text, reading }) => keysOf(text, reading)),
    [['a'], ['b']],
  );
});

test('in a note that another cell refers to one can insert, complete and rename', () => {
  const note = partsOf(['markdown', 'So it is.[^1]'], ['markdown', '[^1]: See @old, and more'])[1]!;
  const { text, reading } = note;
  const inserted = insertCitation(text, text.length, ['k'], 'markdown', { parsed: reading });
  assert.equal(applyEdits(text, inserted.edits), '[^1]: See @old, and more [@k]');
  const typed = `${text} @ne`;
  const half = partsOf(['markdown', 'So it is.[^1]'], ['markdown', typed])[1]!.reading;
  assert.equal(completionAt(typed, typed.length, half)?.typed, 'ne');
  assert.equal(completionAt(`${text} @`, text.length + 2, reading)?.typed, '');
  assert.equal(lostByRename(text, reading, 'old', "o'brien"), undefined);
  assert.equal(
    applyEdits(text, renameKey(text, reading, 'old', "o'brien")),
    "[^1]: See @{o'brien}, and more",
  );
});

test('in a raw cell that is handed on as it is nothing is completed or inserted; its LaTeX is renamed', () => {
  const [tex] = partsOf(['latex', 'So \\citep{a} says.\n\nMore @']);
  const { text, reading } = tex!;
  assert.equal(completionAt(text, text.length, reading), undefined);
  assert.deepEqual(insertCitation(text, 5, ['k'], 'markdown', { parsed: reading }).edits, []);
  assert.equal(applyEdits(text, renameKey(text, reading, 'a', 'b')), 'So \\citep{b} says.\n\nMore @');
});
