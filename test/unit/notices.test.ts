import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';

const notices = fs.readFileSync('THIRD_PARTY_NOTICES.md', 'utf8');
const packed = fs.readFileSync('.vscodeignore', 'utf8');

test('the notices name every dependency of the extension, and files that are in the package', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const lower = notices.toLowerCase();
  for (const name of Object.keys(dependencies))
    assert.ok(
      lower.includes(
        name
          .replace(/^@[^/]+\//, '')
          .toLowerCase()
          .replace(/\.js$/, ''),
      ),
      name,
    );
  for (const [, file] of notices.matchAll(/`((?:data|dist|licenses)\/[\w./*-]+)`/g)) {
    const folder = file!.slice(0, file!.lastIndexOf('/'));
    assert.ok(packed.includes(`!${file}`) || packed.includes(`!${folder}/`), file);
  }
});

test('the licences that are referred to are there', () => {
  for (const [, file] of notices.matchAll(/`(licenses\/[\w.-]+)`/g))
    assert.ok(fs.statSync(file!).size > 10_000, file);
});
