import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats as allFormats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../../src/core/bibliography/write/addEntries';
import type { CslItem } from '../../../../src/core/model/reference';
import type { BibliographyFormatId } from '../../../../src/core/model/source';
import { applyEdits } from '../../../../src/core/model/textEdit';
import { answerWriteRequest } from '../../../../src/worker/writer';

const item: CslItem = {
  id: 'x',
  type: 'book',
  title: 'Über “Mengen” in Česko',
  author: [{ family: 'Rajič', given: 'Šime' }],
  issued: { 'date-parts': [[2020]] },
};
const added = (text: string, key: string, options = {}) => {
  const result = addEntries(text, 'bibtex', [{ item, key }], options)!;
  return { ...result, text: result.edit ? applyEdits(text, [result.edit]) : text };
};

test('a key that stands in the file already gets a letter, unless it is cited as it is', () => {
  const { text, keys } = added('@book{Roe2020, title = {Other}}\n', 'roe2020');
  assert.deepEqual(keys, ['roe2020a']);
  assert.match(text, /@book\{roe2020a,/);
  const fixed = added('@book{roe2020, title = {Other}}\n', 'roe2020', { keysAreFixed: true });
  assert.deepEqual([fixed.keys, fixed.edit], [['roe2020'], undefined]);
});

test('several references with one key are told apart', () => {
  const { keys } = addEntries('', 'bibtex', [
    { item, key: 'roe2020' },
    { item, key: 'roe2020' },
  ])!;
  assert.deepEqual(keys, ['roe2020', 'roe2020a']);
});

test('the edit for several holds nothing but their entries, wherever these go', () => {
  const before = '@book{own, title = {Own}}\r\n\r\n@comment{jabref-meta: databaseType:bibtex;}\r\n';
  const { edit, keys } = addEntries(before, 'bibtex', [
    { item, key: 'a' },
    { item, key: 'b' },
  ])!;
  assert.equal(edit!.start, edit!.end);
  assert.doesNotMatch(edit!.text, /own|jabref/);
  const { references } = readBibliography(applyEdits(before, [edit!]), 'bibtex', 'test');
  assert.deepEqual(
    references.map(({ key }) => key),
    ['own', ...keys],
  );
});

const formats: Partial<Record<BibliographyFormatId, string>> = {
  bibtex: '',
  'csl-json': '[]',
  'csl-yaml': 'references:\n- id: a\n  title: A\n',
};
for (const [format, before] of Object.entries(formats) as [BibliographyFormatId, string][])
  test(`in a file of another encoding than UTF-8 nothing but ASCII is written, and every letter comes back: ${format}`, () => {
    const { edit } = addEntries(before, format, [{ item, key: 'x' }], { ascii: true })!;
    assert.doesNotMatch(edit!.text, /[^\0-\x7f]/);
    const { references } = readBibliography(applyEdits(before, [edit!]), format, 'test');
    const read = references.find(({ item }) => item.id === 'x')!.item;
    assert.equal(read.author![0]!.family, 'Rajič');
    assert.match(String(read.title), /Mengen.*Česko/);
  });

test('bytes of any encoding stay as they are', () => {
  const before = Uint8Array.from(Buffer.from('@book{own, title = {M\xfcller}}\n', 'latin1'));
  const request = {
    content: before,
    fileName: 'a.bib',
    additions: [{ item: { ...item, title: 'Ü' }, key: 'x' }],
    options: {},
  } as const;
  const { edit } = answerWriteRequest(request)!;
  assert.equal(edit!.start, before.length);
  assert.doesNotMatch(edit!.text, /[^\0-\x7f]/);
});

test('the keys of a bibliography in another encoding are known', () => {
  const content = Uint8Array.from(Buffer.from('@book{m\xfcller2020, title = {A}}\n', 'latin1'));
  const additions = [{ item, key: 'müller2020' }];
  const added = answerWriteRequest({
    content,
    fileName: 'a.bib',
    additions,
    options: { keysAreFixed: true },
  });
  assert.deepEqual(added, { keys: ['müller2020'] });
});

test('a key that the format would not read again is given a letter, and never written as it is', () => {
  for (const { id } of allFormats)
    for (const key of ['2020', '7', 'roe2020', 'roe:2020'])
      for (const keysAreFixed of [false, true]) {
        const added = addEntries('', id, [{ item, key }], { keysAreFixed });
        if (!added) {
          assert.equal(id, 'ris');
          continue;
        }
        const read = readBibliography(added.edit!.text, id, 'x').references.map(reference => reference.key);
        assert.deepEqual(read, added.keys, `${id}: ${key}`);
      }
});
