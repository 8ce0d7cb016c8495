import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf } from '../../../../src/core/bibliography/entryKeys';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';

test('RIS: tags before `TY` belong to their entry, indented and in small letters too', () => {
  for (const [indent, isSmall] of [
    ['', false],
    ['  ', false],
    ['', true],
    ['\t', true],
  ] as const) {
    const lines = ['Y1  - 2000', 'AU  - Roe, Ann', 'ID  - roe', 'TY  - JOUR', 'TI  - Rivers', 'ER  - '];
    const text = lines
      .map(line => indent + (isSmall ? line.slice(0, 2).toLowerCase() + line.slice(2) : line))
      .join('\n');
    const { references, problems } = readBibliography(text, 'ris', 'f');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      references.map(({ key, item }) => [key, item.title, item.author, item.issued?.['date-parts']]),
      [['roe', 'Rivers', [{ family: 'Roe', given: 'Ann' }], [[2000]]]],
      text,
    );
    assert.deepEqual(
      entriesOf(text, 'ris').map(({ key, start, end }) => [key, text.slice(start, end)]),
      [['roe', 'roe']],
    );
  }
});
