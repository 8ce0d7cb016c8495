import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { listedProblems } from '../../../../src/core/library/sources/listedProblems';

test('of a file in which nothing is right as many problems are listed as editors show, and the last counts the others', () => {
  const { problems } = readBibliography('@article{, title={x}}\n'.repeat(5000), 'bibtex', 'x.bib');
  const listed = listedProblems(problems);
  assert.equal(listed.length, 1000);
  assert.deepEqual(listed.slice(0, 999), problems.slice(0, 999));
  assert.match(listed.at(-1)!.message, new RegExp(`^${problems.length - 999} more problems`));
  assert.deepEqual(listedProblems(problems.slice(0, 999)), problems.slice(0, 999));
});
