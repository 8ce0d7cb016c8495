import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../../src/core/citing/citation';
import { citationLanguage } from '../../../../../src/core/citing/citationLanguages';
import { completionAt } from '../../../../../src/core/citing/completionAt';
import { isReadAsWritten, lostByRename } from '../../../../../src/core/citing/edit/readAsWritten';
import { readCitations } from '../../../../../src/core/citing/readCitations';

/** Whether a key can be completed at `│`. */
function fits(marked: string, key: string, language: Language = 'markdown'): boolean {
  const offset = marked.indexOf('│');
  const text = marked.replace('│', '');
  const parsed = readCitations(text, language);
  const place = completionAt(text, offset, parsed)!;
  const written = citationLanguage(language).writeKey(key, place, text[place.start - 1] === '{');
  return isReadAsWritten(text, place, parsed, { key, written });
}

const table = (cell: string) => `| a | b |\n|---|---|\n| ${cell} | c |\n`;

test('a key is offered where the document would read it', () => {
  assert.equal(fits(table('@x│'), 'x|y'), false);
  assert.equal(fits(table('[@{x│}]'), 'x|y'), false);
  assert.equal(fits(table('[@x│'), 'x|y'), false);
  for (const [place, key] of [
    [table('@x│'), "x'y"],
    [table('@x│'), 'xy'],
    ['See [@x│', 'x|y'],
    ['+---------+\n| @x│     |\n+---------+\n', "x'y"],
  ] as const)
    assert.equal(fits(place, key), true, place);
  assert.equal(fits('#cite(<x│', 'a/b+c', 'typst'), true);
  assert.equal(fits('@x│ y', 'a/b|c', 'typst'), true);
});

test('the first place that a rename would break is told', () => {
  const lost = (text: string, to: string) => lostByRename(text, readCitations(text, 'markdown'), 'k', to);
  const text = `[@k]\n\n${table('[@k]')}`;
  assert.equal(lost(text, 'x|y'), text.lastIndexOf('k'));
  assert.equal(lost(text, "d'h"), undefined);
  assert.equal(lost('[@k; @{k}] @k', 'x|y'), undefined);
  // What a function of the document does with a key, nobody knows.
  const code = '#note(<k>) @k';
  assert.equal(lostByRename(code, readCitations(code, 'typst'), 'k', 'x|y'), undefined);
});
