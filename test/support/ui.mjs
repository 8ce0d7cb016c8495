// Drives the packaged extension in a real workbench with Playwright: `npm run test:ui -- [name of a test file]`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { needPrograms } from './debian.mjs';
import { installPackaged } from './vscode/installed.mjs';
import { root, setUpVsCode } from './vscode/setup.mjs';

needPrograms(['chromium']);
setUpVsCode();
const extensions = installPackaged('out/ui-extensions');

const wanted = process.argv[2] ?? '';
const folder = path.join(root, 'test/ui');
const outdir = path.join(root, 'out/ui');
fs.rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.test.ts') && file.startsWith(wanted))
    .map(file => path.join(folder, file)),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2022',
  sourcemap: 'inline',
  logLevel: 'warning',
  packages: 'external',
  external: ['*.mjs'],
  outExtension: { '.js': '.mjs' },
});
const files = fs.readdirSync(outdir).map(file => path.join(outdir, file));
// One at a time: a server and a browser fill two cores.
const args = ['--enable-source-maps', '--test', '--test-concurrency=1', ...files];
const run = spawnSync(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LITERATURE_EXTENSIONS: extensions, LITERATURE_ROOT: root },
});
process.exit(run.status ?? 1);
