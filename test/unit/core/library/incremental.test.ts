import assert from 'node:assert/strict';
import { test } from 'node:test';
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

async function works(library: LibraryService, sources: readonly string[]): Promise<string[]> {
  const contents = (await Promise.all(sources.map(id => library.contents(id)))).flat();
  const sets = contents.map(reference => describe(reference).split(' = ').sort().join(' = '));
  return [...new Set(sets)].sort();
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
      const count = async (one: LibraryService) =>
        (await one.search({ query: 'in at', limit: 50 })).hits.length;
      assert.equal(await count(library), await count(fresh));
    }),
    { numRuns: 150 },
  );
});
