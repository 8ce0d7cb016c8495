import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Locator, Page } from 'playwright-core';

const root = process.env.LITERATURE_ROOT ?? process.cwd();
const support = (file: string) => import(pathToFileURL(path.join(root, 'test/support/vscode', file)).href);

export interface WorkbenchOptions {
  /** Files of the workspace by relative path; without it, a copy of test/fixtures/sample. */
  readonly files?: Record<string, string>;
  /** A `.code-workspace` among the files, opened instead of the folder. */
  readonly workspace?: string;
  /** No folder is open. */
  readonly empty?: boolean;
  readonly settings?: Record<string, unknown>;
  /** Another folder of extensions than the one with ours alone. */
  readonly extensions?: string;
  /** The folder opens in Restricted Mode. */
  readonly restricted?: boolean;
  /** The window is on another computer than the files: see `delay`. */
  readonly distant?: boolean;
  /** What extensions are told that the window speaks: `de`. The texts of VS Code itself stay English, without a language pack. */
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A person at the keyboard: a VS Code window with the packaged extension, and what can be seen and done in it. */
export class Workbench {
  private static closed = 0;

  private constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
    private readonly line: { delay: number } | undefined,
    private readonly close_: () => Promise<void>,
  ) {}

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { startServer } = await support('server.mjs');
    const { openBrowser } = await support('browser.mjs');
    const { layLine } = await support('slowLine.mjs');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-ui-'));
    if (options.files) {
      for (const [file, text] of Object.entries(options.files)) {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), text);
      }
    } else if (!options.empty) {
      fs.cpSync(path.join(root, 'test/fixtures/sample'), folder, { recursive: true });
    }
    const server = await startServer({
      extensions: options.extensions ?? process.env.LITERATURE_EXTENSIONS,
      settings: {
        ...(process.env.THEME && { 'workbench.colorTheme': process.env.THEME }),
        ...options.settings,
      },
      trust: options.restricted,
    });
    const line = options.distant ? await layLine(server.port) : undefined;
    const [width, height] = process.env.SIZE?.split('x').map(Number) ?? [];
    const browser = await openBrowser({
      width: width ?? options.width ?? 1280,
      height: height ?? options.height ?? 800,
    });
    const page: Page = browser.page;
    page.setDefaultTimeout(60_000);
    if (options.language)
      await page.addInitScript(language => {
        Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => language, set: () => {} });
      }, options.language);
    const opened = options.workspace ? path.join(folder, options.workspace) : folder;
    const address = new URL(server.address(options.empty ? undefined : opened));
    if (line) address.port = line.port;
    await page.goto(address.href);
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    const workbench = new Workbench(page, folder, line, async () => {
      await browser.close();
      line?.close();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    });
    await workbench
      .activityBarItem(options.language === 'de' ? 'Literatur' : 'Literature')
      .waitFor({ timeout: 60_000 });
    return workbench;
  }

  /** From now on every message takes that long, in milliseconds, each way. */
  set delay(milliseconds: number) {
    if (!this.line) throw new Error('Only a workbench that is `distant` has a delay.');
    this.line.delay = milliseconds;
  }

  /** Leaves a picture of what was seen last, by the name of the test's file and the number of the window, for tests that fail. */
  async close(): Promise<void> {
    const file = path.basename(process.argv[1] ?? '', '.test.mjs');
    await this.screenshot(`last-${file}-${++Workbench.closed}`).catch(() => {});
    await this.close_();
  }

  /** Saves a picture to out/screenshots, to be looked at. */
  async screenshot(name: string): Promise<void> {
    const folder = path.join(root, 'out/screenshots');
    fs.mkdirSync(folder, { recursive: true });
    // Not while something fades in.
    await this.page.evaluate(() =>
      Promise.race([
        new Promise(resolve => setTimeout(resolve, 1000)),
        Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
      ]).then(() => undefined),
    );
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  /** The same in a light, a high-contrast and a dark theme, which stays: `name-light`, `name-contrast`, `name-dark`. */
  async screenshotInEachTheme(name: string): Promise<void> {
    const settings = path.join(this.folder, '.vscode/settings.json');
    fs.mkdirSync(path.dirname(settings), { recursive: true });
    for (const [theme, type, short] of [
      ['Default Light Modern', 'vs', 'light'],
      ['Default High Contrast', 'hc-black', 'contrast'],
      ['Default Dark Modern', 'vs-dark', 'dark'],
    ] as const) {
      fs.writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': theme }));
      await this.page.locator(`.monaco-workbench.${type}`).waitFor();
      await this.screenshot(`${name}-${short}`);
    }
  }

  /** The pages that are open, each also when VS Code loads it anew. */
  async pages(): Promise<FrameLocator[]> {
    const names = await this.page
      .locator('iframe.webview')
      .evaluateAll(frames => frames.map(frame => frame.getAttribute('name')));
    return names.map(name =>
      this.page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame'),
    );
  }

  /** The page with this heading. */
  async pageTitled(heading: string | RegExp): Promise<FrameLocator> {
    for (const limit = Date.now() + 60_000; ; ) {
      for (const page of await this.pages())
        if (await page.locator('h1', { hasText: heading }).isVisible()) return page;
      if (Date.now() > limit) throw new Error(`No page is titled “${heading}”.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** The first line of the editor that has a text in it. */
  textLine(text: string): Locator {
    return this.page.locator('.view-line', { hasText: text }).first();
  }

  /** What a file of the folder holds on disk. */
  read(file: string): string {
    return fs.readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Puts text on the clipboard by cutting it out of the document. */
  async cut(text: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.type(text);
    for (let letter = 0; letter < text.length; letter++) await keyboard.press('Shift+ArrowLeft');
    await keyboard.press('Control+X');
  }

  activityBarItem(title: string): Locator {
    return this.page.locator(`.activitybar [aria-label^="${title}"]`).first();
  }

  /** Runs a command from the palette. */
  async run(command: string): Promise<void> {
    await this.ask('F1', `>${command}`, this.rows.filter({ hasText: command }).first());
    await this.page.keyboard.press('Enter');
  }

  async openFile(file: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.ask('Control+P', file);
      try {
        // Before the list is filtered it holds what was open lately, in another order.
        await this.rows
          .filter({ hasText: path.basename(file) })
          .first()
          .click({ timeout: 10_000 });
        break;
      } catch (error) {
        if (attempt === 5) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    await this.page.locator(`.tab[data-resource-name="${path.basename(file)}"].active`).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
    await this.quickInputGone();
  }

  /** Opens a quick pick by its key and writes into it: again when something that was still going on took the focus from it. */
  private async ask(key: string, text: string, row = this.rows.first()): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.quickInputGone();
      await this.page.keyboard.press(key);
      try {
        await this.quickInput.fill(text, { timeout: 5000 });
        return await row.waitFor({ timeout: 5000 });
      } catch (error) {
        if (attempt === 3) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  private async quickInputGone(): Promise<void> {
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The input box of the open quick pick. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]').first();
  }

  /** Waits for the quick pick or input box of this title: the one before may be open for a moment longer. */
  async titled(title: string): Promise<void> {
    await this.page.locator('.quick-input-titlebar:visible', { hasText: title }).waitFor();
  }

  /**
   * Waits for a suggestion, and asks again: what is typed before the extension is up, or has read its files, is asked of nobody. `anew`: a list
   * that is open is closed before.
   */
  async suggested(text?: string, { anew = false } = {}): Promise<Locator> {
    const wanted = (text ? this.suggestions.filter({ hasText: text }) : this.suggestions).first();
    for (let attempt = 1; ; attempt++) {
      try {
        await wanted.waitFor({ timeout: 5000 });
        return wanted;
      } catch (error) {
        if (attempt === 10) throw error;
        if (anew) await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+Space');
      }
    }
  }

  /** Opens the list of code actions until it holds one: problems may be told anew meanwhile. */
  async actionsWith(action: string): Promise<Locator> {
    const menu = this.page.locator('.action-widget');
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+.');
      try {
        await menu.locator('.monaco-list-row', { hasText: action }).first().waitFor({ timeout: 6000 });
        return menu;
      } catch (error) {
        if (attempt === 10) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Presses Enter on a row that asks something, and again: that is taken for an answer only once the row was seen. */
  async enterUntil(follows: Locator): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Enter');
      try {
        return await follows.first().waitFor({ timeout: 15_000 });
      } catch (error) {
        if (attempt === 4) throw error;
      }
    }
  }

  /** The rows of the open quick pick. */
  get rows(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Waits until the first row, which Enter takes, shows this: lists that come while one types begin with others. */
  async firstRow(text: string): Promise<void> {
    await this.page
      .locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: text })
      .waitFor();
  }

  /** Presses Enter in the very moment the first row shows `wanted`; gives false when it shows `missed`, which comes after. */
  async pressEnterWhenFirst(wanted: string, missed: string): Promise<boolean> {
    const pressed = await this.page.waitForFunction(
      ([wanted, missed]) => {
        const text = document.querySelector('.quick-input-list .monaco-list-row')?.textContent ?? '';
        if (text.includes(missed!)) return 'missed';
        if (!text.includes(wanted!)) return undefined;
        const enter = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', enter));
        return 'pressed';
      },
      [wanted, missed],
    );
    return (await pressed.jsonValue()) === 'pressed';
  }

  /**
   * Drops what another program drags on something: texts by their types, so far from its left edge. Again where nothing follows: what a list
   * draws anew while it is dropped on notices nothing.
   */
  async drop(onto: Locator, data: Readonly<Record<string, string>>, follows: Locator, x = 20): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.dropOnce(onto, data, x);
      try {
        await follows.waitFor({ timeout: 15_000 });
        return;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  }

  private async dropOnce(onto: Locator, data: Readonly<Record<string, string>>, x: number): Promise<void> {
    await onto.evaluate(
      (element, { data, x }) => {
        const box = element.getBoundingClientRect();
        const dataTransfer = new DataTransfer();
        for (const [type, text] of Object.entries(data)) dataTransfer.setData(type, text);
        const at = { clientX: box.x + x, clientY: box.y + box.height / 2 };
        for (const type of ['dragenter', 'dragover', 'dragover', 'drop'])
          element.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer, ...at }),
          );
      },
      { data, x },
    );
  }

  get treeRows(): Locator {
    return this.page.locator('.sidebar .pane-body .monaco-list-row');
  }

  /** Opens a row of a tree: again where the tree was drawn anew under the mouse. */
  async expand(row: Locator): Promise<void> {
    const expanded = this.page.locator('[aria-expanded="true"]').and(row);
    for (let attempt = 1; ; attempt++) {
      await row.waitFor();
      if (await expanded.count()) return;
      await row.locator('.monaco-tl-twistie').click();
      try {
        return await expanded.waitFor({ timeout: 5000 });
      } catch (error) {
        if (attempt === 6) throw error;
      }
    }
  }

  get hover(): Locator {
    return this.page.locator('.monaco-hover:visible');
  }

  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  get notifications(): Locator {
    return this.page.locator('.notification-toast');
  }

  /**
   * Waits for a notice with this text, clears all notices, and gives what it said. It is looked for in VS Code's list of them: of more than
   * three that come soon after one another, progress among them, the others are shown there only.
   */
  async takeNotice(text: string): Promise<string> {
    await this.page.locator('.statusbar-item .codicon-bell-dot').waitFor();
    await this.run('Notifications: Show Notifications');
    const notice = this.page
      .locator('.notifications-center .notification-list-item', { hasText: text })
      .first();
    await notice.waitFor();
    const told = await notice.innerText();
    await this.run('Notifications: Clear All Notifications');
    await notice.waitFor({ state: 'detached' });
    return told;
  }

  /** Clicks into the editor and goes to the end of the document. */
  async goToEnd(): Promise<void> {
    await this.page.locator('.editor-instance .view-lines').first().click();
    await this.page.keyboard.press('Control+End');
  }

  /** Goes to a 1-based line and column of the active editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.ask('Control+G', `:${line},${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInputGone();
  }

  /** Points at a piece of text until its hover shows what is expected: again when the editor was drawn anew under the mouse. */
  async hoverOver(text: string, expected: string): Promise<void> {
    await this.pointUntil(() => this.pointAt(text), expected);
  }

  /** The same with a piece of text that is an element: one in a cell of a notebook. */
  async hoverOverIt(piece: Locator, expected: string): Promise<void> {
    await this.pointUntil(() => piece.hover(), expected);
  }

  private async pointUntil(point: () => Promise<void>, expected: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await point();
      try {
        return await this.hover.filter({ hasText: expected }).waitFor({ timeout: 10_000 });
      } catch (error) {
        if (attempt === 5) throw error;
        await this.page.mouse.move(5, 5);
      }
    }
  }

  /** Points at a piece of text in the editor: its own rectangle, since a token may be part of a longer span. */
  private async pointAt(text: string): Promise<void> {
    const at = await this.page.waitForFunction(wanted => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const index = (node as Text).data.indexOf(wanted);
          if (index < 0) continue;
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + wanted.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    }, text);
    const { x, y } = (await at.jsonValue()) as { x: number; y: number };
    await this.page.mouse.move(x - 4, y);
    await this.page.mouse.move(x, y, { steps: 3 });
  }

  /** Saves the active document until the file holds what is expected: again when an edit came after the key. */
  async saved(file: string, expected: RegExp): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+S');
      try {
        return await this.fileWith(file, expected, 6000);
      } catch (error) {
        if (attempt === 10) throw error;
      }
    }
  }

  /** Waits until a file of the workspace matches, for so many milliseconds, and gives its text. */
  async fileWith(file: string, expected: RegExp, timeout = 60_000): Promise<string> {
    const full = path.join(this.folder, file);
    const limit = Date.now() + timeout;
    for (;;) {
      const text = fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : '';
      if (expected.test(text)) return text;
      if (Date.now() > limit) throw new Error(`${file} does not match ${expected}:\n${text}`);
      await new Promise<void>(resolve => {
        const watcher = fs.watch(path.dirname(full), () => done());
        const timer = setTimeout(() => done(), 200);
        const done = () => {
          watcher.close();
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
