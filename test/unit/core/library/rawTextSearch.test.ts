import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextMentions } from '../../../../src/core/library/indexing/rawTextSearch';

const text = `% language stands between entries, too
@article{a, title = {Reading Faces}, abstract = {${'Of many things. '.repeat(30)} Models of language are among them.}}
@article{b, title = {{L}anguage Models}, note = {x}}
@article{c, title = {Reading and Language}}
@article{d, title = {Sublanguage}}
`;

/** The keys of what mentions the words of a query. */
function mentioning(query: string, limit = 10): string {
  const entries = [...text.matchAll(/^@article\{(\w).*$/gm)].map(({ 0: entry, 1: key = '', index }) => ({
    key,
    item: { id: key, type: 'article' },
    origin: { source: 'a', start: index, end: index + entry.length },
  }));
  return new TextMentions(entries, text)
    .of(query, limit)
    .map(({ key }) => key)
    .join('');
}

test('entries that mention a word in their first lines go before those that mention it later', () => {
  assert.equal(mentioning('language'), 'bca');
  assert.equal(mentioning('LANGUAGE'), 'bca');
  assert.equal(mentioning('langu'), 'bca');
  assert.equal(mentioning('language', 1), 'b');
});

test('more words, and rarer ones, tell more', () => {
  assert.equal(mentioning('reading language'), 'cab');
  assert.equal(mentioning('the language of faces'), 'abc');
});

test('what is no word, or is nowhere, finds nothing', () => {
  for (const query of ['', 'the', '.*', '(', 'x{', 'zebra', '__proto__', 'e'])
    assert.equal(mentioning(query), '', query);
});

test('references without a place in the text are not found', () => {
  const nowhere = { key: 'n', item: { id: 'n', type: 'book' }, origin: { source: 'a' } };
  assert.deepEqual(new TextMentions([nowhere], text).of('language', 5), []);
});
