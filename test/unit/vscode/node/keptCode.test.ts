import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadKeptScript } from '../../../../src/vscode/node/keptCode';

/** A folder with a script in it, and one for its code. */
function places(t: TestContext, source = 'exports.sum = (a, b) => a + b;') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-code-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'script.js');
  fs.writeFileSync(file, source);
  const kept = path.join(folder, 'storage/code');
  return { file, kept, load: () => loadKeptScript(file, kept, require) };
}

const sumOf = (script: ReturnType<typeof loadKeptScript>) =>
  (script.exports as { sum(a: number, b: number): number }).sum(1, 2);

test('a script runs as one that is required does', t => {
  const { file, load } = places(
    t,
    "'use strict';\nmodule.exports = { file: __filename, folder: __dirname, sep: require('node:path').sep };\n//",
  );
  assert.deepEqual(load().exports, { file, folder: path.dirname(file), sep: path.sep });
});

test('the code of a script is kept, and of use from the next time on', async t => {
  const { kept, load } = places(t);
  const first = load();
  assert.equal(first.wasKept, false);
  assert.equal(sumOf(first), 3);
  await first.keep();
  const [name] = fs.readdirSync(kept);
  const again = load();
  assert.equal(again.wasKept, true);
  assert.equal(sumOf(again), 3);
  await again.keep();
  assert.deepEqual(fs.readdirSync(kept), [name]);
});

test('the code of another version with as many letters is not taken, and goes', async t => {
  const { file, kept, load } = places(t);
  await load().keep();
  const before = fs.readdirSync(kept);
  fs.writeFileSync(file, 'exports.sum = (a, b) => a * b;');
  const changed = load();
  assert.equal(changed.wasKept, false);
  assert.equal(sumOf(changed), 2);
  await changed.keep();
  const after = fs.readdirSync(kept);
  assert.equal(after.length, 1);
  assert.notDeepEqual(after, before);
});

test('code that was cut short, changed or is not ours is made anew', async t => {
  const { kept, load } = places(t);
  await load().keep();
  const file = path.join(kept, fs.readdirSync(kept)[0]!);
  const whole = fs.readFileSync(file);
  const flipped = Buffer.from(whole);
  flipped[whole.length - 20]! ^= 1;
  for (const damaged of [
    whole.subarray(0, whole.length / 2),
    flipped,
    Buffer.alloc(whole.length),
    Buffer.alloc(0),
  ]) {
    fs.writeFileSync(file, damaged);
    const script = load();
    assert.equal(script.wasKept, false);
    assert.equal(sumOf(script), 3);
    await script.keep();
    assert.equal(load().wasKept, true);
  }
});

test('a script runs also where nothing can be kept', async t => {
  const { kept, load } = places(t);
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  fs.writeFileSync(kept, 'a file where the folder goes');
  const script = load();
  assert.equal(sumOf(script), 3);
  await script.keep();
  assert.equal(load().wasKept, false);
});
