import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findByTex, findProgram } from '../../../../src/vscode/node/findByTex';

const hasTex = spawnSync('kpsewhich', ['--version']).status === 0;

test('TeX finds what BIBINPUTS names, beside the document and nowhere else', { skip: !hasTex }, async t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-tex-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  for (const name of ['document', 'mine']) fs.mkdirSync(path.join(folder, name));
  fs.writeFileSync(path.join(folder, 'mine/my refs.bib'), '');
  fs.writeFileSync(path.join(folder, 'document/beside.bib'), '');
  process.env.BIBINPUTS = `${path.join(folder, 'mine')}:`;
  const find = (name: string) => findByTex(name, path.join(folder, 'document'));
  assert.equal(await find('my refs'), path.join(folder, 'mine/my refs.bib'));
  assert.equal(await find('my refs.bib'), path.join(folder, 'mine/my refs.bib'));
  assert.equal(await find('beside'), path.join(folder, 'document/beside.bib'));
  assert.equal(await find('nowhere-at-all'), undefined);
});

test('what could be read as an option or a command is not asked for', async () => {
  for (const name of ['-version', '--help', '$(id)', '`id`', 'a;b', '', 'a\nb'])
    assert.equal(await findByTex(name, os.tmpdir()), undefined, name);
});

test('a program is run by its whole path only, and never from the folder that is current', t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-path-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  fs.writeFileSync(path.join(folder, 'kpsewhich'), '');
  const before = process.cwd();
  process.chdir(folder);
  t.after(() => process.chdir(before));
  assert.equal(
    findProgram('kpsewhich', { PATH: ['.', '', 'bin', folder].join(':') }, false),
    path.join(folder, 'kpsewhich'),
  );
  assert.equal(findProgram('kpsewhich', { PATH: ['.', '', 'bin'].join(':') }, false), undefined);
  assert.equal(findProgram('kpsewhich', { PATH: '.;;bin', PATHEXT: '.EXE;.BAT' }, true), undefined);
});
