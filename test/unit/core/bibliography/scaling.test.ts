import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { assertLinear } from '../../growth';

/** Pieces of which files are made that no person would write, or only half of. */
const pieces: Readonly<Record<string, (index: number) => string>> = {
  'values without end': index =>
    `@article{k${index},\n  title = {No end,\n  author = {A and B},\n  year = 2001\n\n`,
  'entries without end': index => `@article{k${index},\n  title = {T},\n  year = {2001}\n\n`,
  'quotations without end': index => `@article{k${index},\n  title = "No end,\n  year = 2001\n}\n`,
  'braces too many': index => `@article{k${index},\n title = {a {b},\n year={1},\n}\n`,
  'commas missing': index => `@article{k${index} title={x}\n author={y}\n}\n`,
  'nothing but beginnings': () => '@article{',
  'keys alone': () => '@article{a,\n',
  'endless concatenation': () => '@a{b,c=d#',
  'opening braces': () => '@a{b,c={{',
  'one key for all': () => '@article{a,title={x}}\n',
  'a chain of cross-references': index => `@book{k${index}, crossref={k${index - 1}}, title={x}}\n`,
  'abbreviations of abbreviations': index => `@string{a${index}=a${index - 1}#a${index - 1}}\n`,
};

for (const [name, piece] of Object.entries(pieces))
  test(`reading grows with the file: ${name}`, () =>
    assertLinear(800_000, length => readForSearch(made(piece, length))));

test('no more problems are listed than anybody can read, and the last says so', () => {
  const { problems, references } = readBibliography(
    made(pieces['commas missing']!, 1_500_000),
    'bibtex',
    'test',
  );
  assert.equal(problems.length, 20_000);
  assert.match(problems.at(-1)!.message, /only the first 20000 are listed/);
  assert.ok(references.length > 20_000);
});

function made(piece: (index: number) => string, size: number): string {
  const parts: string[] = [];
  for (let index = 0, at = 0; at < size; index++) {
    const part = piece(index);
    parts.push(part);
    at += part.length;
  }
  return parts.join('');
}

/** Reads everything that a search needs. */
function readForSearch(text: string): void {
  for (const { brief } of readBibliography(text, 'bibtex', 'test').references)
    void [brief?.title, brief?.authors];
}
