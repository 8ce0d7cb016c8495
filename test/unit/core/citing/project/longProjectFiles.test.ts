import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../../src/core/citing/citation';
import { findBibliographies } from '../../../../../src/core/citing/findBibliographies';
import type { ProjectFiles } from '../../../../../src/core/citing/project/projectFiles';

const count = 8000;
const named = Array.from({ length: count }, (_, index) => `f${index}.bib`);
const cases: readonly [
  name: string,
  language: Language,
  document: string,
  file: string,
  text: string,
  found: number,
][] = [
  [
    'myst.yml',
    'markdown',
    'a.md',
    'myst.yml',
    `project:\n  bibliography:\n${named.map(name => `    - ${name}\n`).join('')}`,
    count,
  ],
  [
    'conf.py',
    'rst',
    'a.rst',
    'conf.py',
    `bibtex_bibfiles = [${named.map(name => `"${name}"`).join(', ')}]`,
    count,
  ],
  [
    'conf.py without its ends',
    'rst',
    'a.rst',
    'conf.py',
    'bibtex_bibfiles = ["a.bib",\n'.repeat(8 * count),
    1,
  ],
];

for (const [name, language, document, file, text, found] of cases)
  test(`project files are read in the time that their length asks for: ${name}`, async () => {
    const files: ProjectFiles = {
      list: async folder => (folder === '/p' ? [document, file] : []),
      read: async path => (path === `/p/${file}` ? text : undefined),
    } as ProjectFiles;
    const began = process.cpuUsage();
    const { problems, bibliographies } = await findBibliographies(
      { path: `/p/${document}`, text: '@a\n', language },
      files,
      {},
    );
    const took = process.cpuUsage(began).user / 1000;
    assert.ok(
      problems.length + bibliographies.length >= found,
      `${problems.length}, ${bibliographies.length}`,
    );
    assert.ok(took < 5000, `${took} ms`);
  });
