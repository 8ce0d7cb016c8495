import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../../src/core/citing/citation';
import { citationLanguage } from '../../../../../src/core/citing/citationLanguages';
import { completionAt } from '../../../../../src/core/citing/completionAt';
import { renameKey } from '../../../../../src/core/citing/edit/changeCitation';
import { isReadAsWritten, lostByRename } from '../../../../../src/core/citing/edit/readAsWritten';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';

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

test('in strings of YAML a key is read, renamed and defined as they are quoted', () => {
  const renamed = (text: string, from: string, to: string) => {
    const parsed = readCitations(text, 'markdown');
    assert.equal(lostByRename(text, parsed, from, to), undefined, text);
    const after = applyEdits(text, renameKey(text, parsed, from, to));
    const read = readCitations(after, 'markdown');
    const keys = [...read.citations.flatMap(one => one.keys), ...read.definedKeys].map(({ key }) => key);
    assert.deepEqual(new Set(keys), new Set([to]), after);
    return after;
  };
  const meta = (yaml: string) => `---\n${yaml}\n---\n`;
  for (const [yaml, expected] of [
    ["nocite: '@k'", "nocite: '@{o''brien}'"],
    ["nocite: '@{k}, it''s @k'", "nocite: '@{o''brien}, it''s @{o''brien}'"],
    ["title: 'It''s\n  @k'", "title: 'It''s\n  @{o''brien}'"],
    ['nocite: "@k"', 'nocite: "@{o\'brien}"'],
    ['nocite: |\n  @k', "nocite: |\n  @{o'brien}"],
    ['nocite: [\'@k\', "@k"]', "nocite: ['@{o''brien}', \"@{o'brien}\"]"],
  ] as const) {
    assert.equal(renamed(meta(yaml), 'k', "o'brien"), meta(expected));
    assert.equal(renamed(meta(expected), "o'brien", 'plain2020').includes("o'"), false);
  }
  // Of what is listed there Pandoc makes text, with other apostrophes.
  const listed = meta('references:\n- id: k');
  assert.equal(lostByRename(listed, readCitations(listed, 'markdown'), 'k', "o'brien"), listed.indexOf('k'));
  for (const id of ['k', "'k'", '"k"'])
    for (const key of ['2020', 'true', 'a:', '+a', '-', 'null', 'a_b'])
      renamed(meta(`references:\n- id: ${id}`), 'k', key);
});
