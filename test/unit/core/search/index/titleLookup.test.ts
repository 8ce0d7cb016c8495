import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvertedIndex } from '../../../../../src/core/search/index/invertedIndex';
import { titledLike } from '../../../../../src/core/search/index/titleLookup';

const titles = [
  'Rivers of glass',
  'Rivers of Glass, and Their Co-operation',
  'Glass: the rivers of it',
  'Lakes',
  'Poincaré’s État de l’art',
];

function made(): InvertedIndex {
  const index = new InvertedIndex();
  for (const [id, title] of titles.entries()) {
    index.addHead(id, { key: `rivers${id}`, title, authors: ['Glass Lakes'], sources: [] });
    index.addAbstract(id, 'Lakes, and rivers of glass.');
  }
  return index;
}

test('every reference with a title is among those that have its words, whatever its case, accents and hyphens', () => {
  const index = made();
  for (const [id, title] of titles.entries())
    for (const written of [title, title.toUpperCase(), title.normalize('NFD'), title.replaceAll('-', '')])
      assert.ok(titledLike(index, written, 10).includes(id), written);
});

test('words count in titles only, not in names, keys and abstracts; what was removed is gone, and no more than asked for', () => {
  const index = made();
  assert.deepEqual(titledLike(index, 'Lakes', 10), [3]);
  assert.deepEqual(titledLike(index, 'rivers of glass', 10), [0, 1, 2]);
  assert.deepEqual(titledLike(index, 'rivers of glass', 2), [0, 1]);
  index.remove(0);
  assert.deepEqual(titledLike(index, 'rivers of glass', 10), [1, 2]);
  assert.deepEqual(titledLike(index, 'unheard', 10), []);
  assert.deepEqual(titledLike(index, '', 10), []);
});
