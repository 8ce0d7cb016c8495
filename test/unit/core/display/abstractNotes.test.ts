import assert from 'node:assert/strict';
import { test } from 'node:test';
import { abstractPage } from '../../../../src/core/display/abstractPage';

const reference = (fields: object) => ({
  key: 'roe2020',
  item: { id: 'roe2020', type: 'book', title: 'On Sets', ...fields },
  origin: { source: 'x' },
});

test('a page shows what was noted, as text, without what programs note', () => {
  const page = abstractPage(
    reference({ note: 'Citation Key: roe2020\nRead <b>twice</b>.', annote: 'Proof in ch. 2.\n\nAsk Eve.' }),
  );
  assert.match(page, /<h2 id="notes">Notes<\/h2>/);
  assert.match(page, /<p>Read &lt;b&gt;twice&lt;\/b&gt;\.<\/p>/);
  assert.match(page, /<p>Ask Eve\.<\/p>/);
  assert.doesNotMatch(page, /Citation Key:/);
  assert.doesNotMatch(abstractPage(reference({ note: 'PMID: 1234' })), /Notes/);
});

test('a page says in which style a reference is formatted', () => {
  assert.match(abstractPage(reference({}), { formatted: 'Roe (2020).', style: 'APA' }), /In APA/);
  assert.doesNotMatch(abstractPage(reference({}), { formatted: 'Roe (2020).' }), /In APA/);
});
