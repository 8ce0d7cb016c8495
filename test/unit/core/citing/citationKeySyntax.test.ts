import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidKeyReason } from '../../../../src/core/citing/citationKeySyntax';

test('keys that bibliographies and every language can hold', () => {
  for (const key of ['knuth1984', 'DBLP:conf/nips/VaswaniSPUJGKP17', 'müller2020', 'a.b_c-d+e', '10.1000/x'])
    assert.equal(invalidKeyReason(key), undefined, key);
});

test('keys that something cannot hold, with the reason', () => {
  for (const key of ['', 'a b', 'a,b', 'a{b', 'a%b', 'a#b', 'a\\b', '*', 'a~b', 'a\u200bb'])
    assert.match(invalidKeyReason(key) ?? '', /\.$/, key);
});

test('Markdown takes what fits in braces', () => {
  assert.equal(invalidKeyReason("d'h", 'markdown'), undefined);
  assert.equal(invalidKeyReason('a}b', 'markdown'), 'its braces do not match.');
});
