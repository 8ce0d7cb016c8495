// Whether citations in Markdown are read as Pandoc reads them: `npm run agreement:markdown [-- --random 2000] [-- --seed 1] [-- PATH…]`.
// Compared are the keys and forms of every Markdown file below the paths (by default the manuscripts and corpora of LITERATURE_SHARED,
// where present, and the project's own files), and of so many random documents. markdown.md explains what differs.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { randomDocument } from './randomMarkdown.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const shared = path.resolve(process.env.LITERATURE_SHARED ?? path.join(root, '../shared'));
const { values: options, positionals } = parseArgs({
  options: {
    random: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
  },
  allowPositionals: true,
});
const folders = [path.join(shared, 'manuscripts'), path.join(shared, 'corpora'), root];

/** Milliseconds for a run. */
const patience = 20_000;

const readMarkdown = await ourReader();
const count = Number(options.random);
const documents = count
  ? Array.from({ length: count }, (_, index) => ({
      name: `seed ${Number(options.seed) + index}`,
      text: randomDocument(Number(options.seed) + index),
    }))
  : (positionals.length ? positionals : folders)
      .flatMap(markdownFiles)
      .map(name => ({ name, text: fs.readFileSync(name, 'utf8').replace(/^\uFEFF/, '') }));
const different = differing(documents);
console.log(`${documents.length} documents, ${different.length} read differently`);
for (const document of different.slice(0, Number(options.show))) {
  const small = shrink(document);
  console.log(
    `\n--- ${document.name}\n${small.text}\n    of the whole: ours ${only(document.ours, document.theirs)} pandoc ${only(document.theirs, document.ours)}\n    ours   ${only(small.ours, small.theirs)}\n    pandoc ${only(small.theirs, small.ours)}`,
  );
}
process.exitCode = different.length ? 1 : 0;

/** What is in one reading and not in the other. */
function only(reading, other) {
  const left = other.split('\t');
  return reading
    .split('\t')
    .filter(cited => left.indexOf(cited) < 0 || !left.splice(left.indexOf(cited), 1).length)
    .join(', ');
}

/** The documents that are not read alike, with both readings. */
function differing(candidates) {
  const theirs = pandocReads(candidates.map(({ text }) => text));
  return candidates
    .map((candidate, index) => ({ ...candidate, ours: ourReading(candidate.text), theirs: theirs[index] }))
    .filter(({ ours, theirs }) => theirs !== 'error' && ours !== theirs);
}

function ourReading(text) {
  return readMarkdown(text, 'pandoc')
    .citations.flatMap(({ keys }) => keys.map(({ key, form }) => `${key} ${form}`))
    .sort(byBytes)
    .join('\t');
}

/** What Pandoc reads in each text; `error` where it refuses to or takes too long, which it does over many brackets that do not close. */
function pandocReads(texts) {
  const read = [];
  while (read.length < texts.length) {
    const answers = pandocRun(texts.slice(read.length, read.length + 200));
    read.push(...answers, ...(answers.length < Math.min(200, texts.length - read.length) ? ['error'] : []));
  }
  return read;
}

/** The answers of one run, which may end early. It sees line ends and tabs as Pandoc's command makes them, and chunks as knitr leaves them. */
function pandocRun(texts) {
  const file = path.join(os.tmpdir(), `literature-agreement-${process.pid}.txt`);
  fs.writeFileSync(file, texts.map(asPandocSees).join('\n\u0001\n'));
  const filter = fileURLToPath(new URL('pandocCitations.lua', import.meta.url));
  const { stdout, error } = spawnSync('nice', ['pandoc', '-L', filter, '-t', 'json'], {
    env: { ...process.env, DOCUMENTS: file },
    input: '',
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  fs.rmSync(file);
  if (error && error.code !== 'ETIMEDOUT') throw error;
  return stdout
    .split('\n')
    .slice(0, -1)
    .map(line => line.split('\t').sort(byBytes).join('\t'));
}

/** A part of the document, as small as can be, that is still read differently. */
function shrink(document) {
  let smallest = document;
  for (const separator of ['\n', /(?=[ @[\]<>`*_$:;|()])/]) {
    const count = smallest.text.split(separator).length;
    for (let size = Math.ceil(count / 8); size >= 1; size = Math.floor(size / 2)) {
      for (;;) {
        const parts = smallest.text.split(separator);
        const joint = typeof separator === 'string' ? separator : '';
        if (parts.length <= size) break;
        const shorter = parts.flatMap((_, index) =>
          index % size ? [] : [{ ...document, text: parts.toSpliced(index, size).join(joint) }],
        );
        const next = differing(shorter)[0];
        if (!next) break;
        smallest = next;
      }
    }
  }
  return smallest;
}

function asPandocSees(text) {
  const knitted = text
    .replace(/\r\n?/g, '\n')
    .replace(/^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{[a-zA-Z][^\n]*\}[ \t]*$/gm, '$1');
  return expandTabs(knitted);
}

function expandTabs(text) {
  return text.replace(/^.*\t.*$/gm, line => {
    let expanded = '';
    for (const character of line)
      expanded += character === '\t' ? ' '.repeat(4 - ([...expanded].length % 4)) : character;
    return expanded;
  });
}

function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function markdownFiles(name) {
  if (!fs.existsSync(name)) return [];
  if (fs.statSync(name).isFile()) return [name];
  return fs
    .readdirSync(name, { withFileTypes: true })
    .filter(entry => !entry.isSymbolicLink() && !entry.name.startsWith('.git'))
    .flatMap(entry => {
      const inside = path.join(name, entry.name);
      if (entry.isDirectory()) return markdownFiles(inside);
      return /\.(?:md|markdown|qmd|rmd)$/i.test(entry.name) && fs.statSync(inside).size < 400_000
        ? [inside]
        : [];
    });
}

async function ourReader() {
  const outfile = path.join(root, 'out/agreement/markdown.cjs');
  await build({
    entryPoints: [path.join(root, 'src/core/citing/markdown/readMarkdown.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile).readMarkdown;
}
