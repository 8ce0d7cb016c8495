import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PaperEncodings } from '../../../../../src/core/search/meaning/paperEncodings';
import { VectorStore } from '../../../../../src/core/search/meaning/vectorStore';
import { runToEnd, type Task } from '../../../../../src/core/util/cooperative';

/** Encodes as east what says east, anything else as north; in two steps. */
class Compass {
  readonly width = 2;
  readonly read: string[] = [];

  *encodeInSteps(text: string): Task<Float32Array> {
    yield;
    yield;
    this.read.push(text);
    return text.includes('east') ? Float32Array.of(1, 0) : Float32Array.of(0, 1);
  }
}

const papers = [
  { title: 'One', abstract: 'It goes east.' },
  { title: 'Two', abstract: undefined },
  { title: 'Three', abstract: 'It goes north.' },
];

function library(store = new VectorStore(2)) {
  const encodings = new PaperEncodings(store);
  const texts = [...papers];
  for (const [id, paper] of texts.entries()) encodings.add(id, paper);
  const compass = new Compass();
  return { encodings, texts, compass, store, work: encodings.encodeAll(compass, id => texts[id]!) };
}

const cosines = (encodings: PaperEncodings) =>
  [...(encodings.similarities(Float32Array.of(1, 0)) ?? [])].map(cosine => Math.round(cosine));

describe('PaperEncodings', () => {
  it('reads all titles before the first abstract', () => {
    const { compass, encodings, work } = library();
    assert.equal(encodings.similarities(Float32Array.of(1, 0)), undefined);
    runToEnd(work);
    assert.deepEqual(compass.read, ['One', 'Two', 'Three', 'One. It goes east.', 'Three. It goes north.']);
    assert.deepEqual(cosines(encodings), [1, 0, 0]);
    assert.deepEqual(encodings.progress, { done: 3, total: 3 });
  });

  it('reads what is preferred before that', () => {
    const { compass, encodings, work } = library();
    work.next();
    encodings.prefer([2]);
    runToEnd(work);
    assert.deepEqual(compass.read.slice(0, 3), ['One', 'Three', 'Three. It goes north.']);
  });

  it('takes nothing over of a paper that changed, or went, while it was read', () => {
    const { encodings, texts, work } = library();
    work.next();
    texts[0] = { title: 'One', abstract: 'It goes north after all.' };
    encodings.add(0, texts[0]);
    encodings.remove(1);
    runToEnd(work);
    runToEnd(encodings.encodeAll(new Compass(), id => texts[id]!));
    assert.deepEqual(cosines(encodings), [0, Number.NaN, 0]);
  });

  it('reads nothing twice: not what comes back, nor in another session', () => {
    const { encodings, compass, store, work } = library();
    runToEnd(work);
    encodings.remove(0);
    encodings.add(0, papers[0]!);
    runToEnd(encodings.encodeAll(compass, id => papers[id]!));
    assert.equal(compass.read.length, 5);
    const later = new VectorStore(2);
    later.restore(store.serialise('compass'), 'compass');
    const next = library(later);
    runToEnd(next.work);
    assert.deepEqual(next.compass.read, []);
    assert.deepEqual(cosines(next.encodings), [1, 0, 0]);
  });

  it('reads the titles alone of a very large library', () => {
    const encodings = new PaperEncodings(new VectorStore(2));
    const compass = new Compass();
    const paper = { title: 'North', abstract: 'Then east.' };
    for (let id = 0; id < 20_001; id++) encodings.add(id, paper);
    runToEnd(encodings.encodeAll(compass, () => paper));
    assert.ok(compass.read.every(text => text === 'North'));
    assert.deepEqual(encodings.progress, { done: 20_001, total: 20_001 });
  });
});
