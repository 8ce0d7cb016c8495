import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchIndex } from '../../../../src/core/search/searchIndex';
import { library, paper } from './support';

/** What meaning is asked, of a library that knows some words besides its papers'. */
function askedOfMeaning(query: string, known: readonly string[] = [], documents = library): string {
  let asked = '';
  const meaning = {
    share: () => ({ least: 0.2, most: 0.6 }),
    add: () => undefined,
    remove: () => undefined,
    knows: (word: string) => known.includes(word),
    score: (text: string) => {
      asked = text;
      return undefined;
    },
  };
  const texts = { title: (id: number) => documents[id]!.title, abstract: () => undefined };
  const index = new SearchIndex(texts, undefined, meaning);
  index.add(documents);
  index.rank(query, { limit: 1 });
  return asked;
}

test('meaning is asked without typing errors', () => {
  assert.equal(askedOfMeaning('Atention is all, you nede!'), 'attention is all, you need!');
  assert.equal(askedOfMeaning('geometirc constraints'), 'geometric constraints');
});

test('words that are no errors stay as they are', () => {
  assert.equal(askedOfMeaning('retention is all you need', ['retention']), 'retention is all you need');
  assert.equal(askedOfMeaning('Attention without recurrence'), 'Attention without recurrence');
});

test('where two words are as near, neither is put in the place of what was typed', () => {
  const two = [paper('a', 'casual talk'), paper('b', 'visual talk')];
  assert.equal(askedOfMeaning('cisual talk', [], two), 'casual talk');
  const alike = [paper('a', 'model talk'), paper('b', 'modal talk')];
  assert.equal(askedOfMeaning('modol talk', [], alike), 'modol talk');
});

test('letters without a meaning are not asked for theirs', () => {
  assert.equal(askedOfMeaning('qwxzplorft bbzzk'), '');
  assert.equal(askedOfMeaning('qwxzplorft transformer', ['transformer']), 'qwxzplorft transformer');
});
