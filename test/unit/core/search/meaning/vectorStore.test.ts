import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { VectorFormatError, VectorStore } from '../../../../../src/core/search/meaning/vectorStore';
import { textKey } from '../../../../../src/core/util/hash';

const unit = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));

function storeOf(count: number): VectorStore {
  const store = new VectorStore(2);
  for (let i = 0; i < count; i++) store.put(textKey(`text ${i}`), unit(i));
  return store;
}

describe('VectorStore', () => {
  it('keeps cosines to within a hundredth, in order of texts or not', () => {
    const store = storeOf(300);
    for (const i of [299, 0, 150])
      assert.ok(Math.abs(store.similarity(store.use(textKey(`text ${i}`))!, unit(i)) - 1) < 0.01);
    assert.equal(store.use(textKey('text 300')), undefined);
  });

  it('gives another session what it knew', () => {
    const later = new VectorStore(2);
    later.restore(storeOf(100).serialise('encoder é'), 'encoder é');
    for (let i = 0; i < 100; i++) {
      const row = later.use(textKey(`text ${i}`))!;
      assert.ok(Math.abs(later.similarity(row, unit(i)) - 1) < 0.01);
    }
  });

  it('refuses vectors of another encoder or width, and damaged ones', () => {
    const bytes = storeOf(10).serialise('one');
    const refused = (given: Uint8Array, width = 2, encoder = 'one') =>
      assert.throws(() => new VectorStore(width).restore(given, encoder), VectorFormatError);
    refused(bytes, 2, 'two');
    refused(bytes, 3);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), end => refused(bytes.subarray(0, end))),
    );
  });

  it('keeps what is used when there is much that is not', () => {
    const store = storeOf(10);
    for (let i = 100; i < 6000; i++) store.release(store.put(textKey(`text ${i}`), unit(i)));
    assert.ok(store.serialise('').length < 3000 * 20, 'what nobody uses is forgotten, the oldest first');
    for (let i = 0; i < 10; i++) assert.notEqual(store.use(textKey(`text ${i}`)), undefined);
    assert.notEqual(store.use(textKey('text 5999')), undefined);
    assert.equal(store.use(textKey('text 100')), undefined);
  });

  it('forgets all that nobody uses when asked to', () => {
    const store = storeOf(2);
    store.release(store.use(textKey('text 1'))!);
    store.release(store.use(textKey('text 1'))! - 0);
    store.release(1);
    store.forgetUnused();
    assert.notEqual(store.use(textKey('text 0')), undefined);
    assert.equal(store.use(textKey('text 1')), undefined);
  });

  it('writes no more than 16 MB for the largest library', () => {
    const store = new VectorStore(384);
    const vector = new Float32Array(384).fill(384 ** -0.5);
    for (let i = 0; i < 41_000; i++) store.put(i, vector);
    assert.ok(store.serialise('encoder').length < 16_000_000);
  });
});
