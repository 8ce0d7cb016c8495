// How fast bibliographies are read: `npm run bench:references [-- --sizes 1000,10000] [--files FILE…] [--seconds 120] [--json]`.
// Generated libraries with abstracts, and real files where given, go through our reader and through those of other programs, each in a
// process of its own with a limit on its time: milliseconds until the entries are there, until title, authors, year and abstract of each can
// be searched, and memory.
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

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const { values: options, positionals } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000,100000' },
    seconds: { type: 'string', default: '120' },
    json: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const megabyte = 1e6;

installPeers();
await build({
  entryPoints: [path.join(root, 'src/core/bibliography/readBibliography.ts')],
  outfile: path.join(root, 'out/bench/references.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-bench-'));
const table = [];
try {
  for (const size of options.sizes.split(',').filter(Boolean).map(Number)) {
    const file = path.join(folder, `${size}.bib`);
    fs.writeFileSync(file, makeBibtex(size));
    compare(file, `${size} entries`);
  }
  for (const file of positionals)
    compare(path.resolve(process.env.INIT_CWD ?? '.', file), path.basename(file));
} finally {
  fs.rmSync(folder, { recursive: true });
}
if (options.json) console.log(JSON.stringify(table, null, 2));

function compare(file, library) {
  const rows = [];
  for (const reader of Object.keys(readers)) {
    const run = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=6000', path.join(here, 'measure.mjs'), reader, file],
      {
        encoding: 'utf8',
        timeout: Number(options.seconds) * 1000,
      },
    );
    const measured = run.status === 0 ? JSON.parse(run.stdout.trim().split('\n').at(-1)) : undefined;
    rows.push({
      library,
      reader,
      ...(measured ?? {
        failed: run.error?.code === 'ETIMEDOUT' ? `over ${options.seconds} s` : lastLine(run.stderr),
      }),
    });
  }
  const ours = rows[0];
  for (const row of rows) if (row.toSearchable) row.timesOurs = row.toSearchable / ours.toSearchable;
  table.push(...rows);
  if (options.json) return;
  console.log(`\n${library}, ${(fs.statSync(file).size / megabyte).toFixed(1)} MB`);
  console.table(
    Object.fromEntries(rows.map(row => [row.reader, row.failed ? { failed: row.failed } : shown(row)])),
  );
}

function shown({ entries, toEntries, toSearchable, timesOurs, peakBytes, keptBytes, fileBytes }) {
  return {
    entries,
    'ms to entries': Math.round(toEntries),
    'ms to searchable': Math.round(toSearchable),
    'times ours': Number(timesOurs.toFixed(1)),
    'peak MB': Math.round(peakBytes / megabyte),
    'kB an entry beyond the text': Number(((keptBytes - fileBytes) / entries / 1000).toFixed(2)),
  };
}

function lastLine(text) {
  return /Error[^\n]*/.exec(text)?.[0].slice(0, 80) ?? 'failed';
}
