import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SearchRequest } from '../../../../../src/core/library/libraryService';
import { linesLibrary, readLines, sourceOf } from '../readLines';

const bibliography = [
  'smithNamedEntity1999 | Named Entities in the Wild | Smith | 1999',
  'schmidtNamedEntity2007 | Named Entity Recognition for German | Schmidt | 2007',
  'jonesSmithAuto2003 | Automatic Smithing | Jones | 2003',
  'smithAutomatic2001 | Automatic Indexing | Smith | 2001',
  'Smith:auto | On Autos | Smith | 2011',
  'Müller2010 | Über Schlüssel | Müller | 2010',
].join('\n');

async function completed(typed: string, rest: Partial<SearchRequest> = {}) {
  const library = linesLibrary();
  await library.load(sourceOf('a'), bibliography);
  const { hits } = await library.complete({ query: typed, limit: 12, meaning: false, ...rest });
  return hits.map(({ reference }) => reference.key);
}

test('keys that begin with what is typed come first, then those that have it, then words', async () => {
  assert.equal((await completed('schmidtNamed'))[0], 'schmidtNamedEntity2007');
  assert.deepEqual((await completed('smithAuto')).slice(0, 2), ['smithAutomatic2001', 'jonesSmithAuto2003']);
  assert.equal((await completed('smith'))[0], 'smithAutomatic2001');
  assert.equal((await completed('Smith'))[0], 'Smith:auto');
  assert.equal((await completed('muller'))[0], 'Müller2010');
  assert.equal((await completed('recognition'))[0], 'schmidtNamedEntity2007');
});

test('what is cited comes first among keys that begin alike, and never before them', async () => {
  const citedKeys = ['schmidtNamedEntity2007', 'smithNamedEntity1999'];
  assert.equal((await completed('smith', { citedKeys }))[0], 'smithNamedEntity1999');
});

test('whatever beginning of a key is typed, the first key begins with it', async () => {
  const library = linesLibrary();
  const word = fc.stringMatching(/^[a-zé]{2,7}$/);
  const key = fc
    .tuple(word, fc.constantFrom('', '_', ':', '-', '.'), word, fc.integer({ min: 1900, max: 2030 }))
    .map(([a, sign, b, year]) => `${a}${sign}${b[0]!.toUpperCase()}${b.slice(1)}${year}`);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(key, { minLength: 1, maxLength: 30 }), fc.nat(), async (keys, n) => {
      const lines = keys.map(
        (key, i) => `${key} | Title ${i} ${keys[(i * 7) % keys.length]} | Name${i} | 2000`,
      );
      await library.load(sourceOf('a'), lines.join('\n'));
      const sought = keys[n % keys.length]!;
      const typed = sought.slice(0, 3 + (n % sought.length));
      const { hits } = await library.complete({ query: typed, limit: 12, meaning: false });
      assert.ok(hits[0]!.reference.key.startsWith(typed));
    }),
    { numRuns: 40 },
  );
});

test("the document's key of a work is offered, not another bibliography's that begins so", async () => {
  const library = linesLibrary();
  await library.load(sourceOf('a'), 'vaswani2017 | Attention Is All You Need | Vaswani | 2017');
  await library.load(
    sourceOf('b'),
    'attention17 | Attention Is All You Need | Vaswani | 2017\natt2 | Else | B | 2001',
  );
  const ask = async (preferredSources: string[]) =>
    (await library.complete({ query: 'att', limit: 5, preferredSources })).hits.map(hit => hit.reference.key);
  assert.deepEqual(await ask(['b']), ['att2', 'attention17']);
  assert.deepEqual(await ask(['a']), ['att2', 'vaswani2017']);
});

test('items of works that are not listed are not made out, however many keys begin so', async () => {
  let madeOut = 0;
  const library = linesLibrary({
    read: function* (...parts) {
      const content = yield* readLines(...parts);
      const references = content.references.map(({ item, ...reference }) => ({
        ...reference,
        brief: { title: item.title ?? '', authors: [] },
        get item() {
          madeOut++;
          return item;
        },
      }));
      return { ...content, references };
    },
  });
  const lines = Array.from({ length: 500 }, (_, i) => `smith${i} | Title ${i}`);
  await library.load(sourceOf('a'), lines.join('\n'));
  madeOut = 0;
  const { hits } = await library.complete({ query: 's', limit: 12, meaning: false });
  assert.equal(hits.length, 12);
  assert.ok(madeOut <= 2 * hits.length, `${madeOut} items`);
});
