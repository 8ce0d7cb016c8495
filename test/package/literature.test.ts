import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'package-'));
let command = '';

/** Packs what was built and unpacks it into an empty folder, where nothing else can be found. */
before(() => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  ) as { filename: string }[];
  execFileSync('tar', ['-xzf', path.join(folder, packed!.filename), '-C', folder]);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package/package.json'), 'utf8'));
  command = path.join(folder, 'package', bin.literature);
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

function literature(args: readonly string[], cwd = folder) {
  const env = { PATH: process.env.PATH ?? '', HOME: folder };
  return spawnSync(process.execPath, [command, ...args], { cwd, env, encoding: 'utf8' });
}

test('the package holds the commands and their data, and nothing of the extension', () => {
  const files = fs.readdirSync(path.join(folder, 'package'), { recursive: true }).map(String);
  assert.ok(files.includes(path.join('dist', 'literature.js')));
  assert.ok(!files.some(file => /extension\.js|^src|^test|\.vsix/.test(file)), files.join());
  assert.match(fs.readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});

test('`literature check` checks a paper', () => {
  const paper = path.join(folder, 'paper');
  fs.mkdirSync(paper);
  fs.writeFileSync(path.join(paper, 'a.md'), '---\nbibliography: refs.bib\n---\n\n@known, @gone\n');
  fs.writeFileSync(path.join(paper, 'refs.bib'), '@misc{known, title = {On It}}\n');
  const { status, stdout } = literature(['check'], paper);
  assert.equal(stdout, 'a.md:5:10: The key “gone” is in no bibliography of this document.\n');
  assert.equal(status, 1);
});

test('`literature search` searches the collection, and `lookup` and `mcp` start', () => {
  const { stdout, stderr } = literature(['search', 'attention', '--limit', '2', '--json']);
  assert.equal(JSON.parse(stdout || '[]').length, 2, stderr);
  assert.match(literature(['lookup']).stderr, /Usage: literature lookup/);
  assert.match(literature(['mcp', '--nonsense']).stderr, /usage: literature mcp/i);
});

test('what is no command is told', () => {
  const { status, stderr } = literature(['chek']);
  assert.equal(status, 2);
  assert.match(stderr, /literature check\|lookup\|search\|mcp/);
});
