import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidKeyReason } from '../../../../../src/core/citing/citationKeySyntax';
import { citableKey } from '../../../../../src/core/library/documents/citableKey';
import type { CslItem } from '../../../../../src/core/model/reference';

const item: CslItem = {
  id: 'x',
  type: 'book',
  title: 'On Sets',
  author: [{ family: 'Roe' }],
  issued: { 'date-parts': [[2020]] },
};

test('a key that is one is kept', () => {
  for (const key of ['roe2020', 'DBLP:conf/nips/Roe20', 'roe_2020-a.b+c'])
    for (const language of ['markdown', 'latex', 'typst'] as const) {
      if (invalidKeyReason(key, language)) continue;
      assert.equal(citableKey(key, item, language), key);
    }
});

test('an id that could act in a document or a bibliography is replaced by a key', () => {
  for (const key of [
    'x}\\input{/etc/passwd}\\cite{y',
    'a%b',
    '**a**',
    'a, b',
    'a b',
    '',
    '*',
    'a\u202eb',
    '"a"',
    'http://x.y/#z',
    'a"]); #read("x")',
  ])
    for (const language of ['markdown', 'latex', 'typst'] as const)
      assert.equal(citableKey(key, item, language), 'roe2020sets', key);
});

test('a key longer than programs read is none', () => {
  for (const language of ['markdown', 'latex', 'typst', 'rst'] as const)
    assert.equal(citableKey('a'.repeat(3000), item, language), 'roe2020sets');
});
