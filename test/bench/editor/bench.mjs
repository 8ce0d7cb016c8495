// What a writer waits for in the editor: `npm run bench:editor [-- --sizes 119,4000,50000] [--rounds 3] [--keys 60]`.
// A real window, opened anew each time over a library that is in the cache: from the first document shown to its first hover and its first
// completion; then from a key pressed to the list that answers it, in the search list and in the suggestions. Each beside the same of an extension
// that looks for nothing (`idle/`), in a window without this one. Milliseconds; the median of the rounds.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageVsix } from '../../support/package.mjs';
import { openBrowser, seen } from '../../support/vscode/browser.mjs';
import { buildForEditor, resultInEditor } from '../../support/vscode/inEditor.mjs';
import { installPackaged } from '../../support/vscode/installed.mjs';
import { freePort, installVsix, startServer } from '../../support/vscode/server.mjs';
import { root, setUpVsCode } from '../../support/vscode/setup.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '119,4000,50000' },
    rounds: { type: 'string', default: '3' },
    keys: { type: 'string', default: '60' },
  },
});
const rounds = Number(values.rounds);
setUpVsCode();
const extensions = installPackaged('out/bench/extensions');
const script = await buildForEditor('test/bench/editor/inEditor.ts', 'out/bench/editor/index.js');
const nothing = path.join(root, 'test/bench/editor/idle');
const nothingInstalled = path.join(root, 'out/bench/idle-extensions');
fs.rmSync(nothingInstalled, { recursive: true, force: true });
const idleVsix = path.join(root, 'out/bench/idle.vsix');
packageVsix(nothing, idleVsix);
installVsix(idleVsix, nothingInstalled);

// What a library knew lies in a folder that VS Code names by the address of the window.
const port = await freePort();

const rows = [];
const typing = [];
for (const size of values.sizes.split(',').map(Number)) {
  const workspace = makeWorkspace(size);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-editor-'));
  await inHost(workspace, home, 'hover', true);
  const measured = { nothing: [], hover: [], completion: [], idleActivation: [], activation: [] };
  for (let round = 0; round < rounds; round++)
    for (const kind of ['nothing', 'hover', 'completion']) {
      const { first, activation } = await inHost(workspace, home, kind);
      measured[kind].push(first);
      if (kind === 'hover') measured.activation.push(activation);
      if (kind === 'nothing') measured.idleActivation.push(activation);
    }
  const median = name => Math.round(quantile(measured[name], 0.5));
  rows.push([size, ...['nothing', 'hover', 'completion', 'idleActivation', 'activation'].map(median)]);
  for (const [found, installed] of [
    ['nothing', nothingInstalled],
    ['papers', extensions],
  ])
    for (const [place, times] of Object.entries(await typed(workspace, home, installed)))
      typing.push([
        size,
        place,
        found,
        times.length,
        ...[0.5, 0.95].map(part => Math.round(quantile(times, part))),
      ]);
  for (const folder of [workspace, home]) fs.rmSync(folder, { recursive: true, force: true });
}
print(
  [
    'references',
    'hover that does nothing',
    'first hover',
    'first completion',
    'activation that does nothing',
    'activation',
  ],
  rows,
);
print(['references', 'typed in', 'what is found', 'keys answered', 'p50', 'p95'], typing);

/** A folder with a bibliography of so many references and a paper that cites one of them. */
function makeWorkspace(size) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-editor-'));
  const items = [...makeItems(size)];
  fs.writeFileSync(path.join(folder, 'refs.bib'), makeBibtex(items));
  const cited = items[Math.floor(size / 2)].id;
  fs.writeFileSync(
    path.join(folder, 'paper.md'),
    `---\nbibliography: refs.bib\n---\n\nKnown [@${cited}].\n\n`,
  );
  return folder;
}

/** Opens a window, has its extension host measure, and closes it. `prime`: waits until the library is in the cache. */
async function inHost(workspace, home, measure, prime = false) {
  const resultFile = path.join(home, 'result.json');
  fs.rmSync(resultFile, { force: true });
  return resultInEditor(workspace, script, {
    home,
    resultFile,
    port,
    ...(measure === 'nothing' && { extension: nothing }),
    env: { LITERATURE_MEASURE: measure, LITERATURE_KEPT: prime ? home : '' },
  });
}

/** Types into the search list and where a key goes. Gives the milliseconds from each key to the rows that changed after it. */
async function typed(workspace, home, installed) {
  const server = await startServer({ home, extensions: installed, port });
  const browser = await openBrowser();
  const { page } = browser;
  page.setDefaultTimeout(120_000);
  await page.goto(server.address(workspace));
  await page.waitForSelector('.monaco-workbench');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'paper.md' }).dblclick();
  await page.locator('.view-line', { hasText: 'Known' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('[@');
  const suggestion = page.locator('.suggest-widget.visible .monaco-list-row').first();
  // They close when the last letter of a word is taken back, and nothing opened them where `@` was typed before the extension was there.
  const opened = async () => {
    while (!(await seen(suggestion))) await page.keyboard.press('Control+Space');
  };
  await opened();
  const suggestions = await timed(page, '.suggest-widget', ['learn', 'smith', 'model', 'johns'], opened);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Shift+Alt+L');
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  const list = await timed(page, '.quick-input-list', ['learning of models ', 'smith 2007 ', 'deep graph ']);
  await browser.close();
  await server.stop();
  return { 'the search list': list, suggestions };
}

/** Presses keys one at a time, 300 ms apart, and takes each word back when it is typed. `opened`: sees to it that the list is there. */
async function timed(page, list, words, opened = async () => {}) {
  await page.evaluate(selector => {
    const state = { pressed: 0, answered: true, times: [] };
    window.typing = state;
    document.addEventListener(
      'keydown',
      () => {
        state.pressed = performance.now();
        state.answered = false;
      },
      true,
    );
    new MutationObserver(() => {
      if (state.answered || !document.querySelector(`${selector} .monaco-list-row`)) return;
      state.answered = true;
      state.times.push(performance.now() - state.pressed);
    }).observe(document.querySelector(`${selector} .monaco-list-rows`), {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: false,
    });
  }, list);
  let left = Number(values.keys);
  while (left > 0)
    for (const word of words) {
      await opened();
      for (const letter of word.slice(0, left)) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await new Promise(resolve => setTimeout(resolve, 300));
        left--;
      }
      for (const _ of word) await page.keyboard.press('Backspace');
      await new Promise(resolve => setTimeout(resolve, 600));
    }
  return page.evaluate(() => window.typing.times);
}

function quantile(times, part) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function print(head, lines) {
  console.log(`\n| ${head.join(' | ')} |\n|${head.map(() => ' ---: |').join('')}`);
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
}
