// Records what Pandoc reads in each test/fixtures/bibliographies/*.bib: `node test/support/recordBibliographies.mjs`.
import { isUtf8 } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve('test/fixtures/bibliographies');
for (const name of fs.readdirSync(folder).filter(file => file.endsWith('.bib'))) {
  const [first, ...later] = readText(path.join(folder, name)).split(/^% not for Pandoc$/m);
  const input = first + later.map(part => part.split(/^% for Pandoc$/m)[1] ?? '').join('');
  const run = spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], { input, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr || run.error}`);
  // One item a line: changes can be read.
  const items = JSON.parse(run.stdout).map(item => JSON.stringify(item));
  fs.writeFileSync(path.join(folder, name.replace(/\.bib$/, '.pandoc.json')), `[\n${items.join(',\n')}\n]\n`);
}

/** UTF-8, or what older programs write. `iconv`, since Node 20 to 24 read windows-1252 as Latin-1. */
function readText(file) {
  const bytes = fs.readFileSync(file);
  if (isUtf8(bytes)) return bytes.toString();
  return spawnSync('iconv', ['-f', 'windows-1252', '-t', 'utf-8', file], { encoding: 'utf8' }).stdout;
}
