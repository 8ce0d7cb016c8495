import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeLabel } from '../../../../../src/core/display/cited/placeLabel';

/** The label of the place between the `|`, which are put back where it is highlighted. */
function label(marked: string): string {
  const [first = '', place = '', last = ''] = marked.split('|');
  const { label, highlight } = placeLabel(first + place + last, [first.length, first.length + place.length]);
  assert.equal(label.slice(...highlight), place);
  return `${label.slice(0, highlight[0])}|${place}|${label.slice(highlight[1])}`;
}

test('a short line is shown whole', () => {
  assert.equal(label('As [@|doe|] says.'), 'As [@|doe|] says.');
  assert.equal(label('    - indented @|doe|  '), '- indented @|doe|');
});

test('no word is cut', () => {
  const words = 'Whatever characteristically incomprehensible considerations '.repeat(4).trim();
  const shown = label(`${words} [@|doe|] ${words}`);
  assert.match(shown, /^… (?:\S+ )+\[@\|doe\|\] (?:\S+ )+…$/);
  for (const word of shown.replace(/[…|]/g, '').replace('[@doe]', '').split(' '))
    assert.ok(word === '' || words.split(' ').includes(word), word);
});

test('a word that goes on and on is left out, not cut', () => {
  assert.equal(label(`${'x'.repeat(200)}|doe|${'y'.repeat(200)}`), '… |doe| …');
});

test('what is not seen in a line does not move the place', () => {
  assert.equal(label('\u202eAs \u0007@|doe|.'), 'As  @|doe|.');
});
