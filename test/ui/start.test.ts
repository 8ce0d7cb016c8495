import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

const root = process.env.LITERATURE_ROOT ?? process.cwd();

describe('a newcomer types npm start', { timeout: 600_000 }, () => {
  let server: ChildProcess;
  let browser: { readonly page: Page; close(): Promise<void> };
  before(async () => {
    server = spawn(process.execPath, [path.join(root, 'test/support/start.mjs')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.once('exit', () => reject(new Error(`It ended:\n${said}`)));
      server.stdout!.on('data', text => {
        said += text;
        const printed = /http:\S+/.exec(said);
        if (printed) resolve(printed[0]);
      });
    });
    const { openBrowser } = await import(
      pathToFileURL(path.join(root, 'test/support/vscode/browser.mjs')).href
    );
    browser = await openBrowser({ width: 1280, height: 800 });
    await browser.page.goto(address);
  });
  after(async () => {
    await browser?.close();
    server.kill('SIGTERM');
  });

  it('sees the sample manuscript and the library at once', async () => {
    const { page } = browser;
    await page.locator('.tab.active[data-resource-name="generalization.md"]').waitFor({ timeout: 120_000 });
    await page.locator('.view-line', { hasText: 'Instruction tuning' }).waitFor();
    await page.locator('.sidebar .monaco-list-row', { hasText: 'Generalization theory' }).waitFor();
    await page.screenshot({ path: path.join(root, 'out/screenshots/start.png') });
  });
});
