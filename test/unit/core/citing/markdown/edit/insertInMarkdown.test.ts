import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { insertCitation } from '../../../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../../src/core/model/textEdit';

const pieces = [
  'Some words',
  '[@a; see @b, p. 3]',
  '@c [p. 4]',
  '-',
  '*emphasis*',
  '"quoted"',
  '(aside)',
  'é.',
  '[',
  ']',
];
const documents = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), fc.nat())
  .map(([parts, seed]) => {
    const text = parts.join(' ');
    return { text, offset: seed % (text.length + 1) };
  })
  // In the middle of a key a citation makes it another key.
  .filter(({ text, offset }) => !/[@\w]$/.test(text.slice(0, offset)) || !/^\w/.test(text.slice(offset)));

function inserted(text: string, offset: number): string {
  return applyEdits(text, insertCitation(text, offset, ['new1', 'new2'], 'markdown').edits);
}

function keysOf(text: string): string[] {
  return readCitations(text, 'markdown')
    .citations.flatMap(({ keys }) => keys.map(({ key }) => key))
    .sort();
}

test('what was cited before is cited still, and the new keys with it', () => {
  fc.assert(
    fc.property(documents, ({ text, offset }) => {
      assert.deepEqual(keysOf(inserted(text, offset)), [...keysOf(text), 'new1', 'new2'].sort());
    }),
    { numRuns: 3000 },
  );
});

test('every character that was there is there still, in order', () => {
  fc.assert(
    fc.property(documents, ({ text, offset }) => {
      for (const { start, end } of insertCitation(text, offset, ['new1'], 'markdown').edits)
        assert.match(text.slice(start, end), /^(?:-?@\{?\}?)?$/);
    }),
  );
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

test('Pandoc reads what was inserted', { skip: !hasPandoc && 'no Pandoc here' }, () => {
  const made = fc
    .sample(documents, { numRuns: 200, seed: 7 })
    .map(({ text, offset }) => inserted(text, offset));
  const file = path.join(os.tmpdir(), `literature-insertions-${process.pid}.txt`);
  fs.writeFileSync(file, made.join('\n\u0001\n'));
  const filter = 'test/agreement/pandocCitations.lua';
  const env = { ...process.env, DOCUMENTS: file };
  const { stdout } = spawnSync('pandoc', ['-L', filter, '-t', 'json'], { env, input: '', encoding: 'utf8' });
  fs.rmSync(file);
  for (const [index, line] of stdout.trimEnd().split('\n').entries())
    for (const key of ['new1', 'new2']) assert.match(line, new RegExp(`\\b${key} `), made[index]);
});
