// `npm run soak:kills [-- --kills 1000]`: a real VS Code that cites paper after paper is killed, with all its processes, at moments that chance
// chooses. After each kill the bibliography must hold whole entries only: those whose insertion had ended, and at most the one that was under
// way. After the next start nothing of a broken-off write may lie beside it. Half the rounds have a bibliography that VS Code saves, half one of
// 6 MB, which is replaced on disk.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from '../../support/vscode/browser.mjs';
import { addressInEditor, buildForEditor, listenToEditor } from '../../support/vscode/inEditor.mjs';
import { startServer } from '../../support/vscode/server.mjs';
import { root, setUpVsCode } from '../../support/vscode/setup.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' } } });
setUpVsCode();
const script = await buildForEditor('test/soak/kills/inEditor.ts', 'out/soak/kills/index.js');
const keys = JSON.parse(fs.readFileSync(path.join(root, 'data/references.json'), 'utf8')).map(({ id }) => id);
const counts = { old: 0, now: 0, leavings: 0 };
const browser = await openBrowser();
await listenToEditor(browser.page);
const began = Date.now();
let running;
try {
  for (let kill = 1; kill <= Number(values.kills); kill++) await round(kill % 2 === 1);
} finally {
  running?.kill();
  await browser.close();
}
console.log(
  `${values.kills} kills in ${((Date.now() - began) / 60_000).toFixed(1)} minutes: ${counts.old} times without the entry under way, ${counts.now} times with it, whole entries only; ${counts.leavings} times something was left, and gone after the next start`,
);

async function round(isLarge) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-kill-'));
  const workspace = path.join(home, 'workspace');
  const told = path.join(home, 'told');
  const file = path.join(workspace, 'refs.bib');
  fs.mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  fs.mkdirSync(told);
  fs.writeFileSync(
    path.join(workspace, '.vscode/settings.json'),
    '{"literature.addToBibliography": "always"}',
  );
  const base = `${entry(0)}${isLarge ? Array.from({ length: 30_000 }, (_, at) => entry(at + 1)).join('') : ''}`;
  fs.writeFileSync(file, base);
  fs.writeFileSync(path.join(workspace, 'paper.md'), '---\nbibliography: refs.bib\n---\n\nKnown\n');
  const server = await opened(home, workspace, told, 'insert');
  await until(() => ended(told).length > 0);
  await new Promise(resolve => setTimeout(resolve, Math.random() * 1500));
  server.kill();
  await new Promise(resolve => setTimeout(resolve, 100));
  const whole = fs.readFileSync(file, 'utf8');
  const done = ended(told);
  if (!whole.startsWith(base.trimEnd())) throw new Error(`${home}: what was there is not there any more`);
  const added = [...whole.slice(base.length).matchAll(/^@\w+\{([^,\s]+),\n(?: {2}[^\n]*\n)+\}\n/gm)];
  const rest = added.reduce((text, [one]) => text.replace(one, ''), whole.slice(base.length));
  if (rest.trim()) throw new Error(`${home}: not whole: ${JSON.stringify(rest.slice(0, 300))}`);
  const found = added.map(([, key]) => key);
  const under = keys[done.length];
  const isNow = found.length === done.length + 1 && found.at(-1) === under;
  if (!isNow && found.length !== done.length)
    throw new Error(`${home}: ${done.length} insertions ended, ${found.length} entries are there`);
  for (const [at, key] of done.entries())
    if (found[at] !== key) throw new Error(`${home}: ${key} is missing`);
  counts[isNow ? 'now' : 'old']++;
  if (leavings(workspace).length > 0) {
    counts.leavings++;
    // It is old by the time that one starts again.
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of leavings(workspace)) fs.utimesSync(path.join(workspace, name), hourAgo, hourAgo);
    const next = await opened(home, workspace, told, 'read');
    await until(() => leavings(workspace).length === 0);
    next.kill();
  }
  await browser.page.goto('about:blank');
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function opened(home, workspace, told, task) {
  const server = await startServer({
    tests: true,
    home: path.join(home, 'vscode'),
    env: { LITERATURE_TOLD: told, LITERATURE_TASK: task, LITERATURE_KEYS: keys.join(' ') },
  });
  running = server;
  await browser.page.goto(addressInEditor(server, workspace, script));
  return server;
}

/** The keys whose insertion had ended. */
function ended(told) {
  const file = path.join(told, 'ended');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function leavings(folder) {
  return fs.readdirSync(folder).filter(name => /^\.refs\.bib\..*\.tmp$/.test(name));
}

function entry(at) {
  return `@article{own${at},\n  title = {Number ${at} of what was there},\n  abstract = {${'Words and more words. '.repeat(8)}}\n}\n\n`;
}

async function until(condition) {
  const limit = Date.now() + 180_000;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`not so within three minutes: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
