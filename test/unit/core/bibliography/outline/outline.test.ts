import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibliographyFolds } from '../../../../../src/core/bibliography/outline/folding';
import { mentionedAt } from '../../../../../src/core/bibliography/outline/mentionedAt';
import { bibliographyOutline } from '../../../../../src/core/bibliography/outline/outline';
import type { BibliographyFormatId } from '../../../../../src/core/model/source';

const bib = `% Rivers
% and lakes
@string{jr = "Journal of {R}ivers"}
@comment{
@article{hidden, title = {No}}
}
@inproceedings{roe2001,
  title = {On {\\"O}l and {DNA}},
  journal = jr # { B},
  crossref = {proc},
  month = jan
}
@Proceedings{proc, booktitle = {Proceedings}}
@misc{, title = {Without key}}
`;

function outlined(text: string, format: BibliographyFormatId): string[] {
  return bibliographyOutline(text, format).map(({ kind, name, detail, start, end, nameStart, nameEnd }) => {
    assert.ok(start <= nameStart && nameStart <= nameEnd && nameEnd <= end, name);
    if (!name.startsWith('@')) assert.equal(text.slice(nameStart, nameEnd), name);
    return `${kind} ${name}: ${detail}`;
  });
}

test('the outline of a bibliography: keys with their titles, abbreviations with their values', () => {
  assert.deepEqual(outlined(bib, 'bibtex'), [
    'string jr: Journal of Rivers',
    'entry roe2001: On Öl and DNA',
    'entry proc: Proceedings',
    'entry @misc: Without key',
  ]);
  const yaml = `harry:\n  type: Book\n  title: "Harry: A Life"\n  parent:\n    title: Series\nshort:\n  type: Article\n  title: { value: In Short, short: IS }\n`;
  assert.deepEqual(outlined(yaml, 'hayagriva'), ['entry harry: Harry: A Life', 'entry short: In Short']);
  const csl = 'references:\n- id: doe\n  type: book\n  title: Things # of old\n- title: First\n  id: roe\n';
  assert.deepEqual(outlined(csl, 'csl-yaml'), ['entry doe: Things', 'entry roe: First']);
  assert.deepEqual(outlined('', 'bibtex'), []);
  assert.deepEqual(outlined('@article{half, title = {Begun', 'bibtex'), ['entry half: Begun']);
});

test('what can be folded: entries, comments, lines with a comment sign', () => {
  const folds = bibliographyFolds(bib, 'bibtex').map(
    ({ start, end, kind }) =>
      `${kind} ${bib.slice(start, end).split('\n')[0]} (${bib.slice(start, end).split('\n').length})`,
  );
  assert.deepEqual(folds, [
    'comment % Rivers (2)',
    'entry @string{jr = "Journal of {R}ivers"} (1)',
    'comment @comment{ (3)',
    'entry @inproceedings{roe2001, (6)',
    'entry @Proceedings{proc, booktitle = {Proceedings}} (1)',
    'entry @misc{, title = {Without key}} (1)',
  ]);
});

test('what stands at a place: an entry, one that is referred to, an abbreviation', () => {
  const at = (mark: string, inside = 1) => {
    const found = mentionedAt(bib, 'bibtex', bib.indexOf(mark) + inside);
    if (!found) return undefined;
    return found.kind === 'entry' ? found.key : `${found.name} = ${found.definition?.value}`;
  };
  assert.equal(at('roe2001'), 'roe2001');
  assert.equal(at('{proc}', 2), 'proc');
  assert.equal(at('jr #'), 'jr = Journal of Rivers');
  assert.equal(at('jan'), 'jan = undefined');
  assert.equal(at('# { B}', 3), undefined);
  assert.equal(at('title = {On', 2), undefined);
  const found = mentionedAt(bib, 'bibtex', bib.indexOf('jr #'));
  assert.ok(found?.kind === 'string' && found.definition);
  assert.equal(bib.slice(found.definition.start, found.definition.end), 'jr');
});
