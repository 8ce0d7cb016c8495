import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PaperVectors, writePaperVectors } from '../../../../../src/core/search/meaning/paperVectors';

const papers = [
  { title: 'Scaling Laws', vectors: [Float32Array.of(1, 0), Float32Array.of(0.6, 0.8)] },
  { title: 'Prompt tuning', vectors: [Float32Array.of(0, -1)] },
];

test('vectors are found by title, however it is set, and compared', () => {
  const vectors = PaperVectors.read(writePaperVectors(papers, 2));
  assert.deepEqual(vectors.find('scaling laws.'), [0, 2]);
  assert.deepEqual(vectors.find('Prompt Tuning'), [2, 1]);
  assert.equal(vectors.find('Prompts'), undefined);
  assert.ok(Math.abs(vectors.likeness(1, Float32Array.of(0, 1)) - 0.8) < 0.01);
  assert.ok(Math.abs(vectors.likeness(2, Float32Array.of(0, 1)) + 1) < 0.01);
});

test('damaged bytes are refused', () => {
  const bytes = writePaperVectors(papers, 2);
  assert.throws(() => PaperVectors.read(bytes.subarray(0, bytes.length - 1)));
  assert.throws(() => PaperVectors.read(new Uint8Array(64)));
});
