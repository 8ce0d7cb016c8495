// The host suites as one bundle, and a workspace for them to work in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const shared = { bundle: true, format: 'cjs', target: 'es2022', sourcemap: 'inline', logLevel: 'error' };

/** Writes out/host/index.js with every suite of test/host in it. */
export async function buildHostTests() {
  const folder = path.join(root, 'test/host');
  await build({
    ...shared,
    entryPoints: { index: path.join(folder, 'index.ts') },
    outdir: path.join(root, 'out/host'),
    platform: 'node',
    external: ['vscode', 'mocha'],
    plugins: [suitesOf(folder)],
  });
}

/** Writes out/host-web/index.js with the suites of test/host/web, Mocha included. */
export async function buildWebTests() {
  const folder = path.join(root, 'test/host/web');
  await build({
    ...shared,
    entryPoints: { index: path.join(folder, 'index.ts') },
    outdir: path.join(root, 'out/host-web'),
    platform: 'browser',
    external: ['vscode'],
    plugins: [suitesOf(folder), mochaInAWorker, assertInAWorker],
  });
}

/** The module `suites`: a function that loads every *.test.ts of a folder, after Mocha has set its globals. */
function suitesOf(folder) {
  const files = fs
    .readdirSync(folder)
    .filter(file => file.endsWith('.test.ts'))
    .sort();
  return {
    name: 'suites',
    setup(context) {
      context.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
      context.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: `export async function suites() {\n${files.map(file => `await import('./${file}');`).join('\n')}\n}`,
        resolveDir: folder,
      }));
    },
  };
}

/** Mocha's browser build looks for `module` and `exports`, and would take over those of the test bundle. */
const mochaInAWorker = {
  name: 'mocha-in-a-worker',
  setup(context) {
    context.onResolve({ filter: /^mocha-in-a-worker$/ }, () => ({
      path: path.join(root, 'node_modules/mocha/mocha.js'),
      namespace: 'mocha-in-a-worker',
    }));
    context.onLoad({ filter: /.*/, namespace: 'mocha-in-a-worker' }, args => ({
      contents: `(function (module, exports, define, require) {${fs.readFileSync(args.path, 'utf8')}\n}).call(globalThis);`,
    }));
  },
};

/** The few assertions the web suites use: Node's own module does not exist there. */
const assertInAWorker = {
  name: 'assert-in-a-worker',
  setup(context) {
    context.onResolve({ filter: /^node:assert/ }, () => ({ path: 'assert', namespace: 'assert' }));
    context.onLoad({ filter: /.*/, namespace: 'assert' }, () => ({
      contents: `
        const ok = (value, message) => { if (!value) throw new Error(message ?? 'expected a truthy value'); };
        const equal = (a, b, message) => ok(Object.is(a, b), message ?? \`expected \${JSON.stringify(b)}, got \${JSON.stringify(a)}\`);
        const deepEqual = (a, b, message) => equal(JSON.stringify(a), JSON.stringify(b), message);
        const match = (text, pattern) => ok(pattern.test(text), \`\${JSON.stringify(text)} does not match \${pattern}\`);
        export default Object.assign(ok, { ok, equal, deepEqual, match });`,
    }));
  },
};

/** A fresh copy of test/fixtures/workspace, which the suites may change as they like. */
export function makeWorkspace() {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-workspace-'));
  fs.cpSync(path.join(root, 'test/fixtures/workspace'), workspace, { recursive: true });
  return workspace;
}
