import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../../src/core/citing/citation';
import { findBibliographies } from '../../../../../src/core/citing/findBibliographies';
import type { ProjectFiles } from '../../../../../src/core/citing/project/projectFiles';
import { assertLinear } from '../../../growth';

const named = (count: number) => Array.from({ length: count }, (_, index) => `f${index}.bib`);
const cases: readonly [
  name: string,
  language: Language,
  document: string,
  file: string,
  text: (count: number) => string,
  found: (count: number) => number,
][] = [
  [
    'myst.yml',
    'markdown',
    'a.md',
    'myst.yml',
    count =>
      `project:\n  bibliography:\n${named(count)
        .map(name => `    - ${name}\n`)
        .join('')}`,
    count => count,
  ],
  [
    'conf.py',
    'rst',
    'a.rst',
    'conf.py',
    count =>
      `bibtex_bibfiles = [${named(count)
        .map(name => `"${name}"`)
        .join(', ')}]`,
    count => count,
  ],
  [
    'conf.py without its ends',
    'rst',
    'a.rst',
    'conf.py',
    count => 'bibtex_bibfiles = ["a.bib",\n'.repeat(8 * count),
    () => 1,
  ],
];

for (const [name, language, document, file, text, found] of cases)
  test(`project files are read in the time that their length asks for: ${name}`, () =>
    assertLinear(8000, async count => {
      const files: ProjectFiles = {
        list: async folder => (folder === '/p' ? [document, file] : []),
        read: async path => (path === `/p/${file}` ? text(count) : undefined),
      } as ProjectFiles;
      const { problems, bibliographies } = await findBibliographies(
        { path: `/p/${document}`, text: '@a\n', language },
        files,
        {},
      );
      assert.ok(
        problems.length + bibliographies.length >= found(count),
        `${problems.length}, ${bibliographies.length}`,
      );
    }));
