// How typing feels in a large manuscript: `npm run bench:typing [-- --citations 10000] [--references 50000] [--keys 200] [--profile]`.
// A real window with every feature on, a document of so many citations and a bibliography of so many references: from each key pressed to
// the line painted anew, and the longest time that the extension host gave nobody else a turn (processor time of its thread) meanwhile. Other extensions share the
// thread (the built-in one for Markdown reads the document at every pause): samples of the thread tell what is theirs. `--profile` prints them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../../support/vscode/browser.mjs';
import { addressInEditor, buildForEditor, listenToEditor } from '../../support/vscode/inEditor.mjs';
import { startServer } from '../../support/vscode/server.mjs';
import { root, setUpVsCode } from '../../support/vscode/setup.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';

const { values } = parseArgs({
  options: {
    citations: { type: 'string', default: '10000' },
    references: { type: 'string', default: '50000' },
    keys: { type: 'string', default: '200' },
    profile: { type: 'boolean', default: false },
  },
});
const everything = {
  'literature.inlayHints.enabled': true,
  'literature.codeLens.enabled': true,
  'literature.diagnostics.unusedReferences': true,
  'literature.related.enabled': true,
};
setUpVsCode();
// As it is packaged; to be read, as it is written.
const how = values.profile ? [] : ['--production'];
execFileSync(process.execPath, ['esbuild.mjs', ...how], { cwd: root, stdio: 'inherit' });
const script = await buildForEditor('test/bench/typing/inEditor.ts', 'out/bench/typing/index.js');
const workspace = makeWorkspace();
const told = name => path.join(workspace, '.told', name);
const server = await startServer({
  tests: true,
  settings: everything,
  env: { LITERATURE_TOLD: path.join(workspace, '.told') },
});
const browser = await openBrowser();
const { page } = browser;
await listenToEditor(page);
await page.goto(addressInEditor(server, workspace, script));
for (const from of ['library', 'typing']) {
  await until(() => fs.existsSync(told(`${from}-ready`)));
  if (from === 'library') continue;
  await page.locator('.view-line', { hasText: 'Here one writes' }).click();
  await page.keyboard.press('End');
  const times = await typed(Number(values.keys));
  fs.writeFileSync(told('typed'), '');
  await until(() => fs.existsSync(told('result.json')));
  const { blocks, loading, ...profiled } = JSON.parse(fs.readFileSync(told('result.json'), 'utf8'));
  const quantile = part => [...times].sort((a, b) => a - b)[Math.floor(part * times.length)];
  const withoutOthers = list => (list[0]?.withoutOthers ?? 0).toFixed();
  console.log(`${values.citations} citations, ${values.references} references, ${times.length} keys`);
  console.log(`key to line: p50 ${quantile(0.5).toFixed()} ms, p95 ${quantile(0.95).toFixed()} ms`);
  console.log(
    `longest block of the extension host: ${blocks.toFixed()} ms while typing, ${loading.toFixed()} ms while everything was read; without what other extensions did: ${withoutOthers(profiled.typingBlocks)} and ${withoutOthers(profiled.loadingBlocks)} ms`,
  );
  if (!values.profile) continue;
  for (const [when, list] of Object.entries(profiled))
    for (const { milliseconds, withoutOthers, own, whole } of list.slice(0, 12)) {
      console.log(`\n${when}: ${milliseconds.toFixed()} ms, ${withoutOthers.toFixed()} ms without others`);
      console.log(` of its own\n  ${own.join('\n  ')}\n with what it called\n  ${whole.join('\n  ')}`);
    }
}
await browser.close();
await server.stop();
fs.rmSync(workspace, { recursive: true, force: true });

function makeWorkspace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-typing-'));
  const items = [...makeItems(Number(values.references))];
  fs.writeFileSync(path.join(folder, 'refs.bib'), makeBibtex(items));
  const count = Number(values.citations);
  const cited = index => items[Math.floor((index * 7919) % items.length)].id;
  const paragraphs = Array.from(
    { length: Math.ceil(count / 4) },
    (_, at) =>
      `Much is known of it [@${cited(4 * at)}; @${cited(4 * at + 1)}, p. 3], as @${cited(4 * at + 2)} says, and **more** [see @${cited(4 * at + 3)}].\n`,
  );
  const text = `---\nbibliography: refs.bib\n---\n\nHere one writes\n\n${paragraphs.join('\n')}`;
  fs.writeFileSync(path.join(folder, 'paper.md'), text);
  fs.mkdirSync(path.join(folder, '.told'));
  return folder;
}

/** The milliseconds from each key to the line that changed after it. */
async function typed(keys) {
  await page.evaluate(() => {
    const state = { pressed: 0, times: [] };
    window.typing = state;
    document.addEventListener('keydown', () => (state.pressed = performance.now()), true);
    new MutationObserver(() => {
      if (!state.pressed) return;
      state.times.push(performance.now() - state.pressed);
      state.pressed = 0;
    }).observe(document.querySelector('.view-lines'), {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const words = ' of graphs and what they learn when nobody looks [@smith2007 and others';
  for (let key = 0; key < keys; key++) {
    const letter = words[key % words.length];
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await new Promise(resolve => setTimeout(resolve, 120));
  }
  return page.evaluate(() => window.typing.times);
}

async function until(condition) {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 100));
}
