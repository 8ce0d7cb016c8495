// `npm run soak:kills [-- --kills 1000]`: in a real VS Code that cites paper after paper, the extension host, or all processes of the server at
// once, are killed at moments that chance chooses, and started again. After each kill the bibliography must hold whole entries only: those whose
// insertion had ended, and at most the one that was under way. Once the next host has begun, nothing of a broken-off write may lie beside it.
// Most windows have a bibliography of 6 MB, which the extension host replaces on disk; the others one that VS Code saves.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { packageVsix } from '../../support/package.mjs';
import { openBrowser } from '../../support/vscode/browser.mjs';
import { installPackaged } from '../../support/vscode/installed.mjs';
import { installVsix, startServer } from '../../support/vscode/server.mjs';
import { root, setUpVsCode } from '../../support/vscode/setup.mjs';

/** As many as there are papers in the collection, at most, can be cited in a window. */
const hostKillsPerWindow = 25;
const patience = 180_000;

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' } } });
setUpVsCode();
const extensions = await installed();
const keys = JSON.parse(fs.readFileSync(path.join(root, 'data/references.json'), 'utf8')).map(({ id }) => id);
const counts = { hosts: 0, servers: 0, old: 0, now: 0, leavings: 0 };
const browser = await openBrowser();
const began = Date.now();
let running;
try {
  const wanted = Number(values.kills);
  for (let isLarge = true; counts.hosts + counts.servers < wanted; isLarge = !isLarge) {
    await oneWindow(isLarge);
    console.log(summary());
  }
} finally {
  running?.kill();
  await browser.close();
}

function summary() {
  const { hosts, servers, old, now, leavings } = counts;
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  return `${hosts} extension hosts and ${servers} whole servers killed in ${minutes} minutes: ${old} times without the entry under way, ${now} times with it, whole entries only; ${leavings} times something was left, and gone after the next start`;
}

async function oneWindow(isLarge) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-kill-'));
  const workspace = path.join(home, 'workspace');
  const told = path.join(home, 'told');
  const file = path.join(workspace, 'refs.bib');
  fs.mkdirSync(workspace);
  fs.mkdirSync(told);
  const base = Array.from({ length: isLarge ? 1500 : 1 }, (_, at) => entry(at)).join('');
  fs.writeFileSync(file, base);
  fs.writeFileSync(path.join(workspace, 'paper.md'), '---\nbibliography: refs.bib\n---\n\nKnown\n');
  const server = await startServer({
    home: path.join(home, 'vscode'),
    extensions,
    settings: { 'literature.addToBibliography': 'always' },
    env: { LITERATURE_TOLD: told, LITERATURE_KEYS: keys.join(' ') },
  });
  running = server;
  await browser.page.goto(server.address(workspace));
  const hostKills = isLarge ? hostKillsPerWindow : 0;
  for (let kill = 0; kill <= hostKills; kill++) {
    const before = linesOf(told, 'begun').length;
    if (kill > 0) await startAgain(told, kill);
    // The first takes longer than those that come after it: the library is being read.
    await until(() => linesOf(told, 'begun').length > before + 2);
    const [second, third] = linesOf(told, 'begun').slice(-2).map(Number);
    await until(() => leavings(workspace).every(({ age }) => age < 60_000));
    await new Promise(resolve => setTimeout(resolve, Math.random() * 1.5 * (third - second)));
    if (kill < hostKills) process.kill(Number(linesOf(told, 'hosts').at(-1)), 'SIGKILL');
    else server.kill();
    counts[kill < hostKills ? 'hosts' : 'servers']++;
    await new Promise(resolve => setTimeout(resolve, 100));
    check(home, fs.readFileSync(file, 'utf8'), base, linesOf(told, 'ended'));
    const left = leavings(workspace);
    if (left.length > 0) counts.leavings++;
    // It is old by the time that one starts again.
    const hourAgo = Date.now() / 1000 - 3600;
    for (const { name } of left) fs.utimesSync(path.join(workspace, name), hourAgo, hourAgo);
  }
  await browser.page.goto('about:blank');
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** VS Code starts a host again by itself, or asks after the third time within five minutes. */
async function startAgain(told, hosts) {
  const restart = browser.page.getByRole('button', { name: 'Restart Remote Extension Host' });
  await until(async () => {
    if (linesOf(told, 'hosts').length > hosts) return true;
    if (await restart.first().isVisible())
      await restart
        .first()
        .click({ timeout: 1000 })
        .catch(() => {});
    return false;
  });
}

function check(home, whole, base, done) {
  if (!whole.startsWith(base.trimEnd())) throw new Error(`${home}: what was there is not there any more`);
  const added = [...whole.slice(base.length).matchAll(/^@\w+\{([^,\s]+),\n(?: {2}[^\n]*\n)+\}\n/gm)];
  const rest = added.reduce((text, [one]) => text.replace(one, ''), whole.slice(base.length));
  if (rest.trim()) throw new Error(`${home}: not whole: ${JSON.stringify(rest.slice(0, 300))}`);
  const found = added.map(([, key]) => key);
  const isNow = found.length === done.length + 1 && found.at(-1) === keys[done.length];
  if (!isNow && found.length !== done.length)
    throw new Error(`${home}: ${done.length} insertions ended, ${found.length} entries are there`);
  for (const [at, key] of done.entries())
    if (found[at] !== key) throw new Error(`${home}: ${key} is missing`);
  counts[isNow ? 'now' : 'old']++;
}

/** The lines of a file that the extension writes; none before it does. */
function linesOf(told, name) {
  const file = path.join(told, name);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** What was left of writes, by name and age in milliseconds. */
function leavings(folder) {
  return fs
    .readdirSync(folder)
    .filter(name => /^\.refs\.bib\..*\.tmp$/.test(name))
    .flatMap(name => {
      const stat = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
      return stat ? [{ name, age: Date.now() - stat.mtimeMs }] : [];
    });
}

function entry(at) {
  return `@article{own${at},\n  title = {Number ${at} of what was there},\n  abstract = {${'Words and more words. '.repeat(180)}}\n}\n\n`;
}

async function until(condition) {
  const limit = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error(`not so within three minutes: ${condition}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Our extension, and the one that cites by it; gives the folder they are in. */
async function installed() {
  const folder = path.join(root, 'out/soak/kills/extension');
  fs.rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(root, 'test/soak/kills/extension/main.ts')],
    outfile: path.join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'error',
  });
  fs.copyFileSync(
    path.join(root, 'test/soak/kills/extension/package.json'),
    path.join(folder, 'package.json'),
  );
  const ours = installPackaged('out/soak/kills/extensions');
  const vsix = path.join(root, 'out/soak/kills/kills.vsix');
  packageVsix(folder, vsix);
  return installVsix(vsix, ours);
}
