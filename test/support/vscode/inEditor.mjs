// Runs a script of ours in the extension host of a window: what VS Code's own tests are run by, an `index.js` that exports `run`.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { root } from './setup.mjs';

/** Bundles such a script, both paths from the root of the project; gives the whole path of the bundle. */
export async function buildForEditor(entryPoint, bundle) {
  const outfile = path.join(root, bundle);
  await build({
    entryPoints: [path.join(root, entryPoint)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'error',
  });
  return outfile;
}

/** The address of a window in which our extension, or another, is developed, and this script run. */
export function addressInEditor(server, workspace, script, extension = root) {
  const remote = folder => `vscode-remote://127.0.0.1:${server.port}${folder}`;
  return server.address(workspace, [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(script)],
    ['skipWelcome', 'true'],
  ]);
}

/** Lets the script of a window say that it ended, which is what this gives, and what it would log. */
export async function listenToEditor(page, { onLog = () => {} } = {}) {
  const ended = new Promise(resolve => {
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  await page.exposeFunction('codeAutomationLog', onLog);
  return { ended };
}

/** Opens a window, waits until its script ended, and closes it. Gives what the script wrote to LITERATURE_RESULT, a file of JSON. */
export async function resultInEditor(workspace, script, { home, port, env, resultFile, extension }) {
  const server = await startServer({
    tests: true,
    home,
    port,
    env: { LITERATURE_RESULT: resultFile, ...env },
  });
  const browser = await openBrowser();
  const { ended } = await listenToEditor(browser.page);
  await browser.page.goto(addressInEditor(server, workspace, script, extension));
  await ended;
  await browser.close();
  await server.stop();
  return JSON.parse(fs.readFileSync(resultFile, 'utf8'));
}
