import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borrowEntry, type EntrySource } from '../../../../../src/core/bibliography/write/borrowEntry';

const strings: Record<string, string> = {
  jmlr: '@string{jmlr = "J. " # learning}',
  learning: '@string{learning = "Machine Learning"}',
};
const entries: Record<string, string> = { book: '@book{book, publisher = acm, title = {B}}' };
const source: EntrySource = { macro: name => strings[name], entry: key => entries[key] };

test('an entry goes over unchanged, with the macros and parents it needs', () => {
  const raw =
    '@Article {old,\n  title = {jmlr = learning},\n  journal = jmlr # ": x", month = jun,\n  crossref = {book}}';
  assert.deepEqual(borrowEntry(raw, source), {
    entry: raw,
    macros: [strings.learning, strings.jmlr],
    parents: [entries.book],
  });
});

test('only the key changes where another is wanted', () => {
  assert.equal(
    borrowEntry('@misc(old, title = {old, b})', source, 'new$1').entry,
    '@misc(new$1, title = {old, b})',
  );
});
