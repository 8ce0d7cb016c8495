import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { removeAbandoned, replaceOnDisk } from '../../src/vscode/node/replaceOnDisk';
import { write } from './dyingWriter';

/** How often what is left to chance is tried: few times in `npm test`, see `npm run faults`. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 24);
const size = 3_000_000;
const old = Buffer.alloc(size, 'o');
const now = Buffer.alloc(size + 1, 'n');

// Forked by the tests, this file is the program that writes.
const [, , role, file, number] = process.argv;
if (role === 'writer') {
  process.send?.('begins');
  void write(file!, old, now, Number(number)).then(() => process.exit(0));
} else if (role === 'exporter') exportAgainAndAgain(file!);
else tests();

function tests(): void {
  test('killed before every step of a write, and in the middle of it, the old file is there or the new one', async t => {
    const target = fileIn(folder(t));
    let lived = false;
    let step = 0;
    const found = { old: 0, now: 0 };
    while (!lived) {
      fs.writeFileSync(target, old);
      lived = (await ended(start('writer', target, ++step))) === 0;
      const contents = fs.readFileSync(target);
      if (contents.equals(old)) found.old++;
      else if (contents.equals(now)) found.now++;
      else assert.fail(`neither before step ${step}: ${contents.length} bytes`);
      assertTidied(target, await tidied(target));
    }
    assert.ok(step > 10 && found.old > 5 && found.now >= 1, JSON.stringify({ step, ...found }));
    t.diagnostic(`${step - 1} steps: ${found.old} times the old file, ${found.now} times the new one`);
  });

  test('killed at moments that chance chose, likewise', async t => {
    const target = fileIn(folder(t));
    const found = { old: 0, now: 0 };
    for (let round = 0; round < rounds; round++) {
      fs.writeFileSync(target, old);
      const writer = start('writer', target, 0);
      await new Promise(resolve => writer.once('message', resolve));
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20));
      writer.kill('SIGKILL');
      await ended(writer);
      const contents = fs.readFileSync(target);
      if (contents.equals(old)) found.old++;
      else if (contents.equals(now)) found.now++;
      else assert.fail(`neither: ${contents.length} bytes`);
      await tidied(target);
    }
    t.diagnostic(`${rounds} kills: ${found.old} times the old file, ${found.now} times the new one`);
  });

  test('on a disk that is full, or gets full anywhere on the way, the old file stays and the reason is told', async t => {
    const disk = smallDisk(t);
    if (!disk) return t.skip('needs the right to mount a file system');
    const before = Buffer.alloc(100_000, 'o');
    const after = Buffer.alloc(110_000, 'n');
    const outcomes = { refused: 0, written: 0 };
    // From room for nothing to room for all of it beside the old one.
    for (const room of [0, 1, 4096, 40_000, 90_000, 109_999, 110_000, 200_000]) {
      const target = fileIn(disk);
      fs.writeFileSync(target, before);
      fill(disk, room);
      const result = await replaceOnDisk(target, before, after).catch(error => error);
      fs.rmSync(path.join(disk, 'ballast'));
      if (result === true) outcomes.written++;
      else {
        assert.match(String(result), /ENOSPC/);
        outcomes.refused++;
      }
      assert.ok(
        fs.readFileSync(target).equals(result === true ? after : before),
        `with room for ${room} bytes`,
      );
      assert.deepEqual(fs.readdirSync(disk), ['refs.bib']);
    }
    assert.ok(outcomes.refused >= 4 && outcomes.written >= 1, JSON.stringify(outcomes));
  });

  test('beside a program that exports all the time, each reads whole files only, and what was written was for what stood there', async t => {
    const target = fileIn(folder(t));
    fs.writeFileSync(target, exported(0));
    const exporter = start('exporter', target, 0);
    t.after(() => exporter.kill('SIGKILL'));
    const outcomes = { written: 0, refused: 0 };
    for (let round = 0; round < rounds * 20; round++) {
      const before = fs.readFileSync(target);
      assert.match(before.toString(), wholeFile);
      const ours = Buffer.concat([before, Buffer.from(`@book{ours${round}, title = {Ours}}\n`)]);
      if (await replaceOnDisk(target, before, ours)) outcomes.written++;
      else outcomes.refused++;
    }
    assert.match(fs.readFileSync(target, 'utf8'), wholeFile);
    exporter.kill('SIGKILL');
    await ended(exporter);
    t.diagnostic(JSON.stringify(outcomes));
    assert.ok(outcomes.written > 0);
  });
}

const exported = (version: number) =>
  `% export ${version}\n${`@book{theirs${version}, title = {Theirs}}\n`.repeat(2000)}% end ${version}\n`;
/** One export to its end, and what was added behind it. */
const wholeFile =
  /^% export (\d+)\n(?:@book\{theirs\1, title = \{Theirs\}\}\n){2000}% end \1\n(?:@book\{ours\d+, title = \{Ours\}\}\n)*$/;

function exportAgainAndAgain(target: string): void {
  let version = 0;
  setInterval(() => {
    fs.writeFileSync(`${target}.export`, exported(++version));
    fs.renameSync(`${target}.export`, target);
  }, 15);
}

function folder(t: TestContext): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-faults-'));
  t.after(() => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

const fileIn = (place: string) => path.join(place, 'refs.bib');

function start(what: 'writer' | 'exporter', target: string, step: number): ChildProcess {
  return fork(process.argv[1]!, [what, target, String(step)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** The exit code; `null` of one that was killed. */
function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise(resolve => child.on('exit', code => resolve(code)));
}

/** What lies beside a file once its leavings are an hour old and were removed, as they are when it is read. */
async function tidied(target: string): Promise<readonly string[]> {
  const place = path.dirname(target);
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of fs.readdirSync(place)) fs.utimesSync(path.join(place, name), hourAgo, hourAgo);
  await removeAbandoned(target);
  return fs.readdirSync(place);
}

function assertTidied(target: string, names: readonly string[]): void {
  assert.deepEqual(names, [path.basename(target)]);
}

/** A file system of 300 kB in memory; `undefined` where none can be made. */
function smallDisk(t: TestContext): string | undefined {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-full-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', place]);
  t.after(() => {
    if (status === 0) spawnSync('umount', [place]);
    fs.rmdirSync(place);
  });
  return status === 0 ? place : undefined;
}

/** Leaves room for so many bytes, to the next 4096. */
function fill(disk: string, room: number): void {
  const { bavail, bsize } = fs.statfsSync(disk);
  fs.writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
}
