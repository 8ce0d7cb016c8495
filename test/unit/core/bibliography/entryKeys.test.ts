import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, keyAt, renameInBibliography } from '../../../../src/core/bibliography/entryKeys';
import type { BibliographyFormat } from '../../../../src/core/model/source';
import { applyEdits } from '../../../../src/core/model/textEdit';

/** Renames `old` to `new` in a bibliography whose one entry with that key is marked by ‹ and ›. */
function renamed(marked: string, format: BibliographyFormat): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  return applyEdits(text, renameInBibliography(text, format, [{ start, end }], 'old', 'new'));
}

test('BibTeX: the key, and the entries that inherit from it', () => {
  assert.equal(
    renamed(
      '‹@book{ old ,\n title = {old}}›\n@inbook{a, crossref = "old", related={older, old,b}}',
      'bibtex',
    ),
    '@book{ new ,\n title = {old}}\n@inbook{a, crossref = "new", related={older, new,b}}',
  );
});

test('BibTeX: a longer key that begins alike is another key', () => {
  assert.equal(renamed('‹@book(older, title={x})›', 'bibtex'), '@book(older, title={x})');
});

test('CSL JSON, CSL YAML and RIS', () => {
  assert.equal(renamed('[‹{"title":"old","id":"old"}›]', 'csl-json'), '[{"title":"old","id":"new"}]');
  assert.equal(
    renamed("references:\n‹- title: old\n  id: 'old'›\n", 'csl-yaml'),
    "references:\n- title: old\n  id: 'new'\n",
  );
  assert.equal(
    renamed('‹TY  - JOUR\nID  - old\nTI  - old\nER  -›', 'ris'),
    'TY  - JOUR\nID  - new\nTI  - old\nER  -',
  );
});

test('the key under the cursor', () => {
  const at = (marked: string) => keyAt(marked.replace('|', ''), 'bibtex', marked.indexOf('|'))?.key;
  assert.equal(at('x\n@book{knu|th84,\n  title = {a}}'), 'knuth84');
  assert.equal(at('@book{knuth84|, title = {a}}'), 'knuth84');
  assert.equal(at('@book{knuth84, ti|tle = {a}}'), undefined);
  assert.equal(at('@book{a, crossref = {par|ent}}'), 'parent');
});

test('the keys of a file, without strings, preambles and comments', () => {
  const text = '@string{a = "b"}\n@book{one, title={x@y.z}}\n@comment{jabref-meta: x}\n@article{two,\n}';
  assert.deepEqual(
    entriesOf(text, 'bibtex').map(({ key }) => key),
    ['one', 'two'],
  );
});
