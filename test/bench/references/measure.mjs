// Reads files with one reader, in a process of its own: `node measure.mjs READER FILE…`. Prints a line of JSON; times are of the
// processor, so that other programs do not change them.
import fs from 'node:fs';
import { processorTime } from './processorTime.mjs';
import { readers } from './readers.mjs';

const [name, ...files] = process.argv.slice(2);
const { entries, fields } = await readers[name]();
globalThis.gc?.();
const before = process.memoryUsage();

const began = performance.now();
let read = [];
let toFields = 0;
let count = 0;
let lost = 0;
for (const file of files) {
  const bytes = fs.readFileSync(file);
  const start = processorTime();
  try {
    const found = entries(bytes);
    count += fields(found).length;
    read.push(found);
  } catch {
    lost++;
  }
  toFields += processorTime() - start;
}
const wall = performance.now() - began;
if (lost === files.length) throw new Error('It read nothing.');

// What is held weakly goes no sooner than in another turn, and the engine holds on to the last text that an expression was tried on.
/./.test('-');
await new Promise(resolve => setTimeout(resolve));
globalThis.gc?.();
const after = process.memoryUsage();
const report = {
  entries: count,
  lost,
  toFields,
  wall,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  keptBytes: after.heapUsed + after.external - before.heapUsed - before.external,
};
read = undefined;
// Parsers print, too.
console.log(`\n${JSON.stringify(report)}`);
