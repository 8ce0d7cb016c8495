import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';

const folder = path.resolve('test/fixtures/latex');

for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.tex')))
  test(`${file}: the keys LaTeX wrote to its .aux`, () => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const expected: string[] = JSON.parse(
      fs.readFileSync(path.join(folder, file.replace('.tex', '.keys.json')), 'utf8'),
    );
    const cited = readLatex(text).citations.flatMap(citation => citation.keys);
    for (const { key, start, end } of cited) assert.equal(text.slice(start, end), key);
    assert.deepEqual([...new Set(cited.map(({ key }) => key))].sort(), expected);
  });
