import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { replaceOnDisk } from '../../../../src/vscode/node/replaceOnDisk';

const size = 4_000_000;
const old = Buffer.alloc(size, 'o');
const now = Buffer.alloc(size + 1, 'n');
const writing = 'write';
function folder(t: TestContext): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-replace-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

const bytes = (text: string) => Buffer.from(text);

// Forked by the last test, this file is the program that writes.
if (process.argv[2] === writing) {
  process.send?.('begins');
  void replaceOnDisk(process.argv[3]!, old, now).then(() => process.exit());
} else {
  // Windows has no such permissions, and lets not everybody make links.
  const skip = process.platform === 'win32';
  test('a file is replaced, its permissions and a link to it stay', { skip }, async t => {
    const file = path.join(folder(t), 'refs.bib');
    const link = `${file}.link`;
    fs.writeFileSync(file, 'old', { mode: 0o640 });
    fs.symlinkSync(file, link);
    assert.equal(await replaceOnDisk(link, bytes('old'), bytes('new')), true);
    assert.equal(fs.readFileSync(file, 'utf8'), 'new');
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
  });

  test('a file that changed meanwhile is left alone, and nothing lies about', async t => {
    const file = path.join(folder(t), 'refs.bib');
    fs.writeFileSync(file, 'changed');
    assert.equal(await replaceOnDisk(file, bytes('old'), bytes('new')), false);
    assert.equal(fs.readFileSync(file, 'utf8'), 'changed');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['refs.bib']);
  });

  test('a file that may not be written is not replaced, though its folder may be', { skip }, async t => {
    const file = path.join(folder(t), 'refs.bib');
    fs.writeFileSync(file, 'old', { mode: 0o444 });
    fs.chmodSync(path.dirname(file), 0o777);
    await asOrdinaryUser(() => assert.rejects(replaceOnDisk(file, bytes('old'), bytes('new')), /EACCES/));
    assert.equal(fs.readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['refs.bib']);
  });

  test('killed at any point of a write, the old file is there or the new one', async t => {
    const file = path.join(folder(t), 'refs.bib');
    const found = { old: 0, now: 0 };
    for (let attempt = 0; attempt < 24; attempt++) {
      fs.writeFileSync(file, old);
      await writeAndKill(file, attempt);
      const contents = fs.readFileSync(file);
      if (contents.equals(old)) found.old++;
      else if (contents.equals(now)) found.now++;
      else assert.fail(`neither: ${contents.length} bytes`);
    }
    t.diagnostic(`${found.old} times the old file, ${found.now} times the new one`);
  });
}

/** The superuser may write everything: it is somebody else for the while. */
async function asOrdinaryUser(act: () => Promise<void>): Promise<void> {
  const nobody = 65534;
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(nobody);
  try {
    await act();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}

/** Runs this file as a program that writes, and ends it so many milliseconds after it began to. */
function writeAndKill(file: string, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const writer = fork(process.argv[1]!, [writing, file], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    writer.on('message', () => setTimeout(() => writer.kill('SIGKILL'), milliseconds));
    writer.on('exit', () => resolve());
  });
}
