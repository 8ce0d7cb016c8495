// Whether bibliographies are read as Pandoc reads them: `npm run agreement:references [-- --show 20] [-- DIR…]`.
// Titles, authors, years and DOIs of every `.bib` file in the folders (by default the manuscripts and corpora of LITERATURE_SHARED, where
// present, and the project's own fixtures) are compared with `pandoc -f biblatex -t csljson`. README.md explains what differs.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const shared = path.resolve(process.env.LITERATURE_SHARED ?? path.join(root, '../shared'));
const cache = path.join(os.tmpdir(), 'literature-agreement');

const { values: options, positionals } = parseArgs({
  options: { show: { type: 'string', default: '0' }, exact: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folders = positionals.length
  ? positionals
  : ['manuscripts', 'corpora'].map(name => path.join(shared, name)).concat(path.join(root, 'test/fixtures'));

const { readBibliography, toCiteprocItem } = await ourReaders();
const counts = {};
let refused = 0;
for (const file of folders.flatMap(bibFiles)) {
  const theirs = pandocItems(file);
  if (!theirs) {
    refused++;
    continue;
  }
  compareFile(file, theirs);
}

const fields = Object.keys(counts);
console.table(
  Object.fromEntries(
    fields.map(field => {
      const { same, total } = counts[field];
      return [
        field,
        { compared: total, differ: total - same, agree: `${((100 * same) / total).toFixed(2)} %` },
      ];
    }),
  ),
);
const same = fields.reduce((sum, field) => sum + counts[field].same, 0);
const total = fields.reduce((sum, field) => sum + counts[field].total, 0);
console.log(
  `All fields: ${((100 * same) / total).toFixed(3)} % of ${total}. ${refused} files Pandoc refuses as a whole.`,
);
if (same / total < 0.995) process.exitCode = 1;

function compareFile(file, theirs) {
  const { references } = readBibliography(fs.readFileSync(file), 'bibtex', file);
  const ours = new Map();
  for (const reference of references)
    ours.set(reference.key, [...(ours.get(reference.key) ?? []), reference]);
  for (const their of theirs) {
    const our = ours.get(their.id)?.shift();
    count('entry', file, their.id, our ? 'there' : 'missing', 'there');
    if (!our) continue;
    const item = toCiteprocItem(our.exchangeItem);
    count('title', file, their.id, textOf(item.title), textOf(their.title));
    count('authors', file, their.id, namesOf(item.author), namesOf(their.author));
    count('year', file, their.id, yearOf(item), yearOf(their));
    count('DOI', file, their.id, item.DOI ?? '', their.DOI ?? '');
  }
}

function count(field, file, key, ours, theirs) {
  counts[field] ??= { same: 0, total: 0 };
  if (ours === '' && theirs === '') return;
  counts[field].total++;
  if (ours === theirs) counts[field].same++;
  else if (counts[field].total - counts[field].same <= Number(options.show))
    console.log(`${field} of ${key} in ${path.relative(shared, file)}\n  ours   ${ours}\n  pandoc ${theirs}`);
}

/** Letters and digits; with --exact the text as it is. */
function textOf(text = '') {
  return options.exact ? text : fold(text.replace(/<[^<>]*>/g, ''));
}

function fold(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function namesOf(names = []) {
  const parts = ['non-dropping-particle', 'dropping-particle', 'family', 'given', 'suffix', 'literal'];
  return names
    .map(name => parts.map(part => (options.exact ? (name[part] ?? '') : fold(name[part] ?? ''))).join('|'))
    .join('; ');
}

function yearOf(item) {
  return String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
}

/** What Pandoc makes of a file, from the cache if it did before; `undefined` when it refuses it. */
function pandocItems(file) {
  const bytes = fs.readFileSync(file);
  const name = path.join(cache, `${crypto.createHash('sha256').update(bytes).digest('hex')}.json`);
  if (!fs.existsSync(name)) {
    fs.mkdirSync(cache, { recursive: true });
    let answer = '';
    try {
      answer = execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson', file], {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 60_000,
      });
    } catch (error) {
      if (error.code === 'ENOENT') throw new Error('Pandoc is not installed.');
    }
    fs.writeFileSync(name, answer);
  }
  const answer = fs.readFileSync(name, 'utf8');
  return answer ? JSON.parse(answer) : undefined;
}

function bibFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .map(name => path.join(folder, String(name)))
    .filter(name => name.endsWith('.bib') && fs.statSync(name).isFile())
    .sort();
}

async function ourReaders() {
  const outfile = path.join(root, 'out/agreement/references.cjs');
  await build({
    stdin: {
      contents: `
        export * from './src/core/bibliography/readBibliography';
        export * from './src/core/model/citeprocItem';`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile);
}
