// Bundles one command and runs it: `node src/cli/run.mjs search "query"`; those of other folders of src by their path, `scripts/data`.
// File arguments are relative to the folder npm was called in (INIT_CWD), as a person expects.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const [name, ...args] = process.argv.slice(2);
const script = name.includes('/') ? path.join(root, 'src', name) : path.join(here, name);
const outfile = path.join(root, 'out/cli', `${path.basename(name)}.cjs`);
await build({
  entryPoints: [`${script}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2022',
  logLevel: 'error',
});
// What commands of the sources need of a build, and is made in no time.
if (name !== 'scripts/buildHan' && !fs.existsSync(path.join(root, 'dist/han.txt')))
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'scripts/buildHan'], { stdio: 'inherit' });
const run = spawnSync(process.execPath, ['--max-old-space-size=8192', outfile, ...args], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
  env: { ...process.env, LITERATURE_ROOT: root },
});
process.exit(run.status ?? 1);
