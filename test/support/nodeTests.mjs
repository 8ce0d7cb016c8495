import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Bundles the `*.test.ts` of a folder of test/ (or those of them that are named, by file or folder) and runs them with Node's own
 * test runner. Gives its exit code.
 */
export async function runNodeTests(folder, named = []) {
  const wanted = named.map(file => path.resolve(file));
  const base = path.join(root, 'test', folder);
  const all = testsIn(base, '.test.ts');
  const entryPoints = wanted.length
    ? all.filter(file => wanted.some(name => file === name || file.startsWith(name + path.sep)))
    : all;
  const outdir = path.join(root, 'out', wanted.length ? `${folder}-${process.pid}` : folder);
  fs.rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir,
    outbase: base,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    external: ['vscode', 'esbuild', '@myriaddreamin/typst-ts-node-compiler'],
    outExtension: { '.js': '.cjs' },
  });
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...testsIn(outdir, '.cjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (wanted.length) fs.rmSync(outdir, { recursive: true, force: true });
  return run.status ?? 1;
}

function testsIn(folder, ending) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter(file => file.endsWith(ending))
    .map(file => path.join(folder, file));
}
