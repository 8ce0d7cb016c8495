import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../../src/core/display/text/escapeMarkdown';
import { plainLabel, plainMessage, plainText } from '../../../../../src/core/display/text/plainText';

/** How VS Code finds links in messages (base/common/linkedText.ts). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi;

test('no text plants a link in a message', () => {
  for (const text of [
    '[Update now](command:workbench.action.showCommands)',
    '[a](https://x.org "title")',
    '[a\u202e](command:x)',
    '[a]\u200e(command:x)',
    '[a]\n(command:x)',
    '[[a](command:x)](command:y)',
  ])
    assert.doesNotMatch(plainMessage(text), link, text);
  const pieces = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    'command:x',
    'https://x',
    'file:',
    ' ',
    '\u202e',
    '\0',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), parts =>
      assert.doesNotMatch(plainMessage(parts.join('')), link),
    ),
  );
});

test('what a message quotes can still be read', () => {
  assert.equal(plainMessage('No “[1](x)” in a [b] (c).'), 'No “[1] (x)” in a [b] (c).');
});

test('directions and control characters reach no label', () => {
  for (const unseen of [
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u061c',
    '\u0085',
    '\u2028',
    '\u001b',
  ])
    for (const made of [plainText, plainLabel, plainMessage, escapeMarkdown])
      assert.equal(made(`a${unseen}b`), 'a b');
  // Joiners are letters' own in Persian and in emoji.
  assert.equal(plainText('می\u200cخواهم'), 'می\u200cخواهم');
});

test('labels have no icons of others', () => {
  assert.equal(plainLabel('$(alert) paid $(5)'), '\\$(alert) paid \\$(5)');
});
