// What it costs that papers are read for their meaning: `npm run bench:understanding [-- --papers 2000] [--keystrokes 150]`.
// A library in a thread of its own, as in the editor. Keys are pressed at uneven distances, first with nothing else to do, then while papers
// are read; each waits for its answer. Then how many papers are read a minute while nobody asks, and what they take in memory.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { randomNumbers } from '../../support/randomNumbers.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const readingSeconds = 30;
/** Between two keys: from one word to the next, or a while to think, after which reading has begun again. */
const gaps = [80, 150, 250, 700, 1500];
const pieces = [16, 64, 128, 240];

const { values } = parseArgs({
  options: { papers: { type: 'string', default: '2000' }, keystrokes: { type: 'string', default: '150' } },
});
const papers = Number(values.papers);
const keystrokes = Number(values.keystrokes);

const outdir = path.join(root, 'out/bench/understanding');
await build({
  entryPoints: [
    'src/worker/libraryWorker.ts',
    'src/worker/connectLibrary.ts',
    'src/core/search/meaning/sentenceEncoder.ts',
  ].map(file => path.join(root, file)),
  outdir,
  entryNames: '[name]',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  logLevel: 'error',
});
const bundled = name => import(pathToFileURL(path.join(outdir, `${name}.cjs`)).href);
const read = name => new Uint8Array(fs.readFileSync(path.join(root, 'data', name)));
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

await timeTexts();
const { library, end } = await openLibrary();
let progress = { done: 0, total: 0 };
library.onDidUnderstand(now => {
  progress = now;
});
const queries = typedQueries();
await pressKeys(); // Warms the engine up.
const without = await pressKeys();
await library.understand(true);
await sleep(1000);
const during = await pressKeys();
console.log(`\n${papers} papers, ${keystrokes} keystrokes, milliseconds to the answer:\n`);
console.log('| | p50 | p95 | longest |\n| --- | ---: | ---: | ---: |');
console.log(`| nothing else to do | ${without.join(' | ')} |`);
console.log(`| while papers are read | ${during.join(' | ')} |`);
await measureReading();
end();

/** Processor time of one text, the best of several. */
async function timeTexts() {
  const { SentenceEncoder } = await bundled('sentenceEncoder');
  const encoder = new SentenceEncoder(gunzipSync(read('meaning/encoder.bin')));
  const words = 'the learning model of a deep network shows that policy gradient'.split(' ');
  const row = pieces.map(count => {
    const text = Array.from({ length: count - 2 }, (_, i) => words[i % words.length]).join(' ');
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 12; i++) {
      const start = process.cpuUsage();
      encoder.encode(text);
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, (user + system) / 1000);
    }
    return `${count}: ${best.toFixed(1)}`;
  });
  console.log(`processor milliseconds by word pieces of a text: ${row.join(', ')}`);
}

async function openLibrary() {
  const { LibraryConnection } = await bundled('connectLibrary');
  const worker = new Worker(path.join(outdir, 'libraryWorker.cjs'));
  const port = {
    post: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
    onMessage: listener => worker.on('message', listener),
  };
  const connection = new LibraryConnection(port);
  connection.start({
    references: read('references.json'),
    topics: read('topics.json'),
    meaning: { encoder: read('meaning/encoder.bin'), vectors: read('meaning/collection.bin') },
    writer: 'bench',
  });
  const source = { id: 'file:///bench.bib', kind: 'bibliography', label: 'bench.bib', format: 'bibtex' };
  const { service } = connection;
  await service.load(source, new TextEncoder().encode(makeBibtex(papers)));
  while (!(await service.snapshot())) await sleep(200);
  return { library: service, end: () => void worker.terminate() };
}

/** Queries as they grow while they are typed. */
function typedQueries() {
  const random = randomNumbers(3);
  const titles = [...makeItems(papers)].map(({ title }) => title);
  const typed = [];
  while (typed.length < keystrokes) {
    const title = titles[Math.floor(random() * titles.length)];
    for (let end = 3; end < Math.min(title.length, 24); end += 3) typed.push(title.slice(0, end));
  }
  return typed.slice(0, keystrokes);
}

/** The median, the 95th percentile and the longest time to an answer. */
async function pressKeys() {
  const random = randomNumbers(5);
  const times = [];
  for (const query of queries) {
    await sleep(gaps[Math.floor(random() * gaps.length)]);
    const start = performance.now();
    await library.search({ query, limit: 50, meaning: false });
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(1);
  return [at(0.5), at(0.95), times.at(-1).toFixed(1)];
}

async function measureReading() {
  await sleep(1000);
  const before = { ...progress, rss: process.memoryUsage().rss };
  await sleep(readingSeconds * 1000);
  const read = progress.done - before.done;
  console.log(
    `\nread in ${readingSeconds} s with nobody asking: ${read} papers (${progress.done} of ${progress.total})`,
  );
}
