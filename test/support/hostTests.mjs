// The host suites as one bundle, and a workspace for them to work in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Writes out/host/index.js with every test/host/**\/*.test.ts in it. */
export async function buildHostTests({ browser = false } = {}) {
  const folder = path.join(root, 'test/host');
  const suites = fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter(file => file.endsWith('.test.ts') && (!browser || file.startsWith('web')))
    .sort();
  const loadSuites = {
    name: 'suites',
    setup(context) {
      context.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
      context.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: suites.map(file => `import './${file}';`).join('\n'),
        resolveDir: folder,
      }));
    },
  };
  await build({
    entryPoints: { index: path.join(folder, browser ? 'web/index.ts' : 'index.ts') },
    outdir: path.join(root, browser ? 'out/host-web' : 'out/host'),
    bundle: true,
    platform: browser ? 'browser' : 'node',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'error',
    external: ['vscode', ...(browser ? [] : ['mocha'])],
    plugins: [loadSuites],
  });
}

/** A fresh copy of test/fixtures/workspace, which the suites may change as they like. */
export function makeWorkspace() {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-workspace-'));
  fs.cpSync(path.join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  return workspace;
}
