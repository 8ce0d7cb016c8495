import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { collectionSource } from '../../../src/core/library/works/collectionSource';
import { BackgroundWork } from '../../../src/worker/backgroundWork';
import { makeLibrary } from '../../../src/worker/makeLibrary';
import type { LibraryAssets } from '../../../src/worker/messages';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = (name: string) => new Uint8Array(fs.readFileSync(`data/meaning/${name}`));
const source = { id: 'file:///x.bib', kind: 'bibliography', label: 'x.bib', format: 'bibtex' } as const;
const bibliography = `
@article{deer, title = {Winter feeding of ungulates}, abstract = {We count how many deer and elk starve when snow lies deep.}}
@article{heat, title = {Thermal stress in thin plates}, abstract = {Sheets of metal bend when one of their faces is hot.}}
@article{law, title = {Precedent in appellate courts}, abstract = {Judges follow earlier rulings more often than not.}}
@article{milk, title = {Lactose tolerance across Europe}}
`;

/** No time passes but by working. */
const background = () => new BackgroundWork({ now: () => performance.now(), sleep: async () => undefined });

function open({ cache, ...assets }: Partial<LibraryAssets> & { cache?: Uint8Array } = {}) {
  const library = makeLibrary(
    {
      references: json([]),
      topics: json([]),
      meaning: { encoder: read('encoder.bin'), vectors: read('collection.bin'), ...(cache ? { cache } : {}) },
      writer: 'test 1',
      ...assets,
    },
    background(),
  );
  const steps: string[] = [];
  const all = new Promise<void>(resolve =>
    library.onDidUnderstand(({ done, total }) => {
      steps.push(`${done} of ${total}`);
      if (done === total) resolve();
    }),
  );
  return { library, steps, all };
}

test('papers of a small bibliography are found by what they mean, in this session and the next', async () => {
  const first = open();
  await first.library.load(source, bibliography);
  await first.library.understand(true);
  await first.all;
  const query = 'wild animals of the forest die of hunger and frost during the long cold season of the year';
  const best = async ({ library }: typeof first) =>
    (await library.search({ query, limit: 3 })).hits[0]?.reference.key;
  assert.equal(await best(first), 'deer');

  const next = open({ cache: (await first.library.understood())! });
  await next.library.load(source, bibliography);
  assert.equal(await best(next), 'deer', 'the first search waits for the encoder');
  await next.library.understand(true);
  assert.deepEqual(next.steps, [], 'nothing is read twice');
});

test('nothing is read unless it is wanted', async () => {
  const { library, steps, all } = open();
  await library.load(source, bibliography);
  await library.understand(false);
  await new Promise(resolve => setTimeout(resolve, 50));
  assert.deepEqual(steps, []);
  await library.understand(true);
  await all;
  assert.equal(steps.at(-1), '4 of 4');
});

test('papers of a collection that is left out are neither read nor counted', async () => {
  const references = json([
    { id: 'otter', type: 'book', title: 'Otters of the North' },
    { id: 'heron', type: 'book', title: 'Herons at Dusk' },
  ]);
  const index = await indexOf(references);
  const { library, steps, all } = open({ references, index, withCollection: false });
  await library.load(source, bibliography);
  await library.understand(true);
  await all;
  assert.equal(steps.at(-1), '4 of 4');
});

/** What the index of a collection is, made beforehand. */
async function indexOf(references: Uint8Array): Promise<Uint8Array> {
  const { library } = open({ references });
  for (;;) {
    const snapshot = await library.snapshot();
    if (snapshot && (await library.keys([collectionSource.id])).length) return snapshot;
    await new Promise(resolve => setImmediate(resolve));
  }
}
