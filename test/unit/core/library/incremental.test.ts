import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import type { LibraryService } from '../../../../src/core/library/libraryService';
import { describe, linesLibrary, sourceOf } from './readLines';

const line = fc
  .tuple(
    fc.constantFrom('k1', 'k2', 'k3', 'k4'),
    fc.constantFrom('Reading Faces in Crowds', 'Hearing Voices at Night', 'Smelling Roses in Spring'),
    fc.constantFrom('Smith', 'Jones'),
    fc.constantFrom('', '10.1000/1', '10.1000/2'),
  )
  .map(([key, title, family, doi]) => `${key} | ${title} | ${family} | 2020 | ${doi}`);
const change = fc.record({
  source: fc.constantFrom('a', 'b', 'c'),
  text: fc.option(fc.array(line, { maxLength: 5 }).map(lines => lines.join('\n'))),
});
/** More than are filed at once. */
const others = Array.from({ length: 120 }, (_, number) => `o${number} | Counting Sheep up to ${number}`).join(
  '\n',
);
const meanwhile = fc.record({
  source: fc.constantFrom('a', 'b', 'c'),
  lines: fc.array(line, { maxLength: 5 }),
  turns: fc.nat(4),
  query: fc.option(fc.constantFrom('reading', 'voices night', 'sheep 119', 'smith')),
});

async function works(library: LibraryService, sources: readonly string[]): Promise<string[]> {
  const contents = (await Promise.all(sources.map(id => library.contents(id)))).flat();
  const sets = contents.map(reference => describe(reference).split(' = ').sort().join(' = '));
  return [...new Set(sets)].sort();
}

async function hitsOf(library: LibraryService, query: string): Promise<number> {
  return (await library.search({ query, limit: 500 })).hits.length;
}

test('after any changes the library is as if it had been read just now', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async changes => {
      const library = linesLibrary();
      const now = new Map<string, string>();
      for (const { source, text } of changes) {
        if (text === null) {
          now.delete(source);
          await library.drop(source);
        } else {
          now.set(source, text);
          await library.load(sourceOf(source), text, { settled: true });
        }
      }
      const fresh = linesLibrary();
      for (const [source, text] of now) await fresh.load(sourceOf(source), text, { settled: true });
      const sources = [...now.keys()];
      assert.deepEqual(await works(library, sources), await works(fresh, sources));
      assert.equal(await hitsOf(library, 'in at'), await hitsOf(fresh, 'in at'));
    }),
    { numRuns: 150 },
  );
});

test('what is searched for, and what is replaced, while files are still being filed changes nothing of the outcome', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(meanwhile, { maxLength: 6 }), async changes => {
      const library = linesLibrary();
      const loads: Promise<unknown>[] = [];
      const now = new Map<string, string>();
      for (const { source, lines, turns, query } of changes) {
        const text = [others, ...lines].join('\n');
        now.set(source, text);
        loads.push(library.load(sourceOf(source), text, { settled: true }));
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        if (query) await library.search({ query, limit: 5 });
      }
      await Promise.all(loads);
      const fresh = linesLibrary();
      for (const [source, text] of now) await fresh.load(sourceOf(source), text, { settled: true });
      const sources = [...now.keys()];
      assert.deepEqual(await works(library, sources), await works(fresh, sources));
      assert.equal(await hitsOf(library, 'sheep'), await hitsOf(fresh, 'sheep'));
    }),
    { numRuns: 40 },
  );
});
