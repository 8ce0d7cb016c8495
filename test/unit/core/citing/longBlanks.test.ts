import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../../src/core/bibliography/write/addEntries';
import type { Language } from '../../../../src/core/citing/citation';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';

/** Milliseconds of the processor, the least of three. */
function timeOf(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const began = process.cpuUsage();
    work();
    return process.cpuUsage(began).user / 1000;
  });
  return Math.min(...times);
}

const blanks = ' '.repeat(100_000);
const texts: readonly (readonly [Language, string])[] = [
  ['markdown', `@a${blanks}x`],
  ['markdown', `[@a${blanks}x`],
  ['markdown', `# a }${blanks}x`],
  ['markdown', `# a${blanks}{#b} x`],
  ['typst', `@a${blanks}x @b`],
];

for (const [language, text] of texts)
  test(`to cite beside a long run of blanks takes no longer than its length asks for: ${text.slice(0, 4)}`, () => {
    for (const offset of [text.length, text.length >> 1]) {
      const took = timeOf(() => insertCitation(text, offset, ['new2020'], language));
      assert.ok(took < 2000, `${took} ms`);
    }
  });

test('fields with long runs of blanks are read, and written in every format, in time', () => {
  const took = timeOf(() => {
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
  });
  assert.ok(took < 2000, `${took} ms`);
});
