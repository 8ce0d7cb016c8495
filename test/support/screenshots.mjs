// `npm run screenshots`: the pictures of the README, taken by the UI tests from the real product, into media/screenshots.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './vscode/setup.mjs';

const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
const wanted = [...readme.matchAll(/media\/screenshots\/([\w-]+\.png)/g)].map(match => match[1]);
const run = spawnSync(process.execPath, [path.join(root, 'test/support/ui.mjs')], { stdio: 'inherit' });
const folder = path.join(root, 'media/screenshots');
fs.mkdirSync(folder, { recursive: true });
for (const name of wanted) fs.copyFileSync(path.join(root, 'out/screenshots', name), path.join(folder, name));
process.exit(run.status ?? 1);
