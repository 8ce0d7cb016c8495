import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appendCslJson, appendCslYaml } from '../../src/core/bibliography/write/appendCsl';
import { withoutMarkup } from '../../src/core/model/markup';
import type { CslItem, Name } from '../../src/core/model/reference';
import { applyEdits, type TextEdit } from '../../src/core/model/textEdit';
import { yearOf } from '../../src/core/model/year';
import { appended, collection } from './collection';
import { folderWith, hasPrograms, run } from './programs';

/** Pandoc turns English titles to sentence case, quotes and dashes to typographic ones, and writes formulas as TeX. */
function plain(text: string): string {
  return withoutMarkup(text)
    .normalize('NFKC')
    .replace(/[“”„‘’"]/g, "'")
    .replaceAll('\\geq', '≥')
    .replaceAll('\\leq', '≤')
    .replace(/ ?(?:--|[–—]) ?/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

const namesOf = (item: CslItem) =>
  (item.author ?? [])
    .filter(name => name.literal !== 'others')
    .map((name: Name) => [name.family, name.given, name.suffix]);

for (const dialect of ['bibtex', 'biblatex'] as const)
  for (const encoding of ['utf8', 'tex'] as const)
    test(`Pandoc reads our ${dialect} in ${encoding} as we mean it`, context => {
      if (!hasPrograms(context, 'pandoc')) return;
      const folder = folderWith(context, { 'a.bib': appended('', { dialect, encoding, abstract: true }) });
      const { output } = run(folder, 'pandoc', '-f', dialect, '-t', 'csljson', 'a.bib');
      const read: CslItem[] = JSON.parse(output);
      assert.equal(read.length, collection.length);
      for (const item of collection) {
        const again = read.find(({ id }) => id === item.id)!;
        assert.equal(plain(again.title!), plain(item.title!));
        assert.deepEqual(namesOf(again), namesOf(item));
        assert.equal(yearOf(again), yearOf(item));
        assert.equal(again.DOI, item.DOI);
        assert.equal(plain(again['container-title'] ?? ''), plain(item['container-title'] ?? ''));
        assert.equal(plain(again.abstract!), plain(item.abstract!));
        const incomplete = (again.author ?? []).some(name => name.literal === 'others');
        assert.equal(incomplete, item.custom?.authorsIncomplete === true);
      }
    });

test('Pandoc keeps the capitals that a title needs', context => {
  if (!hasPrograms(context, 'pandoc')) return;
  const folder = folderWith(context, { 'a.bib': appended('', { dialect: 'biblatex' }) });
  const read: CslItem[] = JSON.parse(
    run(folder, 'pandoc', '-f', 'biblatex', '-t', 'csljson', 'a.bib').output,
  );
  for (const item of collection) {
    const title = withoutMarkup(read.find(({ id }) => id === item.id)!.title!);
    for (const [word] of item.title!.matchAll(/\p{L}+\p{Lu}[\p{L}\p{N}]*/gu))
      assert.ok(title.includes(word), `${word} in ${title}`);
  }
});

const manuscript = `${collection.map(({ id }) => `See [@${id}, p. 3].`).join('\n\n')}\n`;

function addedTo(
  text: string,
  append: (text: string, item: CslItem, key: string) => TextEdit | undefined,
): string {
  return collection.reduce((sofar, item) => applyEdits(sofar, [append(sofar, item, item.id)!]), text);
}

const bibliographies: Record<string, () => string> = {
  'a.bib': () => appended('@book{old,\n  title = {Old}\n}\n', { dialect: 'bibtex' }),
  'a.json': () => addedTo('[\n  {"id": "old", "type": "book"}\n]\n', appendCslJson),
  'a.yaml': () => addedTo('---\nreferences:\n- id: old\n  type: book\n...\n', appendCslYaml),
};

for (const [file, text] of Object.entries(bibliographies))
  test(`Pandoc finds every reference appended to ${file}`, context => {
    if (!hasPrograms(context, 'pandoc')) return;
    const folder = folderWith(context, { [file]: text(), 'a.md': manuscript });
    const { output, status } = run(
      folder,
      'pandoc',
      '--citeproc',
      '--bibliography',
      file,
      '-t',
      'plain',
      'a.md',
    );
    assert.equal(status, 0, output);
    assert.doesNotMatch(output, /WARNING|not found|\?\?\?/);
  });
