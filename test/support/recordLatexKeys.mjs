// Sets each test/fixtures/latex/*.tex with pdflatex and records the keys it cites: `node test/support/recordLatexKeys.mjs`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = path.resolve('test/fixtures/latex');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'latex-keys-'));
for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.tex'))) {
  const stem = path.basename(name, '.tex');
  fs.copyFileSync(path.join(folder, name), path.join(scratch, name));
  spawnSync('pdflatex', ['-interaction=nonstopmode', '-draftmode', name], { cwd: scratch });
  const keys = new Set();
  // multibib writes an .aux of its own for each bibliography.
  const suffixes = [
    stem,
    ...[...fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/\\newcites\{(\w+)\}/g)].map(
      match => match[1],
    ),
  ];
  for (const aux of suffixes)
    for (const [, list] of fs
      .readFileSync(path.join(scratch, `${aux}.aux`), 'latin1')
      .matchAll(/\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]*)\}/g))
      for (const key of list.split(',')) if (key.trim() && !key.includes('Control')) keys.add(key.trim());
  fs.writeFileSync(path.join(folder, `${stem}.keys.json`), `${JSON.stringify([...keys].sort())}\n`);
  console.log(`${name}: ${keys.size} keys`);
}
fs.rmSync(scratch, { recursive: true });
