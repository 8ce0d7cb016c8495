import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type ReadingContext,
  readBibliographyInSteps,
} from '../../../../../src/core/bibliography/readBibliography';

function read(content: Uint8Array | string, context?: ReadingContext) {
  const steps = readBibliographyInSteps(content, 'bibtex', 'test', context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Everything that is told of a bibliography. */
function told({ references, problems, truncated, abbreviations }: ReturnType<typeof read>) {
  return {
    problems,
    truncated,
    abbreviations,
    references: references.map(({ key, item, origin, content }) => ({ key, item, origin, content })),
  };
}

/** Reads a file anew and with what was remembered of it. */
function assertRemembered(content: Uint8Array | string, name?: string): void {
  const first = read(content);
  const remembered = first.remember?.();
  assert.ok(remembered, name);
  const again = read(content, { remembered });
  assert.deepEqual(told(again), told(first), name);
  assert.deepEqual(again.remember?.(), remembered, name);
}

test('a file that is read with what was remembered of it is as it was', () => {
  const folder = path.resolve('test/fixtures/bibliographies');
  for (const name of fs.readdirSync(folder).filter(name => name.endsWith('.bib'))) {
    const bytes = new Uint8Array(fs.readFileSync(path.join(folder, name)));
    if (read(bytes).remember) assertRemembered(bytes, name);
  }
});

test('so is a broken one', () => {
  const pieces = fc.constantFrom(
    ...[
      '@book{',
      '@string{',
      '@comment{',
      'k\ud83d\ude00',
      ',',
      'title',
      ' = ',
      '{',
      '}',
      '"',
      'é',
      '\n',
      '\r\n',
      'jan',
      '#',
      '%',
      '(',
      ')',
    ],
    '@book{a, title = {A}}\n',
    '@string{s = "S"}\n',
    '@misc{b, crossref = {a}, note = s # {x}, note = t}\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
      const text = parts.join('');
      assertRemembered(text);
      assertRemembered(new TextEncoder().encode(text));
    }),
    { numRuns: 1000 },
  );
});

test('of a file in another encoding nothing is remembered', () => {
  assert.equal(read(Buffer.from('@book{a, title = {Gr\xfc\xdfe}}', 'latin1')).remember, undefined);
});
