import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readNames } from '../../../../../src/core/bibliography/bibtex/names/nameList';

/** `given | dropping particle | non-dropping particle | family | suffix`, or `=literal`. */
function shown(field: string, usePrefix = false): string[] {
  return readNames(field, usePrefix).names.map(name =>
    name.literal !== undefined
      ? `=${name.literal}`
      : [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
          .map(part => part ?? '')
          .join('|'),
  );
}

test('names in each of the ways to write them', () => {
  assert.deepEqual(shown('Donald E. Knuth and Knuth, Donald E. and King, Jr, Martin Luther'), [
    'Donald E.|||Knuth|',
    'Donald E.|||Knuth|',
    'Martin Luther|||King|Jr',
  ]);
  assert.deepEqual(shown('Ludwig van Beethoven and van Beethoven, Ludwig and Simon de la Tour Foo'), [
    'Ludwig|van||Beethoven|',
    'Ludwig|van||Beethoven|',
    'Simon|de la||Tour Foo|',
  ]);
  assert.deepEqual(shown('van Gogh, Vincent', true), ['Vincent||van|Gogh|']);
  assert.deepEqual(shown("Jean d'Alembert and Anna {de Souza} and Doorn, F. van"), [
    'Jean||d’|Alembert|',
    'Anna||de|Souza|',
    'F.|van||Doorn|',
  ]);
});

test('bodies in braces are not taken apart, accents in braces are letters', () => {
  assert.deepEqual(
    shown(
      String.raw`{World Health Organization} and {Barnes and Noble} and {\'E}mile Zola and J\o rgensen, Bo`,
    ),
    ['=World Health Organization', '=Barnes and Noble', 'Émile|||Zola|', 'Bo|||Jørgensen|'],
  );
});

test("BibLaTeX's extended format", () => {
  assert.deepEqual(
    shown(
      'family=Hasselhoff, given=David, prefix=von and given={Jan}, family=Berg, prefix=van den, useprefix=true',
    ),
    ['David|von||Hasselhoff|', 'Jan||van den|Berg|'],
  );
});

test('incomplete lists say so, and blanks, commas and signs of all sorts do no harm', () => {
  assert.deepEqual(readNames('Smith, J. and others'), {
    names: [{ family: 'Smith', given: 'J.' }],
    incomplete: true,
  });
  assert.deepEqual(readNames('Born, L. et al.'), {
    names: [{ family: 'Born', given: 'L.' }],
    incomplete: true,
  });
  assert.deepEqual(shown('A.B. Smith AND C D\n and \tE F and , and'), ['A. B.|||Smith|', 'C|||D|', 'E|||F|']);
  assert.deepEqual(shown('王小明 and 李, 四'), ['|||王小明|', '四|||李|']);
  const pieces = fc.constantFrom('and', ' ', ',', '{', '}', '\\', 'von', 'Bo', '~', '=', "'", '.', 'given=');
  fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), parts => Array.isArray(shown(parts.join('')))));
});
