import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { LibraryService } from '../../../../src/core/library/libraryService';
import { decodeSnapshot } from '../../../../src/core/library/sources/librarySnapshot';
import { describe, linesLibrary, sourceOf } from './readLines';

const files = {
  a: 'smith2020 | Attention and Memory in Reading | Smith | 2020\nx | Only in the First | Brown | 2019',
  b: 'sm20 | Attention and memory in reading | Smith | 2020\ny | Only in the Second | Brown | 2018',
};

async function snapshotOf(library: LibraryService): Promise<Uint8Array> {
  for (;;) {
    const bytes = await library.snapshot();
    if (bytes) return bytes;
    await setImmediate();
  }
}

async function load(library: LibraryService, texts: Readonly<Record<string, string>>) {
  for (const [id, text] of Object.entries(texts)) await library.load(sourceOf(id), text);
}

async function remembered(): Promise<Uint8Array> {
  const library = linesLibrary();
  await load(library, files);
  return snapshotOf(library);
}

async function answers(library: LibraryService): Promise<string[]> {
  const queries = ['attention memory', 'only', 'changed', 'in:b.bib', 'sm20'];
  const found: string[] = [];
  for (const query of queries) {
    const { hits } = await library.search({ query, limit: 10 });
    found.push(
      `${query}: ${hits
        .map(({ reference }) => describe(reference))
        .sort()
        .join(', ')}`,
    );
  }
  return found;
}

/** Every mix of files that stayed, changed, went and came gives what a library without memory gives. */
const cases: readonly Readonly<Record<string, string>>[] = [
  files,
  { b: files.b, a: files.a },
  { a: files.a },
  { b: files.b },
  { a: files.a, b: `${files.b}\nz | Changed Since Then | Green | 2024` },
  { b: 'sm20 | Attention and memory in reading | Smith | 2020', a: files.a },
  { a: 'x | Changed Since Then | Brown | 2019', c: files.b },
];

for (const [index, texts] of cases.entries())
  test(`a library that remembers answers like one that does not (${index})`, async () => {
    const snapshot = decodeSnapshot(await remembered(), 'test 1');
    assert.ok(snapshot);
    const library = linesLibrary({ snapshot });
    const fresh = linesLibrary();
    await load(library, texts);
    await load(fresh, texts);
    await snapshotOf(fresh);
    await snapshotOf(library);
    assert.deepEqual(await answers(library), await answers(fresh));
    // What was restored can be changed and dropped as if it had been read.
    await library.load(sourceOf('a'), 'n | Changed Once More | White | 2025');
    await fresh.load(sourceOf('a'), 'n | Changed Once More | White | 2025');
    await library.drop('b');
    await fresh.drop('b');
    assert.deepEqual(await answers(library), await answers(fresh));
  });

test('a damaged snapshot, or one of another program, is not read', async () => {
  const bytes = await remembered();
  assert.equal(decodeSnapshot(bytes, 'test 2'), undefined);
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    // A blank becomes a tab.
    damaged[at]! ^= 0x29;
    assert.equal(decodeSnapshot(damaged, 'test 1'), undefined, `byte ${at}`);
  }
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = bytes.slice();
      damaged[at]! ^= change;
      assert.equal(decodeSnapshot(damaged, 'test 1'), undefined);
    }),
  );
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), length => {
      assert.equal(decodeSnapshot(bytes.slice(0, length), 'test 1'), undefined);
    }),
  );
});
