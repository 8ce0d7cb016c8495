import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentenceAt } from '../../../../src/core/citing/sentenceAt';

/** The sentence at the `|`. */
function at(marked: string): string {
  const offset = marked.indexOf('|');
  return sentenceAt(marked.replace('|', ''), offset);
}

test('the sentence around the cursor', () => {
  assert.equal(at('One is here. Two is th|ere. Three.'), 'Two is there.');
  assert.equal(at('|One is here. Two.'), 'One is here.');
  assert.equal(at('Spread over\nli|nes it is. Two.'), 'Spread over lines it is.');
});

test('after a sentence it is the one just written', () => {
  assert.equal(at('One is here. Two is there. |'), 'Two is there.');
  assert.equal(at('One is here.|'), 'One is here.');
  assert.equal(at('One is here. | Two is there.'), 'One is here.');
});

test('paragraphs are kept apart, and an empty one says nothing', () => {
  assert.equal(at('First one\n\nSecond o|ne\n\nThird'), 'Second one');
  assert.equal(at('First one\n\n|\n\nThird'), '');
  assert.equal(at('First\r\n\r\nSecond| one\r\n'), 'Second one');
  assert.equal(at('|'), '');
});

test('citations and markup are no words', () => {
  const text = 'As *shown* by many [see @a, p. 3. Really; -@b], it `works`.';
  const citation = { keys: [], start: text.indexOf('['), end: text.indexOf(']') + 1 };
  assert.equal(sentenceAt(text, text.length, [citation]), 'As shown by many , it works .');
  assert.equal(at('This is \\emph{very} go|od $x_1$.'), 'This is very good x 1 .');
});

test('any text at any place gives one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, place) => {
      assert.doesNotMatch(sentenceAt(text, place % (text.length + 1)), /\n/);
    }),
  );
});
