import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

test('the tables of the README are those of the manifest', () => {
  const { status, stderr } = spawnSync(process.execPath, ['test/support/readme.mjs', '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('what the README says works somewhere is what a test of that place does', () => {
  const titles = (folder: string, isIn: (file: string) => boolean) =>
    fs
      .readdirSync(folder, { recursive: true })
      .map(String)
      .filter(file => file.endsWith('.test.ts') && isIn(file))
      .map(file => fs.readFileSync(path.join(folder, file), 'utf8'))
      .flatMap(text => [...text.matchAll(/\b(?:it|test)\('([^']+)'/g)].map(match => match[1]));
  const isOfWeb = (file: string) => file.startsWith('web');
  const machine = [...titles('test/host', file => !isOfWeb(file)), ...titles('test/unit', () => true)];
  const web = titles('test/host', isOfWeb);
  const rows = JSON.parse(fs.readFileSync('test/support/platforms.json', 'utf8'));
  for (const row of rows) {
    assert.ok(machine.includes(row.machine), row.feature);
    assert.ok(row.notOnWeb ? !row.web : web.includes(row.web), row.feature);
  }
});

test('every file the README links to is there', () => {
  const readme = fs.readFileSync('README.md', 'utf8');
  for (const [, file] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(fs.existsSync(file!), file);
});

test('the version has its notes, by which it is released', () => {
  const notes = (...args: string[]) =>
    spawnSync(process.execPath, ['test/support/releaseNotes.mjs', ...args], { encoding: 'utf8' });
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  assert.match(notes(`v${version}`).stdout, /^### |^[A-Z]/);
  assert.equal(notes('v99.0.0').status, 1);
});
