// Reads one file with one reader, in a process of its own: `node measure.mjs READER FILE`. Prints a line of JSON.
import fs from 'node:fs';
import { readers } from './readers.mjs';

const [name, file] = process.argv.slice(2);
const { entries, searchable } = await readers[name]();
globalThis.gc?.();
const before = process.memoryUsage();
let bytes = fs.readFileSync(file);
const fileBytes = bytes.length;

const began = performance.now();
let read = entries(bytes);
const toEntries = performance.now() - began;
let texts = searchable(read);
const toSearchable = performance.now() - began;

const count = texts.length;
texts = undefined;
// Whoever needs the file itself later holds on to it.
bytes = undefined;
globalThis.gc?.();
const after = process.memoryUsage();
console.log(
  JSON.stringify({
    entries: count,
    toEntries,
    toSearchable,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    keptBytes: after.heapUsed + after.external - before.heapUsed - before.external,
    fileBytes,
  }),
);
read = undefined;
