// `npm run -s references -- FILE…`: what is read from bibliographies, one JSON object a file. Lines are 1-based.
import fs from 'node:fs';
import { detectFormat } from '../core/bibliography/detectFormat';
import type { ReadEntries, ReadReference } from '../core/bibliography/parsedBibliography';
import { readBibliography } from '../core/bibliography/readBibliography';
import { toCiteprocItem } from '../core/model/citeprocItem';
import { errorMessage } from '../core/util/errorMessage';
import { readBytes } from '../node/readBytes';

/** Characters written at once; a library can be larger than a string may be. */
const chunkLength = 1 << 20;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: npm run -s references -- FILE…   (.bib, CSL JSON, CSL YAML or RIS)');
  process.exitCode = 2;
}
for (const file of files) report(file);

function report(file: string): void {
  const began = performance.now();
  let read: ReadEntries;
  try {
    const bytes = readBytes(file);
    const head = new TextDecoder().decode(bytes.subarray(0, 20_000));
    read = readBibliography(bytes, detectFormat(file, head) ?? 'bibtex', file);
  } catch (error) {
    const message = errorMessage(error);
    console.error(message);
    process.exitCode = 1;
    read = {
      references: [],
      problems: [{ line: 0, start: 0, end: 0, severity: 'error', code: 'unreadable-bibliography', message }],
      truncated: false,
    };
  }
  write(file, read, performance.now() - began);
}

/** The object on one line, piece by piece. */
function write(file: string, { references, problems }: ReadEntries, readingTime: number): void {
  let milliseconds = readingTime;
  let chunk = `{"file":${JSON.stringify(file)},"references":[`;
  for (const [position, reference] of references.entries()) {
    const began = performance.now();
    const item = exchanged(reference);
    milliseconds += performance.now() - began;
    chunk += (position > 0 ? ',' : '') + JSON.stringify(item);
    if (chunk.length > chunkLength) {
      print(chunk);
      chunk = '';
    }
  }
  const told = problems.map(({ line, message }) => ({ line: line + 1, message }));
  print(`${chunk}],"problems":${JSON.stringify(told)},"milliseconds":${milliseconds.toFixed(1)}}\n`);
}

/** The item as Pandoc and other programs take it, with its line. */
function exchanged(reference: ReadReference) {
  const { line } = reference.origin;
  const item = reference.exchangeItem ?? reference.item;
  const custom = { line: line === undefined ? undefined : line + 1, arxiv: item.custom?.arxiv || undefined };
  return { ...toCiteprocItem(item), custom };
}

/** Writes all of it before going on, whatever the other end can take at once. */
function print(text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += fs.writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
