import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { inlineReferences } from '../../../../src/core/library/documents/inlineReferences';

function listed(text: string, language: 'latex' | 'markdown') {
  return inlineReferences({ getText: () => text }, readCitations(text, language)).map(
    ({ key, text }) => `${key}: ${text}`,
  );
}

test('the entries of a thebibliography are its works, without their markup', () => {
  const text = `\\documentclass{article}\\begin{document}\\cite{doe}
\\begin{thebibliography}{9}
\\bibitem{doe} J.~Doe,
  \\newblock {\\em A Study of Things}, 2020.
\\bibitem[Roe(1999)]{roe}
R. R\\'oe. The Book.
\\end{thebibliography} After it.
\\end{document}`;
  assert.deepEqual(listed(text, 'latex'), [
    'doe: J. Doe, A Study of Things, 2020.',
    'roe: R. Róe. The Book.',
  ]);
});

test('the references of the metadata are its works', () => {
  const text = `---
title: A Paper
references:
- id: doe2020
  type: article-journal
  title: A Study of *Things*
  author:
  - family: Doe
    given: Jane
  issued: 2020
- id: roe
  title: The Book
---

See @doe2020.
`;
  assert.deepEqual(listed(text, 'markdown'), [
    'doe2020: Doe 2020 A Study of Things',
    'roe: “The Book” The Book',
  ]);
});

test('two metadata blocks list two works, each with its text', () => {
  const text =
    '---\nreferences:\n- id: one\n  title: The First\n---\n\n@one, @two\n\n---\nreferences:\n- id: two\n  title: The Second\n...\n';
  assert.deepEqual(listed(text, 'markdown'), ['one: “The First” The First', 'two: “The Second” The Second']);
});

test('sets of entries have no text of their own', () => {
  assert.deepEqual(listed('\\defbibentryset{set1}{a,b} Much text.\\bibitem{c} C.', 'latex'), [
    'set1: ',
    'c: C.',
  ]);
});

test('documents that list nothing, or are half-typed, list nothing more', () => {
  assert.deepEqual(listed('\\cite{a}', 'latex'), []);
  assert.deepEqual(listed('\\begin{thebibliography}{9}\\bibitem{a}', 'latex'), ['a: ']);
  assert.deepEqual(listed('---\nreferences:\n- id: a\n  title: [', 'markdown').length <= 1, true);
});
