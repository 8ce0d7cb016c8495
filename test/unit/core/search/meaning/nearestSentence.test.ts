import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { SentenceFinder } from '../../../../../src/core/search/meaning/nearestSentence';
import { SentenceEncoder } from '../../../../../src/core/search/meaning/sentenceEncoder';
import { VectorStore } from '../../../../../src/core/search/meaning/vectorStore';
import { runToEnd } from '../../../../../src/core/util/cooperative';

const encoder = new SentenceEncoder(gunzipSync(fs.readFileSync('data/meaning/encoder.bin')));
let encoded: string[] = [];
const counting = {
  encode: (text: string) => {
    encoded.push(text);
    return encoder.encode(text);
  },
  reads: (text: string) => encoder.reads(text),
};
const finder = new SentenceFinder(new VectorStore(encoder.width), () => counting);
const paper = {
  title: 'Winter feeding of ungulates',
  abstract:
    'Methods. We walked along forty transects in two valleys. Many deer and elk starve when snow lies deep. ' +
    'The authorities of the canton paid for the petrol.',
};
const nearest = (claim: string, of: { title: string; abstract: string | undefined } = paper) =>
  runToEnd(finder.nearest(claim, of));

test('the sentence is found that says the same in other words', () => {
  const found = nearest('Wild animals die of hunger in cold months.');
  assert.equal(found?.text, 'Many deer and elk starve when snow lies deep.');
  assert.equal(
    nearest('Fuel was financed by public funds.')?.text,
    'The authorities of the canton paid for the petrol.',
  );
});

test('a claim of something else is further away', () => {
  const own = nearest('Deer suffer from lack of food in winter.')!.nearness!;
  const other = nearest('Judges follow earlier rulings more often than not.')!.nearness!;
  assert.ok(own > 0.45 && other < 0.35, `${own} ${other}`);
});

test('sentences are encoded once', () => {
  nearest('One question.');
  encoded = [];
  nearest('Another question.');
  assert.deepEqual(encoded, ['Another question.']);
});

test('a paper without an abstract says nothing', () => {
  assert.equal(nearest('Deer starve.', { title: paper.title, abstract: undefined }), undefined);
  assert.equal(nearest('Deer starve.', { title: paper.title, abstract: ' \n' }), undefined);
});

test('words decide where the encoder cannot read, and how near it is stays unsaid', () => {
  const abstract = '本文研究深度学习的泛化能力。我们提出一种新的方法。实验表明鹿在冬天挨饿。';
  assert.deepEqual(nearest('鹿在冬天没有食物。', { title: '鹿', abstract }), {
    text: '实验表明鹿在冬天挨饿。',
  });
  const without = new SentenceFinder(new VectorStore(1), () => undefined);
  assert.deepEqual(runToEnd(without.nearest('Deer starve in snow', paper)), {
    text: 'Many deer and elk starve when snow lies deep.',
  });
});

test('any claim and any abstract is answered', () => {
  for (const claim of [
    '',
    '…',
    '\\begin{tabular}{ll} 1 & 2',
    'x'.repeat(100_000),
    '\u{1F98C}\ud800',
    'word '.repeat(20_000),
  ])
    assert.ok(nearest(claim)?.text, JSON.stringify(claim.slice(0, 20)));
  assert.equal(nearest('Deer.', { title: '', abstract: 'Short.' })?.text, 'Short.');
  const whole = 'A sentence of a book that stands where an abstract should. '.repeat(5000);
  encoded = [];
  assert.ok(nearest('A book.', { title: '', abstract: whole }));
  assert.ok(encoded.length < 100);
});

test('a telling word that is shared decides between sentences that mean much the same', () => {
  const abstract =
    'We propose a hierarchical model of natural language. It makes use of processes of Pitman and Yor, which are more general. ' +
    'Experiments verify that the model predicts language better.';
  const found = nearest('A hierarchical process of Pitman and Yor is a model whose base is such a process.', {
    title: 'A model of language',
    abstract,
  });
  assert.match(found!.text, /Pitman/);
});
