// Runs the Mocha suites of test/host in the extension host of a real VS Code: `node test/support/host.mjs [grep]`.
// The same bundle (out/host/index.js, exports run()) is what @vscode/test-electron takes: see electron.mjs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import util from 'node:util';
import { needPrograms } from './debian.mjs';
import { buildHostTests, makeWorkspace } from './hostTests.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { addressInEditor, listenToEditor } from './vscode/inEditor.mjs';
import { startServer } from './vscode/server.mjs';
import { root, setUpVsCode } from './vscode/setup.mjs';

/** For machines that are slow and busy. */
const limit = 40 * 60_000;
needPrograms(['chromium']);
setUpVsCode();
await buildHostTests();

const workspace = makeWorkspace();
const resultFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'literature-result-')), 'result.json');
const server = await startServer({
  tests: true,
  env: {
    LITERATURE_RESULT: resultFile,
    LITERATURE_GREP: process.argv[2] ?? '',
    LITERATURE_WORKSPACE: workspace,
  },
});
const browser = await openBrowser();
const { ended } = await listenToEditor(browser.page, {
  onLog(_level, args) {
    const line = util.format(...args);
    if (process.env.VERBOSE) console.log(line);
  },
});
await browser.page.goto(addressInEditor(server, workspace, path.join(root, 'out/host/index.js')));
const tooLate = new Promise(resolve => {
  setTimeout(() => resolve(124), limit).unref();
});
const code = await Promise.race([ended, tooLate]);
const result = fs.existsSync(resultFile) ? JSON.parse(fs.readFileSync(resultFile, 'utf8')) : undefined;
if (!result) {
  await browser.page.screenshot({ path: path.join(root, 'out/host-failure.png') });
  console.error(
    code === 124 ? `No end after ${limit / 60_000} minutes.` : 'The suites did not run.',
    `See out/host-failure.png\n${browser.log.slice(-40).join('\n')}\n${server.output().slice(-3000)}`,
  );
}
await browser.close();
await server.stop();
fs.rmSync(path.dirname(resultFile), { recursive: true, force: true });
fs.rmSync(workspace, { recursive: true, force: true });
for (const test of result?.tests ?? [])
  console.log(
    `${{ passed: '✔', failed: '✖', pending: '-' }[test.state]} ${test.title}${test.error ? `\n${test.error}` : ''}`,
  );
if (result) console.log(`host: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
process.exit(result ? (result.failed ? 1 : code) : code || 2);
