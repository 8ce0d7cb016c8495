// How fast search is: `npm run bench:search [-- --sizes 119,1000,10000] [--engines "MiniSearch,…"] [--json FILE]`.
// Each engine on each size runs in a process of its own, with limits on time and memory; what exceeds them is left out and said so.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { installPeers } from '../peers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
/** For the queries of one engine on one size; slow ones answer fewer. */
const querySeconds = 10;
const processSeconds = 150;
const megabytes = 6000;
/** Reads every text on every query: seconds each beyond this many references. */
const mostForFuse = 10_000;
/** Larger libraries take these engines longer than `processSeconds`, or more memory than there is. */
const mostForPeers = { Orama: 10_000, FlexSearch: 10_000 };

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '119,1000,10000,50000,100000' },
    engines: { type: 'string' },
    json: { type: 'string' },
  },
});
installPeers();
const ourSearch = path.join(root, 'out/bench/searchIndex.mjs');
await build({
  entryPoints: [path.join(root, 'src/core/search/searchIndex.ts')],
  outfile: ourSearch,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  logLevel: 'error',
});
const { engines } = await import('./engines.mjs');
const names = values.engines?.split(',') ?? Object.keys(engines);
const sizes = values.sizes.split(',').map(Number);

const results = [];
for (const size of sizes) {
  for (const engine of names) {
    const most = engine.startsWith('Fuse') ? mostForFuse : mostForPeers[engine];
    if (size > most) {
      results.push({ engine, size, failed: `not run: too slow beyond ${most.toLocaleString('en')}` });
      continue;
    }
    const run = spawnSync(
      process.execPath,
      [
        `--max-old-space-size=${megabytes}`,
        '--expose-gc',
        path.join(here, 'measure.mjs'),
        engine,
        size,
        querySeconds,
      ],
      {
        timeout: processSeconds * 1000,
        encoding: 'utf8',
        env: { ...process.env, OUR_SEARCH: pathToFileURL(ourSearch).href },
      },
    );
    if (run.status === 0) results.push(JSON.parse(run.stdout));
    else results.push({ engine, size, failed: reasonOf(run) });
  }
  print(size);
}
printGrowth();
if (values.json) fs.writeFileSync(path.resolve(values.json), `${JSON.stringify(results, null, 1)}\n`);

function reasonOf({ error, stderr }) {
  if (error?.code === 'ETIMEDOUT') return `stopped after ${processSeconds} s`;
  return /out of memory/i.test(stderr) ? `needs more than ${megabytes} MB` : 'failed';
}

function print(size) {
  console.log(`\n${size.toLocaleString('en')} references\n`);
  console.log('| engine | p50 ms | p95 ms | queries | build ms | memory MB | stored B/ref | load ms |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const result of results.filter(result => result.size === size)) {
    const { engine, failed, p50, p95, queries, build, memory, stored, load } = result;
    const cells = failed
      ? [failed]
      : [
          p50.toFixed(2),
          p95.toFixed(2),
          queries,
          build.toFixed(0),
          (memory / 1e6).toFixed(1),
          stored === undefined ? '' : (stored / size).toFixed(0),
          load === undefined ? '' : load.toFixed(0),
        ];
    console.log(`| ${engine} | ${cells.join(' | ')} |`);
  }
}

/** How much dearer a query of each class becomes for how much larger a library. */
function printGrowth() {
  const ours = results.filter(({ engine, failed }) => engine === 'Literature Lookup' && !failed);
  if (ours.length < 2) return;
  console.log('\nLiterature Lookup, p50/p95 ms by what is typed\n');
  console.log(`| query | ${ours.map(({ size }) => size.toLocaleString('en')).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(ours.length)}`);
  for (const name of Object.keys(ours[0].classes)) {
    const cells = ours.map(({ classes }) => {
      const times = classes[name];
      return times ? `${times.p50.toFixed(2)}/${times.p95.toFixed(2)}` : '';
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log(`| library, times | ${ours.map(({ size }) => (size / ours[0].size).toFixed(0)).join(' | ')} |`);
  console.log(`| p95, times | ${ours.map(({ p95 }) => (p95 / ours[0].p95).toFixed(1)).join(' | ')} |`);
}
