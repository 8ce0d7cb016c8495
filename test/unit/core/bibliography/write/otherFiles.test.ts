import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectFormat } from '../../../../../src/core/bibliography/detectFormat';
import { addEntries } from '../../../../../src/core/bibliography/write/addEntries';
import { findBibliographies } from '../../../../../src/core/citing/findBibliographies';
import { assertLinear } from '../../../growth';

const item = { id: 'roe', type: 'book', title: 'On Sets' };

function added(name: string, text: string) {
  return addEntries(text, detectFormat(name, text) ?? 'bibtex', [{ item, key: 'roe' }])?.edit;
}

test('nothing is added to a file that ends like a bibliography and holds something else', () => {
  const others: [name: string, text: string][] = [
    ['docker-compose.yml', 'services:\n  web:\n    image: x\nvolumes:\n  data:\n'],
    ['book.yml', 'project:\n  type: book\nformat:\n  html: default\nbook:\n  title: T\n'],
    ['playbook.yaml', '- hosts: all\n  tasks:\n    - name: x\n'],
    ['words.yaml', '- a\n- b\n'],
    ['data.yaml', 'references:\n  - one\n  - two\n'],
    ['data.json', '[{"name": "x"}, {"name": "y"}]\n'],
    ['package.json', '{"name": "x"}\n'],
    ['list.json', '[1, 2]\n'],
    ['run.ris', '#!/bin/sh\necho\n'],
  ];
  for (const [name, text] of others) assert.equal(added(name, text), undefined, name);
});

test('it is to one that is empty, or holds references', () => {
  const bibliographies: [name: string, text: string][] = [
    ['a.yml', ''],
    ['a.yml', 'references: []\n'],
    ['a.yml', 'references:\n  - id: a\n    title: T\n'],
    ['a.yml', '- id: a\n  title: T\n'],
    ['a.yml', 'a:\n  type: Book\n  title: T\nb:\n  title: Its type is forgotten\n'],
    ['a.json', '[]'],
    ['a.json', '[{"id": "a"}]'],
    ['a.ris', ' \n'],
    ['a.ris', 'TY  - BOOK\nID  - a\nER  - \n'],
    ['a.bib', 'What stands outside of entries is a comment.\n'],
  ];
  for (const [name, text] of bibliographies) assert.ok(added(name, text), `${name}: ${text}`);
});

test('a document that names very many bibliographies is read in time that grows as they do', async () => {
  const files = { read: async () => undefined, list: async () => [] };
  await assertLinear(40_000, async count => {
    const names = Array.from({ length: count }, (_, at) => `b${at}.bib`).join(', ');
    const text = `---\nbibliography: [${names}]\n---\n`;
    const { bibliographies } = await findBibliographies(
      { path: '/thesis/a.md', text, language: 'markdown' },
      files,
    );
    assert.equal(bibliographies.length, count);
  });
});
