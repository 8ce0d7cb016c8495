import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citedTimes, counted } from '../../../../../src/core/display/counted';
import { excerpt } from '../../../../../src/core/display/text/excerpt';
import { venueShort } from '../../../../../src/core/display/venue';

const sentence =
  'Learners that read many voices at once keep the counterpoint of long sequences, which single voices lose in the end.';
const at = (...words: string[]) =>
  words.map((word): [number, number] => [sentence.indexOf(word), sentence.indexOf(word) + word.length]);

test('the part of a sentence is shown where its words matched', () => {
  assert.equal(excerpt(sentence, at('counterpoint', 'sequences'), 200), sentence);
  assert.equal(
    excerpt(sentence, at('counterpoint', 'sequences'), 60),
    '…voices at once keep the counterpoint of long sequences…',
  );
  assert.match(excerpt(sentence, at('Learners'), 40), /^Learners that read/);
  assert.match(excerpt(sentence, at('lose', 'end'), 40), /lose in the end\.$/);
  // More of what matched goes before what matched first.
  assert.match(
    excerpt(sentence, at('voices', 'counterpoint', 'sequences'), 50),
    /counterpoint of long sequences/,
  );
  for (let limit = 20; limit < 120; limit++)
    assert.ok(excerpt(sentence, at('counterpoint'), limit).length <= limit, String(limit));
  assert.ok(excerpt('x'.repeat(300), [[150, 160]], 50).length <= 50);
});

test('counts are in the plural where they are several, and grouped', () => {
  assert.equal(counted(1, 'reference'), '1 reference');
  assert.equal(counted(0, 'reference'), '0 references');
  assert.equal(counted(4001, 'reference'), '4,001 references');
  assert.deepEqual([citedTimes(1), citedTimes(2)], ['cited once', 'cited 2 times']);
});

test('a venue is short in a row', () => {
  const short = (name: string) => venueShort({ id: 'a', type: 'article', 'container-title': name });
  assert.equal(short('Nature'), 'Nature');
  assert.equal(short('Annual Meeting of the Association for Computational Linguistics (ACL 2023)'), 'ACL');
  assert.equal(
    short('Proceedings of the Second Conference on Rivers and Glass in the Alps'),
    'Second Conference on…',
  );
});
