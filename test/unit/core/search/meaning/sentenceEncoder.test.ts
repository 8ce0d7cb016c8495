import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readEncoder } from '../../../../../src/core/search/meaning/encoderFile';
import { paperTexts } from '../../../../../src/core/search/meaning/paperTexts';
import { PaperVectors } from '../../../../../src/core/search/meaning/paperVectors';
import { SentenceEncoder } from '../../../../../src/core/search/meaning/sentenceEncoder';
import { WordPieceTokenizer } from '../../../../../src/core/search/meaning/wordPiece';
import { runToEnd } from '../../../../../src/core/util/cooperative';

const file = gunzipSync(fs.readFileSync('data/meaning/encoder.bin'));
const encoder = new SentenceEncoder(file);
/** What Hugging Face's tokenizers and a plain implementation in NumPy make of the same file. */
const recorded: { text: string; ids: number[]; vector: number[] }[] = JSON.parse(
  fs.readFileSync('test/fixtures/meaning/encoded.json', 'utf8'),
);

test('texts are cut and encoded as by the reference implementation', () => {
  const tokenizer = new WordPieceTokenizer(readEncoder(file).pieces);
  for (const { text, ids, vector } of recorded) {
    assert.deepEqual(tokenizer.encode(text, 256), ids, text);
    assert.ok(cosine(encoder.encode(text), vector) > 0.9995, text);
  }
});

test('a text is encoded the same in steps, whatever is encoded between them', () => {
  const text = recorded.at(-1)!.text;
  const steps = encoder.encodeInSteps(text, encoder.maxPositions);
  let step = steps.next();
  for (let i = 0; !step.done; i++) {
    if (i % 4 === 1) encoder.encode('a longer question, which comes in between and is answered at once');
    step = steps.next();
  }
  assert.deepEqual(step.value, encoder.encode(text));
  assert.notDeepEqual(step.value, runToEnd(encoder.encodeInSteps(text, 64)));
});

test('any text has a vector of unit length', () => {
  for (const text of [
    '',
    ' ',
    '😀',
    '\ud800',
    'x'.repeat(10_000),
    'word '.repeat(2_000),
    '__proto__ constructor',
  ])
    assert.ok(Math.abs(Math.hypot(...encoder.encode(text)) - 1) < 1e-4);
});

test('a damaged file is refused', () => {
  assert.throws(() => readEncoder(file.subarray(0, file.length - 1)));
  assert.throws(() => readEncoder(file.subarray(4)));
});

test('every bundled paper has its vectors, of its texts as they are', () => {
  const vectors = PaperVectors.read(fs.readFileSync('data/meaning/collection.bin'));
  const items: { title: string; abstract?: string }[] = JSON.parse(
    fs.readFileSync('data/references.json', 'utf8'),
  );
  for (const [i, { title, abstract }] of items.entries()) {
    const texts = paperTexts(title, abstract);
    const [first, count] = vectors.find(title) ?? [0, 0];
    assert.equal(count, texts.length, title);
    if (i % 20 === 0) assert.ok(vectors.likeness(first + 1, encoder.encode(texts[1]!)) > 0.999, title);
  }
});

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return dot / Math.sqrt(aa * bb);
}
