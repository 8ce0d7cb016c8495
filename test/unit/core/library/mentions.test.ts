import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { noBibliographies } from '../../../../src/core/library/documents/appliedBibliographies';
import { areMentions } from '../../../../src/core/library/documents/mentions';

const markdown = (text: string) => readCitations(text, 'markdown');

test('names in a README are people', () => {
  assert.ok(areMentions(markdown('Thanks to @dan and @alice.'), noBibliographies));
  assert.ok(areMentions(markdown('No names.'), noBibliographies));
  // Of a README it cannot be told where its keys would be defined.
  assert.ok(areMentions(markdown('Thanks to @dan.'), { ...noBibliographies, isOpen: true }));
});

test('names in a README of a project are people too, whatever bibliography the project has', () => {
  const applied = { ...noBibliographies, sources: ['file:///own.bib'], isOpen: true };
  const readme = readCitations('Thanks to @dan.', 'markdown', { dialect: 'quarto' });
  assert.ok(areMentions(readme, applied));
  assert.ok(!areMentions(readCitations('As [@roe2020].', 'markdown', { dialect: 'quarto' }), applied));
  assert.ok(!areMentions(readme, { ...applied, isOpen: false }));
});

test('keys of a draft are works', () => {
  const applied = { ...noBibliographies, sources: ['file:///own.bib'] };
  const missing = { ...noBibliographies, unread: [{ path: 'a.bib', reason: 'missing' as const }] };
  assert.ok(!areMentions(markdown('As @roe2020 says.'), applied));
  assert.ok(!areMentions(markdown('As @roe2020 says.'), missing));
  assert.ok(!areMentions(markdown('As @roe2020 says [@doe2021].'), noBibliographies));
  assert.ok(!areMentions(markdown('As @roe2020 says, [-@roe2020].'), noBibliographies));
  assert.ok(
    !areMentions(
      markdown('---\nreferences:\n- id: roe2020\n  title: A\n---\n\nAs @roe2020 says.'),
      noBibliographies,
    ),
  );
  assert.ok(!areMentions(readCitations('#cite(<a>) and @roe2020', 'typst'), noBibliographies));
  assert.ok(
    !areMentions(readCitations('As @roe2020 says', 'markdown', { dialect: 'quarto' }), noBibliographies),
  );
});
