// Loads a file into the library as the extension has it, in a process of its own: `node measureLibrary.mjs FILE`. Prints a line of JSON.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { processorTime } from './processorTime.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const { makeLibrary } = createRequire(import.meta.url)(path.join(root, 'out/bench/library.cjs'));
const source = { id: 'bench', kind: 'bibliography', label: 'bench.bib', format: 'bibtex' };
const [file] = process.argv.slice(2);

const cold = await load();
const warm = await load(cold.cache);
console.log(
  JSON.stringify({ toSearch: cold.toSearch, toComplete: cold.toComplete, fromCache: warm.toSearch }),
);
process.exit(0);

async function load(cache) {
  const assets = {
    references: new TextEncoder().encode('[]'),
    topics: fs.readFileSync(path.join(root, 'data/topics.json')),
    writer: 'bench',
    ...(cache ? { cache } : {}),
  };
  const bytes = new Uint8Array(fs.readFileSync(file));
  const start = processorTime();
  const library = makeLibrary(assets);
  await library.load(source, bytes);
  await library.search({ query: 'language models', limit: 20, meaning: false });
  const toSearch = processorTime() - start;
  let remembered = await library.snapshot();
  while (!remembered) {
    await new Promise(resolve => setTimeout(resolve, 20));
    remembered = await library.snapshot();
  }
  return { toSearch, toComplete: processorTime() - start, cache: remembered };
}
