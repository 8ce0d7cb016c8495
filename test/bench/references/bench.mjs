// How fast bibliographies are read: `npm run bench:references [-- --sizes 1000,10000] [--budget 60] [--json] [FILE…]`.
// Generated libraries with abstracts, and real files, go through our reader and through those of other programs, each in a process of its
// own: processor time until title, authors, year and venue of each entry are there, and memory. The library as a whole is timed too:
// until the last entry is found by its title, until all heads of entries and then all abstracts are indexed, and until the first search
// again with what it remembered of them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { makeBibtex } from '../library/makeLibrary.mjs';
import { installPeers } from '../peers.mjs';
import { readers } from './readers.mjs';
import { realFiles } from './realFiles.mjs';
import { printed } from './table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const { values: options, positionals } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000,100000' },
    budget: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const budget = Number(options.budget) * 1000;
const megabyte = 1e6;

installPeers();
await build({
  entryPoints: {
    references: path.join(root, 'src/core/bibliography/readBibliography.ts'),
    library: path.join(root, 'src/worker/makeLibrary.ts'),
  },
  outdir: path.join(root, 'out/bench'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-bench-'));
/** The longest that a reader took, in milliseconds a byte, since it was last run. */
const pace = new Map();
const table = [];
try {
  for (const size of options.sizes.split(',').filter(Boolean).map(Number)) {
    const file = path.join(folder, `${size}.bib`);
    fs.writeFileSync(file, makeBibtex(size));
    compare(`${size} entries`, [file]);
    fs.rmSync(file);
  }
  const named = positionals.map(file => path.resolve(process.env.INIT_CWD ?? '.', file));
  const real = named.length ? named : realFiles(root);
  compare(`${real.length} real files`, real);
} finally {
  fs.rmSync(folder, { recursive: true });
}
if (options.json) console.log(JSON.stringify(table, null, 2));

function compare(library, files) {
  const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const rows = Object.keys(readers).map(reader => ({
    library,
    bytes,
    reader,
    ...measured(reader, files, bytes),
  }));
  const [ours] = rows;
  if (files.length === 1) {
    const { lastTitle, ...times } = run(['measureLibrary.mjs', files[0]]);
    const { failed, ...library } = times.failed
      ? times
      : { ...times, ...run(['measureLibrary.mjs', files[0], lastTitle]) };
    Object.assign(ours, library, failed ? { libraryFailed: failed } : {});
  }
  for (const row of rows) if (row.toFields) row.timesOurs = row.toFields / ours.toFields;
  table.push(...rows);
  if (!options.json) printed(`${library}, ${(bytes / megabyte).toFixed(1)} MB`, rows);
}

/** A reader that would need more than the budget, going by the last library, is not run. */
function measured(reader, files, bytes) {
  const known = pace.get(reader);
  if (known * bytes > budget) return { failed: 'not run: over the budget' };
  const row = run(['measure.mjs', reader, ...files]);
  pace.set(reader, (row.wall ?? budget) / bytes);
  return row;
}

function run([script, ...args]) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', path.join(here, script), ...args],
    { encoding: 'utf8', timeout: 2 * budget, maxBuffer: 64 * megabyte },
  );
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1));
  return {
    failed: error?.code === 'ETIMEDOUT' ? `stopped: over ${(2 * budget) / 1000} s` : lastError(stderr),
  };
}

function lastError(text) {
  return /Error[^\n]*/.exec(text)?.[0].slice(0, 80) ?? 'failed';
}
