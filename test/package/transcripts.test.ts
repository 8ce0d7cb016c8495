import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('what the tools for agents answer is what their README shows', () => {
  const { status, stderr } = spawnSync(process.execPath, ['test/support/transcripts.mjs', '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
