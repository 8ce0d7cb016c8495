import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Finding, failureOf, fuzz } from '../fuzz/campaign';
import { targets } from '../fuzz/targets';
import { assertLinear } from './growth';

/** A short share of `npm run fuzz`, the same texts every time. */
const inputs = 60;

for (const [name, target] of Object.entries(targets))
  test(`texts that nobody would write: ${name}`, () => {
    const { findings } = fuzz(name, target, 20_201_127, done => done < inputs);
    assert.deepEqual(findings, []);
  });

const folder = 'test/fixtures/fuzz';
test('what was found once is not found again', async () => {
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.json'))) {
    const { parser, text, around, at } = JSON.parse(
      fs.readFileSync(path.join(folder, file), 'utf8'),
    ) as Finding;
    const target = targets[parser]!;
    if (at >= 0) assert.equal(failureOf(target, text, at), undefined, file);
    else {
      const [head, tail] = around ?? ['', ''];
      const made = (length: number) => head + text.repeat(Math.ceil(length / text.length)) + tail;
      await assertLinear(400_000, length => target.grows(made(length)), file);
    }
  }
});
