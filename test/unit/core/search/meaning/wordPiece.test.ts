import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordPieceTokenizer } from '../../../../../src/core/search/meaning/wordPiece';

const pieces = [
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'few',
  'shot',
  '-',
  'learn',
  '##ers',
  '##er',
  'cafe',
  '日',
  '.',
  'a',
  '##b',
];
const tokenizer = new WordPieceTokenizer(pieces);

function cut(text: string, limit = 32): string {
  return tokenizer
    .encode(text, limit)
    .map(id => pieces[id])
    .join(' ');
}

test('a word is cut into the longest pieces known', () => {
  assert.equal(cut('learners'), '[CLS] learn ##ers [SEP]');
  assert.equal(cut('ab'), '[CLS] a ##b [SEP]');
});

test('a word with a part that is not known is unknown as a whole', () => {
  assert.equal(cut('learnings'), '[CLS] [UNK] [SEP]');
  assert.equal(cut('a'.repeat(101)), '[CLS] [UNK] [SEP]');
});

test('case and accents do not matter, punctuation and ideographs stand alone', () => {
  assert.equal(cut('Few-Shot Café.'), '[CLS] few - shot cafe . [SEP]');
  assert.equal(cut('日日'), '[CLS] 日 日 [SEP]');
});

test('what cannot be seen is left out', () => {
  assert.equal(cut('few\u200bshot \u0000a'), '[CLS] [UNK] a [SEP]');
  assert.equal(cut(' \n\t'), '[CLS] [SEP]');
});

test('long texts are cut off before the mark of the end', () => {
  assert.equal(cut('a a a a a a', 5), '[CLS] a a a [SEP]');
});
