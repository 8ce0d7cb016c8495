// Loads a file into the library as the extension has it, in a process of its own, and prints a line of JSON. `node measureLibrary.mjs FILE`:
// until a search is answered from all heads of entries, until their abstracts are indexed, and again with what it remembered of them.
// `node measureLibrary.mjs FILE TITLE`: until the entry with this title is found by it, while everything is still being indexed.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { processorTime } from './processorTime.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const { makeLibrary } = createRequire(import.meta.url)(path.join(root, 'out/bench/library.cjs'));
const source = { id: 'bench', kind: 'bibliography', label: 'bench.bib', format: 'bibtex' };
const [file, title] = process.argv.slice(2);
const topics = fs.readFileSync(path.join(root, 'data/topics.json'));
const bytes = new Uint8Array(fs.readFileSync(file));

console.log(JSON.stringify(title === undefined ? await timesToSearch() : { toFind: await timeToFind() }));
process.exit(0);

function emptyLibrary(cache) {
  const references = new TextEncoder().encode('[]');
  return makeLibrary({ references, topics, writer: 'bench', ...(cache ? { cache } : {}) });
}

async function timesToSearch() {
  const cold = await load();
  const lastKey = (await cold.library.keys([source.id])).at(-1);
  const [last] = await cold.library.find([lastKey]);
  const warm = await load(cold.cache);
  const { toSearch, toComplete } = cold;
  return { toSearch, toComplete, fromCache: warm.toSearch, lastTitle: last.item.title };
}

async function load(cache) {
  const start = processorTime();
  const library = emptyLibrary(cache);
  await library.load(source, bytes);
  await library.search({ query: 'language models', limit: 20, meaning: false });
  const toSearch = processorTime() - start;
  let remembered = await library.snapshot();
  while (!remembered) {
    await setTimeout(20);
    remembered = await library.snapshot();
  }
  return { library, toSearch, toComplete: processorTime() - start, cache: remembered };
}

async function timeToFind() {
  const start = processorTime();
  const library = emptyLibrary();
  const loading = library.load(source, bytes);
  while ((await library.keys([source.id])).length === 0) await setImmediate();
  const { hits } = await library.search({ query: title, limit: 20, meaning: false });
  const time = processorTime() - start;
  await loading;
  if (hits[0]?.reference.item.title !== title) throw new Error(`“${title}” was not found first.`);
  return time;
}
