import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../../src/core/bibliography/write/addEntries';
import type { Language } from '../../../../src/core/citing/citation';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import { assertLinear } from '../../growth';

const texts: readonly (readonly [Language, string, string])[] = [
  ['markdown', '@a', 'x'],
  ['markdown', '[@a', 'x'],
  ['markdown', '# a }', 'x'],
  ['markdown', '# a', '{#b} x'],
  ['typst', '@a', 'x @b'],
];

for (const [language, before, after] of texts)
  test(`to cite beside a long run of blanks takes no longer than its length asks for: ${before}`, async () => {
    for (const share of [1, 0.5])
      await assertLinear(100_000, length => {
        const text = before + ' '.repeat(length) + after;
        insertCitation(text, Math.floor(text.length * share), ['new2020'], language);
      });
  });

test('fields with long runs of blanks are read, and written in every format, in time', () =>
  assertLinear(100_000, length => {
    const blanks = ' '.repeat(length);
    const [reference] = readBibliography(
      `@book{a, url = {x${blanks}x}, title = {x${blanks}x}}`,
      'bibtex',
      'x',
    ).references;
    assert.ok(reference?.item.title);
    void reference.brief?.identifiers;
    for (const { id } of formats)
      assert.ok(
        addEntries('', id, [
          { item: { ...reference.item, title: `x${blanks}x`, note: `x${blanks}x` }, key: 'a' },
        ]),
      );
  }));
