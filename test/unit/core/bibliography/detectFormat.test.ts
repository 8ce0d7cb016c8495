import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectFormat } from '../../../../src/core/bibliography/detectFormat';

test('a format is told by the name of the file', () => {
  const names = {
    'a/refs.bib': 'bibtex',
    'C:\\My Library.BIB': 'bibtex',
    'refs.bibtex': 'bibtex',
    'refs.json': 'csl-json',
    'refs.yaml': 'csl-yaml',
    'refs.yml': 'csl-yaml',
    'refs.ris': 'ris',
    'refs.txt': undefined,
    bib: undefined,
    'refs.constructor': undefined,
  };
  for (const [name, format] of Object.entries(names)) assert.equal(detectFormat(name), format, name);
});

test('where the name does not tell, by how its text begins', () => {
  const texts = {
    '% mine\n@article{a, title = {A}}': 'bibtex',
    '\ufeff[\n  {"id": "a"}]': 'csl-json',
    '[]': 'csl-json',
    '\ufeffTY  - JOUR\nER  - ': 'ris',
    'Provider: X\nTY  - JOUR': 'ris',
    '---\nreferences:\n- id: a': 'csl-yaml',
    '- id: a\n  type: book': 'csl-yaml',
    'Write to me@example.org (soon).': undefined,
    '': undefined,
  };
  for (const [text, format] of Object.entries(texts))
    assert.equal(detectFormat('export', text), format, text);
});
