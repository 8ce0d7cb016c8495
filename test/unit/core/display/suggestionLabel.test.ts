import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestionLabel } from '../../../../src/core/display/suggestionLabel';

const item = {
  id: 'x',
  type: 'article',
  title: 'Where to Find Grokking in the Training of Large Models: A Monitor without Tests',
  author: [{ family: 'Bell', given: 'Ann' }],
  issued: { 'date-parts': [[2022]] },
} as const;
const reference = { key: 'ab12cd', item, sentence: 'Seeds were planted along the river before the storm.' };

test('a key that has what is typed is the label, and the rest follows', () => {
  const { label, detail } = suggestionLabel({ ...reference, key: 'bellGrokking' }, 'grok');
  assert.equal(label, 'bellGrokking');
  assert.match(detail!, /^ {2}Bell 2022 {2}Where to Find/);
});

test('else who and when go first, then the part of the title that has what is typed, then the key', () => {
  const found = suggestionLabel(reference, 'grok');
  assert.match(found.label, /^Bell 2022 · ….*Grokking/);
  assert.ok(found.label.length <= 42, found.label);
  assert.equal(found.description, 'ab12cd');
  assert.match(suggestionLabel(reference, 'bell monitor').label, /^Bell 2022 · ….*Monitor/);
});

test('an author who is typed is named, though others come first', () => {
  const author = ['Bell', 'Roe', 'Huang'].map(family => ({ family, given: 'Ann' }));
  const found = (typed: string) => suggestionLabel({ ...reference, item: { ...item, author } }, typed);
  assert.match(found('huang').label, /^Bell, Huang et al\. 2022 · Where/);
  assert.match(found('huang monitor').label, /^Bell, Huang et al\. 2022 · ….*Monitor/);
  assert.equal(found('huang').description, 'ab12cd');
  assert.match(found('monitor').label, /^Bell et al\. 2022/);
});

test('what stands in the abstract only is shown in its sentence', () => {
  const found = suggestionLabel(reference, 'planted');
  assert.match(found.label, /were planted/);
  assert.equal(found.detail, '  Bell 2022');
  assert.equal(found.description, 'ab12cd');
  // Editors look for the end of what is not found as a whole.
  assert.match(suggestionLabel(reference, 'grokking storm').label, /before the storm/);
});

test('what stands nowhere as it is typed leaves the key', () => {
  assert.equal(suggestionLabel(reference, 'grokxing').label, 'ab12cd');
  assert.equal(suggestionLabel(reference, '').label, 'ab12cd');
});
