import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Source } from '../../src/core/model/source';
import { LibraryConnection } from '../../src/worker/connectLibrary';

const [file = '', minutes = '10'] = process.argv.slice(2);
const source: Source = { id: 'file:///soak.bib', kind: 'bibliography', label: 'soak.bib', format: 'bibtex' };
/** The least memory of the last third is compared with that of the second: in the first everything has its first turn. */
const third = 1 / 3;
const mostGrowth = 1.15;
/** Where garbage happens to be collected between fewer rounds than this says nothing of what is held. */
const fewestCompared = 5;

const worker = new Worker(path.join(__dirname, 'libraryWorker.js'));
const read = (name: string) => new Uint8Array(fs.readFileSync(name));
const connection = new LibraryConnection({
  post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
  onMessage: listener => void worker.on('message', listener),
});
connection.start({
  references: read('data/references.json'),
  topics: read('data/topics.json'),
  writer: 'soak',
});
const library = connection.service;

void soak().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);

async function soak(): Promise<void> {
  const whole = fs.readFileSync(file, 'utf8');
  const count = (await library.load(source, whole)).count;
  const began = Date.now();
  const duration = Number(minutes) * 60_000;
  const memory: number[] = [];
  for (let round = 1; Date.now() - began < duration; round++) {
    await edit(whole, round);
    if (round % 3 === 0) await cutShort(whole, count);
    if (round % 5 === 0) await removeAndReturn(whole, count);
    memory.push(await megabytes());
    const minute = ((Date.now() - began) / 60_000).toFixed(1);
    console.log(`${minute} min, round ${round}: ${memory.at(-1)?.toFixed(0)} MB`);
  }
  const part = Math.floor(memory.length * third);
  if (part < fewestCompared) {
    console.log(`${memory.length} rounds: too few to tell whether memory grows.`);
    return;
  }
  const early = Math.min(...memory.slice(part, -part));
  const late = Math.min(...memory.slice(-part));
  console.log(
    `${memory.length} rounds; at least ${early.toFixed(0)} MB before, ${late.toFixed(0)} MB at the end.`,
  );
  assert.ok(late < early * mostGrowth, 'memory grew');
}

/** A new entry in the middle is found, with others searched meanwhile, and is gone once it is taken out. */
async function edit(whole: string, round: number): Promise<void> {
  const middle = whole.indexOf('\n@', (round * 7919 * 1000) % whole.length) + 1;
  const key = `soak${round}`;
  const entry = `@article{${key},\n  title = {Xylophone Quokka Number ${round}}\n}\n`;
  const loading = library.load(source, whole.slice(0, middle) + entry + whole.slice(middle));
  for (const query of ['language', 'models of', 'attention 2020', 'evaluation of reasoning'])
    assert.ok((await library.search({ query, limit: 20 })).hits.length > 0, query);
  await loading;
  const { hits } = await library.search({ query: 'xylophone quokka', limit: 5 });
  assert.equal(hits[0]?.reference.key, key);
  await library.load(source, whole);
  assert.deepEqual(await library.find([key]), [undefined]);
}

async function cutShort(whole: string, count: number): Promise<void> {
  const state = await library.load(source, whole.slice(0, whole.length / 2));
  assert.deepEqual([state.status, state.count], ['loading', count]);
  assert.equal((await library.load(source, whole)).status, 'ready');
}

async function removeAndReturn(whole: string, count: number): Promise<void> {
  await library.drop(source.id);
  assert.deepEqual(await library.keys([source.id]), []);
  assert.equal((await library.load(source, whole)).count, count);
}

/** What the process holds; abstracts are indexed by then. */
async function megabytes(): Promise<number> {
  while (!(await library.snapshot())) await new Promise(resolve => setTimeout(resolve, 500));
  (globalThis as { gc?(): void }).gc?.();
  return process.memoryUsage().rss / 1e6;
}
