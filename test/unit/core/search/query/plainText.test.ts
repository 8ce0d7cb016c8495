import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../../../../src/core/search/text/plainText';

/** A sentence as somebody writes it in a document, and what it says. */
const sentences: Readonly<Record<string, string>> = {
  'Models \\emph{do not} extrapolate~\\citep[see][p.~3]{smith2020, jones1999}.': 'Models do not extrapolate',
  'as \\textcite{smith2020} shows in \\cref{fig:loss}, $O(n \\log n)$ steps': 'as shows in O n n steps',
  'the P\\\'olya and Erd\\H{o}s stra\\ss e, na{\\"\\i}ve Ko\\v{s}ice':
    'the Pólya and Erdős straße naïve Košice',
  '**Agents** _exploit_ constraints [@amodei2016; see @smith2020, pp. 3-4]': 'Agents exploit constraints',
  'As @smith2020 [p. 3] says, [reward hacking](https://example.org/x) is `common`[^1]':
    'As says reward hacking is common',
  '*Typst* #emph[also] has #cite(<smith2020>, supplement: [p. 3]) and <fig> marks':
    'Typst also has and marks',
  'self-attention in $k$-means, don’t': 'self-attention in k-means don’t',
  'see Smith (2020): "models, in general, do not" [p. 3]': 'see Smith 2020 models in general do not p 3',
  '«Être et temps» — une étude…': 'Être et temps une étude',
};
for (const [written, said] of Object.entries(sentences))
  test(`what ${written} says`, () => assert.equal(plainText(written), said));

test('what is nothing but markup is searched as it stands', () => {
  assert.equal(plainText('@smith2020'), 'smith2020');
  assert.equal(plainText('\\cite{smith2020}'), 'cite smith2020');
});

test('punctuation between words makes no difference', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const sign = fc.constantFrom(
    ' ',
    ', ',
    '; ',
    ': ',
    ' – ',
    ' --- ',
    ' "',
    '" ',
    ' (',
    ') ',
    ' [',
    '] ',
    '. ',
    '! ',
    ' / ',
    ' “',
    '” ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, sign), { minLength: 1, maxLength: 12 }), pieces => {
      const written = pieces.flat().join('');
      assert.equal(plainText(written), pieces.map(([word]) => word).join(' '));
    }),
  );
});

test('any text has a plain form in linear time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void plainText(text)));
  for (const sign of ['\\', '{', '[', '@a', '$', '<a', '\\cite[', '[@', '_', '#a.', '\\cite{a}['])
    plainText(sign.repeat(2000 / sign.length));
});
