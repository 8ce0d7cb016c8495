import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';

test('the tables of the README are those of the manifest', () => {
  const { status, stderr } = spawnSync(process.execPath, ['test/support/readme.mjs', '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('every file the README links to is there', () => {
  const readme = fs.readFileSync('README.md', 'utf8');
  for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(fs.existsSync(path!), path);
});
