import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LibraryMeaning } from '../../../../../src/core/search/meaning/libraryMeaning';
import { MeaningIndex } from '../../../../../src/core/search/meaning/meaningIndex';
import { PaperEncodings } from '../../../../../src/core/search/meaning/paperEncodings';
import { PaperVectors, writePaperVectors } from '../../../../../src/core/search/meaning/paperVectors';
import { QueryVectors } from '../../../../../src/core/search/meaning/queryVectors';
import { VectorStore } from '../../../../../src/core/search/meaning/vectorStore';
import { runToEnd, type Task } from '../../../../../src/core/util/cooperative';

/** Papers on two subjects in turn, with four of its twenty words each. */
const papers = Array.from({ length: 240 }, (_, i) => {
  const words = [1, 3, 7, 11].map(step => word(i % 2, ((i >> 1) * step + step) % 20));
  return { title: `Paper ${i}`, abstract: `On ${words.join(', ')}.` };
});

function word(subject: number, i: number): string {
  return `${['syntax', 'enzyme'][subject]}${'abcdefghij'[i % 10]}${'kp'[(i / 10) | 0]}`;
}

const ids = [...papers.keys()];
const textOf = (id: number) => papers[id]!;

function encodedPaper(title: string) {
  const vectors = PaperVectors.read(
    writePaperVectors([{ title, vectors: [Float32Array.of(1, 0), Float32Array.of(1, 0)] }], 2),
  );
  const store = new VectorStore(2);
  return {
    queries: new QueryVectors({ encode: () => Float32Array.of(1, 0), knows: known => known === 'noun' }),
    bundled: new MeaningIndex(vectors),
    own: new PaperEncodings(store),
    encoder: () => ({
      width: 2,
      *encodeInSteps(text: string): Task<Float32Array> {
        yield;
        return text.includes('near') ? Float32Array.of(1, 0) : Float32Array.of(0, 1);
      },
    }),
  };
}

test('nothing is known before it was learnt, and what comes later is known at once', () => {
  const meaning = new LibraryMeaning();
  for (const id of ids) meaning.add(id, textOf(id).title, textOf(id).abstract);
  assert.equal(meaning.score(word(0, 3)), undefined);
  assert.equal(meaning.share(10, 0).most, 0);
  runToEnd(meaning.learn(ids, textOf));
  assert.ok(meaning.share(10, 0).most > 0);
  meaning.add(500, 'A late paper', papers[2]!.abstract);
  const scores = meaning.score(`${word(0, 2)} ${word(0, 6)}`)!;
  assert.ok(scores[2]! > 0 && scores[500]! > 0);
});

test('the encoder speaks of the papers it knows, the library of the others', () => {
  const meaning = new LibraryMeaning(encodedPaper('Paper 0'));
  meaning.add(0, 'Paper 0', papers[0]!.abstract);
  runToEnd(meaning.learn(ids, textOf));
  const scores = meaning.score(word(1, 3))!;
  assert.ok(scores[0]! < 0.05, 'the only bundled paper is the average of the bundled');
  assert.ok(scores[1]! > 0);
  assert.notDeepEqual(meaning.share(5, 0), meaning.share(5, 1));
  assert.ok(meaning.knows('noun') && !meaning.knows(word(0, 0)));
});

test('libraries too small or too large to learn from are searched as before', () => {
  for (const some of [ids.slice(0, 20), Array.from({ length: 20_001 }, (_, i) => i)]) {
    const meaning = new LibraryMeaning();
    runToEnd(meaning.learn(some, id => papers[id % papers.length]!));
    assert.equal(meaning.score(word(0, 3)), undefined);
  }
});

test('it is learnt in steps, and what was known is used until the end', () => {
  const meaning = new LibraryMeaning();
  runToEnd(meaning.learn(ids, textOf));
  const before = meaning.score(word(0, 3));
  let steps = 0;
  for (const _ of meaning.learn(ids, textOf)) {
    steps++;
    if (steps === 5) assert.deepEqual(meaning.score(word(0, 3)), before);
  }
  assert.ok(steps > 10, `${steps} steps`);
});

test('papers that come and go while it is learnt are those it knows in the end', () => {
  const meaning = new LibraryMeaning();
  const late = new Map([[500, { title: 'A late paper', abstract: papers[2]!.abstract }]]);
  let steps = 0;
  for (const _ of meaning.learn(ids, id => late.get(id) ?? textOf(id))) {
    if (steps++ !== 5) continue;
    meaning.add(500, 'A late paper', papers[2]!.abstract);
    meaning.remove(2);
  }
  const scores = meaning.score(`${word(0, 2)} ${word(0, 6)}`)!;
  assert.ok(scores[500]! > 0);
  assert.ok(Number.isNaN(scores[2]!), 'it is gone');
});

test('papers are told apart by their vectors once they were read, from the first on', () => {
  const encodings = encodedPaper('Paper 0');
  const meaning = new LibraryMeaning(encodings);
  const own = [
    { title: 'It is near', abstract: 'near' },
    { title: 'It is far', abstract: undefined },
  ];
  for (const [id, paper] of own.entries()) meaning.add(id, paper.title, paper.abstract);
  assert.equal(meaning.share(10, 0).most, 0);
  runToEnd(meaning.encode(id => own[id]!));
  assert.deepEqual([...meaning.score('anything')!].map(Math.round), [1, 0]);
  assert.ok(meaning.share(10, 0).most > 0);
  assert.equal(meaning.share(3, 0).most, 0, 'a few words are looked for as they are');
  assert.equal(meaning.share(3, 0).likeness, 0);
  assert.ok(meaning.share(10, 0).likeness! > 0);
});

test('the nearest of the bundled papers is not near where an own paper is nearer', () => {
  const encodings = encodedPaper('Paper 0');
  const meaning = new LibraryMeaning({
    ...encodings,
    queries: new QueryVectors({ encode: () => Float32Array.of(0, 1), knows: () => true }),
  });
  meaning.add(0, 'Paper 0', undefined);
  meaning.add(1, 'It is far from the bundled one', undefined);
  runToEnd(meaning.encode(() => ({ title: 'It is far from the bundled one', abstract: undefined })));
  const scores = meaning.score('anything')!;
  assert.ok(scores[1]! > 0.99 && scores[0]! < 0.01, [...scores].join());
});

test('papers are likened to others, bundled or own, and nothing is said of those never read', () => {
  const encodings = encodedPaper('Paper 0');
  const meaning = new LibraryMeaning(encodings);
  const own = [
    { title: 'Paper 0', abstract: undefined },
    { title: 'It is near', abstract: undefined },
    { title: 'It is far', abstract: undefined },
  ];
  for (const [id, { title, abstract }] of own.entries()) meaning.add(id, title, abstract);
  runToEnd(meaning.encode(id => own[id]!));
  meaning.add(3, 'Never read', undefined);
  const like = meaning.likeness([{ id: 2, score: 1 }])!;
  assert.deepEqual([...like.subarray(0, 3)].map(Math.round), [0, 0, 1]);
  assert.ok(Number.isNaN(like[3] ?? Number.NaN));
  assert.equal(meaning.likeness([{ id: 3, score: 1 }]), undefined);
});
