// `npm run fuzz -- [--minutes 10 | --texts 100000] [--parser bibtex] [--seed 7] [--longest 8000000] [--growth 0.25]`: texts that nobody would write, for
// everything that reads text of others; `--growth` is the part of the time in which short texts are repeated up to `--longest`, to see that
// time grows no faster than length. Counts are added to out/fuzz/counts.jsonl, and summed up by `--counts`.
// What fails is shrunk and written to test/fixtures/fuzz, where `npm test` finds it again.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const outfile = path.join(root, 'out/fuzz/main.cjs');
await build({
  entryPoints: [path.join(root, 'test/fuzz/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'inline',
  logLevel: 'error',
});
const run = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
