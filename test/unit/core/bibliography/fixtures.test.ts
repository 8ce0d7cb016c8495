import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { toCiteprocItem } from '../../../../src/core/model/citeprocItem';
import type { CslItem } from '../../../../src/core/model/reference';
import { briefOfItem, type ReferenceSummary } from '../../../../src/core/model/referenceSummary';

// How these files are read by Pandoc is recorded beside them; README.md there says where they come from.
const folder = path.resolve('test/fixtures/bibliographies');
const files = fs.readdirSync(folder).filter(name => name.endsWith('.bib'));

/** Differences that are meant: test/agreement/README.md. */
const meant = new Set(['cdli:Born2019']);

function read(name: string) {
  return readBibliography(fs.readFileSync(path.join(folder, name)), 'bibtex', name).references.slice();
}

test('titles, authors, years and DOIs are those that Pandoc reads', () => {
  for (const name of files) {
    const recorded = fs.readFileSync(path.join(folder, name.replace(/\.bib$/, '.pandoc.json')), 'utf8');
    const ours = read(name);
    for (const theirs of JSON.parse(recorded) as CslItem[]) {
      const at = ours.findIndex(({ key }) => key === theirs.id);
      assert.ok(at >= 0, `${theirs.id} in ${name}`);
      // Keys can come twice: each entry is compared once.
      const reference = ours.splice(at, 1)[0]!;
      if (meant.has(theirs.id)) continue;
      const item = reference.exchangeItem ?? toCiteprocItem(reference.item);
      assert.deepEqual(compared(item), compared(theirs), `${theirs.id} in ${name}`);
    }
  }
});

/** What is compared of an item: letters and digits, whatever the signs between them. */
function compared({ title, author = [], issued, DOI }: CslItem) {
  return {
    title: folded(title),
    author: author.map(name => Object.fromEntries(Object.entries(name).map(([k, v]) => [k, folded(v)]))),
    year: String(issued?.['date-parts']?.[0]?.[0] ?? ''),
    DOI,
  };
}

function folded(text = ''): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

test('what is indexed of an entry is what its whole item says', () => {
  const fields: readonly (keyof ReferenceSummary)[] = [
    'title',
    'authors',
    'firstFamily',
    'year',
    'abstract',
    'doi',
  ];
  for (const name of files)
    for (const { key, brief, item } of read(name)) {
      const whole = briefOfItem(item);
      for (const field of fields)
        assert.deepEqual(brief?.[field], whole[field], `${field} of ${key} in ${name}`);
    }
});
