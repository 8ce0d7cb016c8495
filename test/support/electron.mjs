// Runs the host suites in a downloaded desktop VS Code: `npm run test:electron` (where one can be had).
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { buildHostTests, makeWorkspace } from './hostTests.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
await buildHostTests();
const workspace = makeWorkspace();
await runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'out/host/index.js'),
  extensionTestsEnv: { LITERATURE_WORKSPACE: workspace },
  launchArgs: [workspace, '--disable-extensions'],
});
