// How smoothly the library map moves: `npm run bench:map [-- --size 20000] [--frames 120] [--rest 60]`.
// A real window over so many references opens the map, and enlarges it, drags it, points at papers and draws a rectangle, one event a frame.
// Milliseconds from frame to frame as the page sees them (16.7 is what the screen gives), and the time its script took of them; and how long
// it took from the command to the map, so many seconds after the document was opened: until then the library is read.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, seen } from '../../support/vscode/browser.mjs';
import { installPackaged } from '../../support/vscode/installed.mjs';
import { startServer } from '../../support/vscode/server.mjs';
import { setUpVsCode } from '../../support/vscode/setup.mjs';
import { makeBibtex, makeItems } from '../library/makeLibrary.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '20000' },
    frames: { type: 'string', default: '120' },
    rest: { type: 'string', default: '60' },
  },
});
setUpVsCode();
const extensions = installPackaged('out/bench/extensions');
const size = Number(values.size);
const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-map-'));
const items = [...makeItems(size)];
fs.writeFileSync(path.join(workspace, 'refs.bib'), makeBibtex(items));
fs.writeFileSync(
  path.join(workspace, 'paper.md'),
  `---\nbibliography: refs.bib\n---\n\nKnown [@${items[0].id}; @${items[size >> 1].id}].\n`,
);
const server = await startServer({ extensions, settings: { 'literature.collection.enabled': false } });
const browser = await openBrowser();
const { page } = browser;
page.setDefaultTimeout(90_000);
await page.goto(server.address(workspace));
await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'paper.md' }).dblclick();
await page.locator('.view-line', { hasText: 'Known' }).click();
await new Promise(resolve => setTimeout(resolve, 1000 * Number(values.rest)));
const command = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show Library Map' }).first();
for (let isAsked = false; !isAsked; isAsked = await seen(command)) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill('>Literature: Show Library Map');
}
const asked = performance.now();
await page.keyboard.press('Enter');
const map = page.frameLocator('iframe.webview').frameLocator('iframe');
await map.getByRole('heading', { name: `${size.toLocaleString('en')} papers in the library` }).waitFor();
console.log(`${size} references: the map after ${((performance.now() - asked) / 1000).toFixed(1)} s`);
const canvas = map.locator('#canvas');
const moves = ['enlarged', 'dragged', 'pointed at', 'a rectangle drawn'];
const rows = [];
for (const move of moves) rows.push([move, ...(await canvas.evaluate(moved, [move, Number(values.frames)]))]);
console.log(
  '| the map is | frame, p50 | p95 | longest | script of a frame, p95 |\n| --- | ---: | ---: | ---: | ---: |',
);
for (const [move, ...times] of rows)
  console.log(`| ${move} | ${times.map(time => time.toFixed(1)).join(' | ')} |`);
await browser.close();
await server.stop();
fs.rmSync(workspace, { recursive: true, force: true });

/** In the page: one event a frame. The time of the script is that of the event and of what was asked for the frame. */
async function moved(canvas, [move, frames]) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const fire = (kind, type, x, y, rest = {}) =>
    canvas.dispatchEvent(
      new kind(type, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: left + x,
        clientY: top + y,
        ...rest,
      }),
    );
  const along = frame => [width * (0.3 + (0.4 * frame) / frames), height * (0.3 + (0.4 * frame) / frames)];
  const step = {
    enlarged: frame =>
      fire(WheelEvent, 'wheel', width / 2, height / 2, { deltaY: frame < frames / 2 ? -40 : 40 }),
    dragged: frame => {
      if (!frame) fire(MouseEvent, 'mousedown', ...along(0));
      fire(MouseEvent, 'mousemove', ...along(frame));
      if (frame === frames - 1) fire(MouseEvent, 'mouseup', ...along(frame));
    },
    'pointed at': frame => fire(PointerEvent, 'pointermove', ...along(frame)),
    'a rectangle drawn': frame => {
      const shift = { shiftKey: true, pointerId: 1, buttons: 1 };
      canvas.setPointerCapture = () => {};
      if (!frame) fire(PointerEvent, 'pointerdown', ...along(0), shift);
      fire(PointerEvent, 'pointermove', ...along(frame), shift);
      if (frame === frames - 1) fire(PointerEvent, 'pointerup', ...along(frame), shift);
    },
  }[move];
  const gaps = [];
  const script = [];
  let before = await new Promise(requestAnimationFrame);
  for (let frame = 0; frame < frames; frame++) {
    const began = performance.now();
    step(frame);
    const event = performance.now() - began;
    // What the event asked for a frame is done between these two, which are asked for after it.
    const now = await new Promise(requestAnimationFrame);
    script.push(event + performance.now() - now);
    gaps.push(now - before);
    before = now;
  }
  const quantile = (list, part) =>
    [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(part * list.length))];
  return [quantile(gaps, 0.5), quantile(gaps, 0.95), Math.max(...gaps), quantile(script, 0.95)];
}
