import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citableItems, itemKeyOf, ownKey } from '../../../../../src/core/bibliography/zotero/zoteroItems';

const item = (fields: object) => ({
  id: 'http://zotero.org/users/475425/items/ABCD2345',
  type: 'article-journal',
  ...fields,
});

test('the key of an item is the end of its URI', () => {
  assert.equal(itemKeyOf(item({})), 'ABCD2345');
  assert.equal(itemKeyOf(item({ id: 'http://zotero.org/groups/42/items/WXYZ6789' })), 'WXYZ6789');
  assert.equal(itemKeyOf(item({ id: 'smith2020' })), undefined);
});

test('an item tells its citation key in a field, or in Extra', () => {
  assert.equal(ownKey(item({ 'citation-key': 'doe2020deer' })), 'doe2020deer');
  assert.equal(ownKey(item({ note: 'tex.x: y\nCitation Key: doe2020deer\nPMID: 1' })), 'doe2020deer');
  assert.equal(ownKey(item({ note: 'The citation key: see below' })), undefined);
});

test('keys come from Better BibTeX, from the item, or are made, and no two are alike', () => {
  const taken = new Set<string>();
  const author = [{ family: 'Doe', given: 'Jane' }];
  const issued = { 'date-parts': [[2020]] };
  const items = [
    item({ title: 'Told' }),
    item({ id: 'http://zotero.org/users/475425/items/AAAA1111', 'citation-key': 'own' }),
    item({ id: 'http://zotero.org/users/475425/items/AAAA2222', title: 'Deer', author, issued }),
    item({ id: 'http://zotero.org/users/475425/items/AAAA3333', title: 'Deer', author, issued }),
  ];
  const citable = citableItems(items, new Map([['ABCD2345', 'told']]), taken, 'groups/42');
  assert.deepEqual(
    citable.map(({ id }) => id),
    ['told', 'own', 'doe2020deer', 'doe2020deera'],
  );
  assert.ok(citable.every(one => !('citation-key' in one)));
  assert.deepEqual(citable[0]!.custom?.zotero, { library: 'groups/42', item: 'ABCD2345' });
});

test('collections, tags and the day they were added come with items', () => {
  const filing = new Map([
    [
      'ABCD2345',
      { collections: ['Thesis / Deer'], tags: ['to read', 'deer'], added: '2024-05-31T10:00:00Z' },
    ],
  ]);
  const [first] = citableItems([item({ title: 'Deer' })], new Map(), new Set(), 'users/0', filing);
  assert.equal(first!.keyword, 'to read, deer');
  assert.deepEqual(first!.custom?.collections, ['Thesis / Deer']);
  assert.equal(first!.custom?.added, '2024-05-31T10:00:00Z');
});

test('what is no item costs only itself', () => {
  const items = [null, item({ title: 'Deer', author: [null], issued: 5 }), 'x', [], 7] as never[];
  assert.equal(citableItems(items, new Map(), new Set(), 'users/0').length, 1);
  const twice = [item({ title: { a: 1 } }), null, item({ title: 'Kept', 'citation-key': 'kept' })] as never[];
  assert.equal(citableItems(twice, new Map(), new Set(), 'users/0').at(-1)!.id, 'kept');
});
