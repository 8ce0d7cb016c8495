// Bundles test/unit/**/*.test.ts (or the files named) and runs them with Node's own test runner.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const wanted = process.argv.slice(2).map(file => path.resolve(file));
const all = fs
  .readdirSync(path.join(root, 'test/unit'), { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.test.ts'))
  .map(file => path.join(root, 'test/unit', file));
const entryPoints = wanted.length
  ? all.filter(file => wanted.some(w => file === w || file.startsWith(w + path.sep)))
  : all;
const outdir = path.join(root, 'out', wanted.length ? `unit-${process.pid}` : 'unit');
fs.rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints,
  outdir,
  outbase: path.join(root, 'test/unit'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2022',
  sourcemap: 'inline',
  logLevel: 'warning',
  external: ['vscode'],
  outExtension: { '.js': '.cjs' },
});
const files = fs
  .readdirSync(outdir, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.cjs'))
  .map(file => path.join(outdir, file));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
  cwd: root,
  stdio: 'inherit',
});
if (wanted.length) fs.rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
