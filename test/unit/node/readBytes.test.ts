import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFiles } from '../../../src/node/nodeFiles';

test('what is wrong with a file outside of the editor is said in words', {
  skip: process.platform === 'win32',
}, async t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'files-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const at = (name: string) => path.join(folder, name);
  fs.mkdirSync(at('folder.bib'));
  fs.symlinkSync('nowhere', at('dangling.bib'));
  fs.symlinkSync('loop.bib', at('loop.bib'));
  const read = (name: string) => nodeFiles().readBytes(at(name));
  await assert.rejects(read('folder.bib'), { message: `${at('folder.bib')} is a folder. Name a file.` });
  for (const name of ['dangling.bib', 'missing.bib'])
    await assert.rejects(read(name), { message: `There is no file ${at(name)}.` });
  await assert.rejects(read('loop.bib'), { message: `${at('loop.bib')} is a link that leads to itself.` });
});
