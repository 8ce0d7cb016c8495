import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { entriesOf } from '../../../../src/core/bibliography/entryKeys';
import { formats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addReference } from '../../../../src/core/bibliography/write/addReference';
import { applyEdits } from '../../../../src/core/model/textEdit';
import { manifestWithTexts } from '../../manifestWithTexts';

const manifest = manifestWithTexts();
const settings =
  manifest.contributes.configuration.properties ??
  Object.assign(
    {},
    ...manifest.contributes.configuration.map((part: { properties: object }) => part.properties),
  );

test('package.json searches a workspace for the files that only bibliographies are', () => {
  const endings = formats.flatMap(({ ownExtensions }) => ownExtensions).sort();
  const glob: string = settings['literature.bibliographies.workspace'].default;
  assert.deepEqual(/\{(.*)\}$/.exec(glob)?.[1]?.split(',').sort(), endings);
});

test('every format is named where people read which there are', () => {
  const text: string = settings['literature.bibliographies.files'].markdownDescription;
  const readme = fs.readFileSync(path.resolve('README.md'), 'utf8');
  for (const { id, name } of formats) {
    assert.ok(id === 'bibtex' ? text.includes('.bib') : text.includes(name), `${name} in the settings`);
    assert.ok(readme.includes(name), `${name} in the README`);
  }
});

test('what a format adds it reads, recognizes, finds by its key and takes out again', () => {
  const item = { id: 'k', type: 'book', title: 'Some Title', author: [{ family: 'Roe', given: 'Ann' }] };
  for (const format of formats) {
    const once = applyEdits('', [addReference('', format.id, item, 'first')!]);
    const text = applyEdits(once, [addReference(once, format.id, item, 'second')!]);
    assert.ok(format.recognizes(text), format.name);
    assert.ok(!format.recognizes(''), format.name);
    const { references, problems } = readBibliography(text, format.id, 'x');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      references.map(({ key, item: read }) => [key, read.title]),
      [
        ['first', 'Some Title'],
        ['second', 'Some Title'],
      ],
      format.name,
    );
    const entries = entriesOf(text, format.id);
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['first', 'second'],
      format.name,
    );
    const left = applyEdits(text, [format.remove(text, entries[1]!)]);
    assert.deepEqual(
      readBibliography(left, format.id, 'x').references.map(({ key }) => key),
      ['first'],
      format.name,
    );
    assert.deepEqual(readBibliography(left, format.id, 'x').problems, [], format.name);
  }
});
