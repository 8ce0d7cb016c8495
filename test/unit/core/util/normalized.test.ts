import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withPlainSigns } from '../../../../src/core/catalogs/text/plainLine';
import { foldText, foldWord } from '../../../../src/core/search/text/fold';
import { asciiText } from '../../../../src/core/util/latin/asciiText';
import { normalized } from '../../../../src/core/util/normalized';
import { assertLinear } from '../../growth';

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;
const accents = '\u0323\u0301';

test('texts of up to thirty marks behind a letter are what Unicode says', () => {
  const letter = fc.constantFrom('a', 'é', 'ﬁ', '한', 'क', '\u0323', '\u0301', '\u094d', ' ');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), fc.nat(200), (letters, blanks) => {
      const text = letters.join('') + ' '.repeat(blanks);
      for (const form of forms) assert.equal(normalized(text, form), text.normalize(form));
    }),
  );
});

test('of more marks none is lost, and the letters around them are as they should be', () => {
  const text = `e\u0301x${accents.repeat(100)}e\u0301`;
  const marks = (one: string) => [...one.normalize('NFD')].sort().join('');
  for (const form of forms) {
    assert.equal(marks(normalized(text, form)), marks(text));
    assert.ok(normalized(text, form).endsWith('e\u0301'.normalize(form)));
  }
});

test('rows of marks take the time that their length asks for, wherever texts are compared or made readable', async () => {
  for (const [name, read] of Object.entries({ normalized: (one: string) => normalized(one, 'NFKD') }))
    await assertLinear(200_000, length => read(`a${accents.repeat(length / 2)}`), name);
  for (const [name, read] of Object.entries({ foldText, foldWord, asciiText, withPlainSigns }))
    await assertLinear(100_000, length => read(`a${accents.repeat(length / 2)}`), name);
});
