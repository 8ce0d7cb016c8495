// Runs test/host/web in the web extension host of VS Code for the Web: a browser worker, as on vscode.dev.
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import util from 'node:util';
import { needPrograms } from './debian.mjs';
import { buildWebTests, makeWorkspace } from './hostTests.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { root } from './vscode/setup.mjs';
import { setUpVsCodeWeb, webData, webFolder, webVersion } from './vscode-web/setup.mjs';

const limit = 15 * 60_000;
needPrograms(['chromium']);
setUpVsCodeWeb();
await buildWebTests();

const { open } = createRequire(path.join(webFolder, 'package.json'))('@vscode/test-web');
const workspace = makeWorkspace();
const port = await new Promise(resolve => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const at = probe.address().port;
    probe.close(() => resolve(at));
  });
});
const vscode = await open({
  browserType: 'none',
  quality: 'stable',
  commit: webVersion,
  testRunnerDataDir: webData,
  extensionDevelopmentPath: root,
  extensionTestsPath: path.join(root, 'out/host-web/index.js'),
  folderPath: workspace,
  host: '127.0.0.1',
  port,
});
const browser = await openBrowser();
const lines = [];
const ended = new Promise(resolve => {
  browser.page.exposeFunction('codeAutomationExit', code => resolve(code));
  setTimeout(() => resolve(124), limit).unref();
});
await browser.page.exposeFunction('codeAutomationLog', (_level, args) => lines.push(util.format(...args)));
await browser.page.goto(`http://127.0.0.1:${port}/`);
const code = await ended;
const report = lines.find(line => line.startsWith('literature-tests '));
await browser.page.screenshot({ path: path.join(root, 'out/web.png') });
await browser.close();
vscode.dispose();
const result = report && JSON.parse(report.slice('literature-tests '.length));
for (const test of result?.tests ?? [])
  console.log(`${test.error ? '✖' : '✔'} ${test.title}${test.error ? `\n${test.error}` : ''}`);
if (result) console.log(`web: ${result.passed} passed, ${result.failed} failed, 0 skipped`);
else
  console.error(
    `The suites did not run (see out/web.png).\n${lines.slice(-40).join('\n')}\n${browser.log.slice(-40).join('\n')}`,
  );
process.exit(result ? code : code || 2);
