// Runs the host suites in a downloaded desktop VS Code: `npm run test:electron [-- stable | oldest | 1.99.0]` (where one can be had).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildHostTests, makeWorkspace } from './hostTests.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
await buildHostTests();
const workspace = makeWorkspace();
const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-user-'));
const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const [wanted = 'stable'] = process.argv.slice(2);
await runTests({
  version: wanted === 'oldest' ? engines.vscode.replace('^', '') : wanted,
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'out/host/index.js'),
  extensionTestsEnv: { LITERATURE_WORKSPACE: workspace },
  launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', userData],
});
