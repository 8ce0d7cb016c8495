import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SearchIndex } from '../../../../src/core/search/searchIndex';
import { linesLibrary, sourceOf } from './readLines';

const lines = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `k${from + i} | The Title of Paper ${from + i} | Smith | 2020`,
  ).join('\n');

/** A library that records when it learns meanings, in so many steps. */
function learningLibrary(steps = 3) {
  const told = { begun: 0, done: 0 };
  class Learning extends SearchIndex {
    override *learnMeaning() {
      told.begun++;
      for (let i = 0; i < steps; i++) yield;
      told.done++;
    }
  }
  return { library: linesLibrary({ createIndex: texts => new Learning(texts) }), told };
}

async function quiet() {
  for (let i = 0; i < 50; i++) await setImmediate();
}

test('meanings are learnt once everything is indexed, and anew only when much has changed', async () => {
  const { library, told } = learningLibrary();
  await library.load(sourceOf('a'), lines(40));
  assert.equal(told.done, 0, 'nobody waits for it');
  await quiet();
  assert.deepEqual(told, { begun: 1, done: 1 });
  await library.load(sourceOf('b'), lines(3, 100));
  await quiet();
  assert.deepEqual(told, { begun: 1, done: 1 });
  await library.load(sourceOf('c'), lines(20, 200));
  await quiet();
  assert.deepEqual(told, { begun: 2, done: 2 });
});

test('what arrives meanwhile goes first, and learning is begun anew after it', async () => {
  const { library, told } = learningLibrary(20);
  await library.load(sourceOf('a'), lines(40));
  for (let i = 0; told.begun === 0 && i < 50; i++) await setImmediate();
  await library.load(sourceOf('b'), lines(40, 100));
  assert.deepEqual(told, { begun: 1, done: 0 });
  await quiet();
  assert.deepEqual(told, { begun: 2, done: 1 });
});

test('what reads papers is made ready only when nothing else is to be done', async context => {
  let isQuiet = false;
  context.after(() => {
    isQuiet = true;
  });
  let isMadeReady = false;
  const library = linesLibrary({
    inBackground: async (work, goesOn) => {
      while (!isQuiet) {
        await setImmediate();
        if (!goesOn()) return false;
      }
      work.next();
      return true;
    },
    meaning: {
      get ready() {
        isMadeReady = true;
        return Promise.resolve(true);
      },
      enable: () => undefined,
      serialise: () => new Uint8Array(),
      nearest: () => assert.fail('nobody asked'),
    },
  });
  await library.load(sourceOf('a'), lines(3));
  await library.understand(true);
  await quiet();
  assert.equal(isMadeReady, false);
  isQuiet = true;
  await quiet();
  assert.equal(isMadeReady, true);
});
