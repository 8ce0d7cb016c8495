import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { BackgroundWork } from '../../../../src/worker/backgroundWork';
import { makeLibrary } from '../../../../src/worker/makeLibrary';

const read = (file: string) => new Uint8Array(fs.readFileSync(file));

async function collection() {
  const library = makeLibrary(
    {
      references: read('data/references.json'),
      topics: read('data/topics.json'),
      meaning: { encoder: read('data/meaning/encoder.bin'), vectors: read('data/meaning/collection.bin') },
      writer: 'test 1',
    },
    new BackgroundWork(),
  );
  while ((await library.sources())[0]?.status !== 'ready')
    await new Promise(resolve => setImmediate(resolve));
  await library.settled();
  return library;
}

test('every paper of the collection has a place, near to those that are alike, and the same in the next session', async () => {
  const library = await collection();
  const { works, topics } = await library.picture();
  assert.equal(works.length, 119);
  assert.ok(works.every(({ place }) => place?.every(value => value >= 0 && value <= 1)));
  assert.ok(topics.length > 3 && works.every(one => one.topics.every(topic => topics[topic] !== undefined)));
  const distances = { same: [] as number[], other: [] as number[] };
  for (const a of works)
    for (const b of works)
      if (a !== b)
        distances[a.topics[0] === b.topics[0] ? 'same' : 'other'].push(
          Math.hypot(a.place![0] - b.place![0], a.place![1] - b.place![1]),
        );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(
    mean(distances.same) < 0.75 * mean(distances.other),
    `${mean(distances.same)} ${mean(distances.other)}`,
  );
  assert.deepEqual(await (await collection()).picture(), { works, topics });
});

test('papers of which nothing is known have no place, and a library without any is drawn too', async () => {
  const library = makeLibrary(
    { references: new TextEncoder().encode('[]'), topics: new TextEncoder().encode('[]'), writer: 'test 1' },
    new BackgroundWork(),
  );
  assert.deepEqual(await library.picture(), { works: [], topics: [] });
  const source = { id: 'file:///x.bib', kind: 'bibliography', label: 'x.bib', format: 'bibtex' } as const;
  await library.load(source, '@misc{a, title={A {\\bf bold} title}, year={350 BC}}@misc{b}');
  const { works } = await library.picture();
  assert.deepEqual(
    works.map(({ key, title, place }) => [key, title, place]),
    [
      ['a', 'A bold title', undefined],
      ['b', 'b', undefined],
    ],
  );
});
