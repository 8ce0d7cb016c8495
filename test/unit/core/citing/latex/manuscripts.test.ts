import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findBibliographies } from '../../../../../src/core/citing/findBibliographies';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';
import type { ProjectFiles } from '../../../../../src/core/citing/project/projectFiles';

/** Real documents with the keys LaTeX wrote to their .aux, where they are at hand; they are not ours to publish. */
const manuscripts = path.resolve(process.env.LITERATURE_SHARED ?? '../shared', 'manuscripts/latex');

interface Oracle {
  readonly per_file: Record<string, string[]>;
  readonly per_file_literal: Record<string, string[]>;
  readonly per_file_quality: string;
}

const files: ProjectFiles = {
  read: async file => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined),
  list: async folder => fs.readdirSync(folder),
};

const cases = fs.existsSync(manuscripts) ? fs.readdirSync(manuscripts) : [];
for (const name of cases)
  test(`${name}: per file the keys that LaTeX cites`, async () => {
    const oracle: Oracle = JSON.parse(
      fs.readFileSync(path.join(manuscripts, name, 'oracle/cites.json'), 'utf8'),
    );
    const expected = oracle.per_file_quality === 'markers' ? oracle.per_file : oracle.per_file_literal;
    const workspaceRoot = path.join(manuscripts, name, 'files');
    for (const [file, keys] of Object.entries(expected)) {
      const whole = path.join(workspaceRoot, file);
      const text = fs.readFileSync(whole, 'utf8');
      const found = await findBibliographies({ path: whole, text, language: 'latex' }, files, {
        workspaceRoot,
      });
      const cited = readLatex(text, [], found.latexVocabulary).citations.flatMap(citation => citation.keys);
      assert.deepEqual([...new Set(cited.map(({ key }) => key))].sort(), [...keys].sort(), file);
      for (const { key, start, end } of cited) assert.equal(text.slice(start, end), key);
    }
  });
