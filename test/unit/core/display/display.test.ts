import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authorsInFull, authorsShort } from '../../../../src/core/display/authors';
import { describe } from '../../../../src/core/display/describe';
import { formatReference } from '../../../../src/core/display/formatReference';
import { linksOf } from '../../../../src/core/display/links';
import { shortReference } from '../../../../src/core/display/shortReference';
import { shorten } from '../../../../src/core/display/text/shorten';
import { venueInFull } from '../../../../src/core/display/venue';
import type { CslItem, Name } from '../../../../src/core/model/reference';

const by = (...author: Name[]): CslItem => ({ id: 'key', type: 'book', author });
const vaswani = { family: 'Vaswani', given: 'Ashish' };
const shazeer = { family: 'Shazeer', given: 'Noam' };
const parmar = { family: 'Parmar', given: 'Niki' };

test('authors in short', () => {
  assert.equal(authorsShort(by(vaswani)), 'Vaswani');
  assert.equal(authorsShort(by(vaswani, shazeer)), 'Vaswani and Shazeer');
  assert.equal(authorsShort(by(vaswani, shazeer, parmar)), 'Vaswani et al.');
  assert.equal(authorsShort(by({ literal: 'UNESCO' })), 'UNESCO');
  assert.equal(authorsShort(by({ family: 'Oord', 'non-dropping-particle': 'van den' })), 'van den Oord');
  assert.equal(authorsShort({ id: 'x', type: 'book', editor: [parmar] }), 'Parmar');
  assert.equal(authorsShort({ id: 'x', type: 'book' }), undefined);
});

test('a list that is not complete never looks complete', () => {
  const incomplete = { ...by(vaswani), custom: { authorsIncomplete: true } };
  assert.equal(authorsShort(incomplete), 'Vaswani et al.');
  assert.equal(authorsInFull(incomplete), 'Ashish Vaswani and others');
  assert.equal(authorsInFull(by(vaswani, { literal: 'others' })), 'Ashish Vaswani and others');
});

test('authors in full, up to a limit', () => {
  assert.equal(authorsInFull(by(vaswani, shazeer, parmar)), 'Ashish Vaswani, Noam Shazeer and Niki Parmar');
  assert.equal(authorsInFull(by(vaswani, shazeer, parmar), 1), 'Ashish Vaswani and 2 others');
  assert.equal(authorsInFull(by(vaswani, shazeer), 1), 'Ashish Vaswani and Noam Shazeer');
});

test('a reference in a list copes with all that is missing', () => {
  const item: CslItem = {
    ...by(vaswani, shazeer),
    title: 'Attention in <i>E. coli</i>',
    issued: { 'date-parts': [[2017]] },
    'container-title': 'Nature',
  };
  assert.deepEqual(describe(item), {
    title: 'Attention in E. coli',
    byline: 'Vaswani and Shazeer · 2017 · Nature',
  });
  assert.deepEqual(describe({ id: 'key', type: 'book' }), { title: 'key', byline: '' });
  assert.equal(shortReference(item), 'Vaswani and Shazeer 2017');
  assert.equal(shortReference({ id: 'key', type: 'book', title: 'Sparks' }), '“Sparks”');
});

test('the venue with its place', () => {
  const item: CslItem = {
    id: 'x',
    type: 'article-journal',
    'container-title': 'Nature',
    volume: '12',
    issue: '3',
    page: '4-7',
  };
  assert.equal(venueInFull(item), 'Nature 12(3), 4–7');
  assert.equal(venueInFull({ id: 'x', type: 'article', number: 'arXiv:2306.00629' }), 'arXiv');
});

test('a reference in one line', () => {
  assert.equal(
    formatReference({
      ...by(vaswani),
      title: 'Is it?',
      issued: { 'date-parts': [[2017]] },
      DOI: '10.1000/a',
    }),
    'Ashish Vaswani (2017). Is it? https://doi.org/10.1000/a',
  );
  assert.equal(formatReference({ id: 'key', type: 'book', title: 'Sparks' }), 'Sparks.');
});

test('links lead to the web only, each once', () => {
  const links = (fields: Partial<CslItem>) => linksOf({ id: 'x', type: 'book', ...fields });
  assert.deepEqual(
    links({ DOI: '10.1000/a(b)', URL: 'https://doi.org/10.1000/a(b)', custom: { arxiv: '2306.00629' } }),
    [
      { label: 'DOI', url: 'https://doi.org/10.1000/a%28b%29' },
      { label: 'arXiv', url: 'https://arxiv.org/abs/2306.00629' },
    ],
  );
  assert.deepEqual(links({ URL: 'https://www.jmlr.org/p' }), [
    { label: 'jmlr.org', url: 'https://www.jmlr.org/p' },
  ]);
  for (const URL of ['command:x', 'javascript:alert(1)', 'file:///etc/passwd', 'x', 'data:text/html,x'])
    assert.deepEqual(links({ URL }), []);
});

test('a text is shortened at a sentence, else at a word', () => {
  assert.equal(shorten('One two. Three four five.', 14), 'One two. …');
  assert.equal(shorten('One two three four', 12), 'One two…');
  assert.equal(shorten('One  two', 12), 'One two');
  assert.equal(shorten('😀'.repeat(10), 4), '😀…');
});
