import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphText } from '../../../../src/core/citing/place/paragraphText';
import { findPlaceholders } from '../../../../src/core/citing/placeholders/findPlaceholders';
import { readCitations } from '../../../../src/core/citing/readCitations';

function said(marked: string, language: 'markdown' | 'latex' = 'markdown'): string {
  const text = marked.replace('|', '');
  return paragraphText(text, marked.indexOf('|'), readCitations(text, language));
}

test('a paragraph is said without its citations and markup', () => {
  assert.equal(
    said(
      'Before.\n\nTides *rise* in [small](https://a.org/x) har|bours [see @roe2001, p. 3],\nand fall `x`.\n\nAfter.',
    ),
    'Tides rise in small harbours , and fall .',
  );
  assert.equal(
    said('Tides \\emph{rise} as in Figure~\\ref{fig:a} \\citep[see][]{roe2001} wh|en $x_1$ grows.', 'latex'),
    'Tides rise as in Figure when grows.',
  );
});

test('a placeholder says nothing', () => {
  const text = 'Tides rise in small harbours [citation needed], and fall.';
  assert.equal(
    paragraphText(text, 3, readCitations(text, 'markdown'), findPlaceholders(text, 'markdown')),
    'Tides rise in small harbours , and fall.',
  );
});

test('code, tables, maths and a few words are about nothing', () => {
  assert.equal(said('```\nlet tides = rise(and, fa|ll)\n```'), '');
  assert.equal(said('| tides | rise | and | fall |\n|--|--|--|-|--|'), '');
  assert.equal(said('$$\na + b + c + d| + e\n$$'), '');
  assert.equal(said('# Tides|'), '');
  assert.equal(said('\n\n|\n\n'), '');
});

test('Chinese is said without blanks', () => {
  assert.equal(said('潮汐在小港口上升|和下降。'), '潮汐在小港口上升和下降。');
});

test('of a paragraph of 100 kB what is around the cursor counts, at once', () => {
  const long = 'tides rise and fall '.repeat(5_000);
  const text = `${long}|${long}`;
  assert.ok(said(text).length <= 4_000);
});
