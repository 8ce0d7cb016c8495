// Builds the desktop extension, the web extension and their workers from the same sources.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { build, context } from 'esbuild';
import { licencesOf, packagesOf } from './test/support/bundledLicences.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const shared = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
};

const extension = { entryPoints: { extension: 'src/extension.ts' }, format: 'cjs' };

const bundles = [
  { ...extension, outdir: 'dist', platform: 'node', external: ['vscode'] },
  { ...extension, outdir: 'dist/web', platform: 'browser', external: ['vscode'] },
  // What runs in a thread of its own is the same script everywhere.
  {
    entryPoints: {
      libraryWorker: 'src/worker/libraryWorker.ts',
      formatterWorker: 'src/worker/formatterWorker.ts',
      writerWorker: 'src/worker/writerWorker.ts',
    },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
    external: ['node:worker_threads'],
  },
  // The page of the library map, loaded when it is opened.
  {
    entryPoints: { libraryMap: 'src/webview/map/page.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
  },
  // The commands for those who write without an editor, and for their CI: `literature check`.
  {
    entryPoints: { literature: 'src/cli/literature.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['esbuild'],
    sourcemap: false,
    banner: { js: '#!/usr/bin/env node' },
  },
  // For agents outside of the editor: `literature mcp`.
  {
    entryPoints: { mcp: 'src/mcp/main.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: [],
  },
];

const metafiles = [];
for (const bundle of bundles) {
  const options = { ...shared, ...bundle };
  if (watch) await (await context(options)).watch();
  else metafiles.push((await build(options)).metafile);
}
if (!watch) fs.writeFileSync('dist/LICENSES.txt', licencesOf(packagesOf(metafiles)));

// The index over the bundled collection is made here, by the code that will load it; citation styles come from a package.
for (const step of ['buildIndex', 'buildStyles'])
  execFileSync(process.execPath, ['src/cli/run.mjs', `scripts/${step}`], { stdio: 'inherit' });
