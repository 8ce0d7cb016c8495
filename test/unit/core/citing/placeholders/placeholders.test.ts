import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '../../../../../src/core/citing/citation';
import { citedKeys } from '../../../../../src/core/citing/citedKeys';
import { findPlaceholders } from '../../../../../src/core/citing/placeholders/findPlaceholders';
import { replacePlaceholder } from '../../../../../src/core/citing/placeholders/replacePlaceholder';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';

function found(text: string, language: Language, more: readonly string[] = []): string[] {
  return findPlaceholders(text, language, {}, more).map(([start, end]) => text.slice(start, end));
}

test('what writers put where a citation is missing is found', () => {
  const texts =
    '[citation needed] [Citation needed] [REF] [ref] (ref) [cite] [TODO cite] (citation needed) [source missing] [?] [??]';
  for (const language of ['markdown', 'latex', 'typst'] as const)
    assert.equal(found(`It is so ${texts}.`, language).length, 11, language);
  assert.deepEqual(found('So [@?], so @?? and [@todo].', 'markdown'), ['[@?]', '@??', '[@todo]']);
  const latex = String.raw`So \cite{}, \citep[see][]{?}, \parencite{TODO}, \todo{cite} and \todo[inline]{needs a reference}.`;
  assert.deepEqual(found(latex, 'latex'), [
    String.raw`\cite{}`,
    String.raw`\citep[see][]{?}`,
    String.raw`\parencite{TODO}`,
    String.raw`\todo{cite}`,
    String.raw`\todo[inline]{needs a reference}`,
  ]);
  assert.deepEqual(found('So #cite(<?>) and @? and #cite().', 'typst'), ['#cite(<?>)', '@?', '#cite()']);
});

test('one among the keys of a citation is found, alone', () => {
  assert.deepEqual(found('So [@roe2001; @?] and [see @todo, p. 3; @doe1999].', 'markdown'), ['@?', '@todo']);
  assert.deepEqual(found('Mind @todo and the list [a; b].', 'markdown'), []);
  const latex = String.raw`So \cite{roe2001,?}, \autocite[3]{ TODO , roe2001} and \parencite{?, ??}.`;
  assert.deepEqual(found(latex, 'latex'), ['?', 'TODO', String.raw`\parencite{?, ??}`]);
  assert.deepEqual(found(String.raw`So \emph{roe2001,?} and $f{a,?}$.`, 'latex'), []);
  assert.deepEqual(found('So #cite(<?>, form: "prose") and #cite(<todo>).', 'typst'), [
    '#cite(<?>, form: "prose")',
    '#cite(<todo>)',
  ]);
  assert.deepEqual(found('So :cite:p:`roe2001, ?` it is.', 'rst'), ['?']);
});

test('what stands where a key will may be said in other words', () => {
  for (const key of ['TBD', 'fixme', 'XXXX', 'citation-needed', 'citationneeded', 'citeme', '????']) {
    assert.deepEqual(found(`So \\parencite{${key}}.`, 'latex'), [`\\parencite{${key}}`], key);
    assert.deepEqual(found(`So [@roe2001; @${key}].`, 'markdown'), [`@${key}`], key);
  }
  assert.deepEqual(found(String.raw`So \cite{xx,todoroki2001,tbdx}.`, 'latex'), []);
  assert.deepEqual(found('So [@todoroki2001] and [@xxx2001].', 'markdown'), []);
});

test('in comments and code, and where it says something else, nothing is missing', () => {
  assert.deepEqual(
    found('`[@?]`\n\n```\n[REF]\n```\n\n<!-- [citation needed] -->\n\n$a[?]$\n', 'markdown'),
    [],
  );
  assert.deepEqual(found('[ref](https://example.org) and [REF][1] and a@?b', 'markdown'), []);
  assert.deepEqual(
    found('% \\cite{}\n\\begin{verbatim}\n\\cite{?}\n\\end{verbatim}\n\\verb|[REF]|', 'latex'),
    [],
  );
  assert.deepEqual(found('\\cite{roe2001} \\todo{mend this figure}', 'latex'), []);
  assert.deepEqual(found('// @?\n`@?` /* [REF] */', 'typst'), []);
});

test('a writer can have placeholders of their own, taken as they are written', () => {
  assert.deepEqual(found('So (quote?) and QQ.', 'markdown', ['(quote?)', 'QQ', ' ']), ['(quote?)', 'QQ']);
  const signs = ['TODO-cite', '@-@', '^$.*+?()[]{}|/\\', '<!>'];
  assert.deepEqual(found(signs.map(sign => `So ${sign} it is.`).join(' '), 'latex', signs), signs);
});

test('a citation takes the place of a placeholder', () => {
  const replaced = (text: string, language: Language) => {
    const [range] = findPlaceholders(text, language);
    return applyEdits(text, replacePlaceholder(text, range!, ['roe2001'], language).edits);
  };
  assert.equal(replaced('Tides rise [citation needed].', 'markdown'), 'Tides rise [@roe2001].');
  assert.equal(replaced('Tides rise [@?], and fall.', 'markdown'), 'Tides rise [@roe2001], and fall.');
  assert.equal(replaced('Tides rise \\cite{}.', 'latex'), 'Tides rise \\cite{roe2001}.');
  assert.equal(
    replaced('Tides rise \\todo{cite}, and fall.', 'latex'),
    'Tides rise \\cite{roe2001}, and fall.',
  );
  assert.equal(replaced('Tides rise #cite(<?>).', 'typst'), 'Tides rise @roe2001.');
  assert.equal(replaced('Tides rise [@doe1999; @?].', 'markdown'), 'Tides rise [@doe1999; @roe2001].');
  assert.equal(replaced('So [see @todo, p. 3; @doe1999].', 'markdown'), 'So [see @roe2001, p. 3; @doe1999].');
  assert.equal(
    replaced(String.raw`Tides rise \cite{?, doe1999}.`, 'latex'),
    String.raw`Tides rise \cite{roe2001, doe1999}.`,
  );
  const two = replacePlaceholder('Tides \\cite{a,?}.', [14, 15], ['roe2001', 'poe1990'], 'latex');
  assert.equal(applyEdits('Tides \\cite{a,?}.', two.edits), 'Tides \\cite{a,roe2001,poe1990}.');
  const { cursor } = replacePlaceholder('Tides rise [REF].', [11, 16], ['roe2001'], 'markdown');
  assert.equal(cursor, 'Tides rise [@roe2001]'.length);
});

test('whatever the text around it, replacing adds that key and loses no other', () => {
  const words = fc.constantFrom(
    'tide ',
    'rise.',
    '\n\n',
    '[@doe1999] ',
    '*so* ',
    '`code` ',
    'it, ',
    '\n- ',
    '(',
    ') ',
  );
  fc.assert(
    fc.property(fc.array(words), fc.array(words), (before, after) => {
      const text = `${before.join('')} [citation needed]${after.join('')}`;
      for (const range of findPlaceholders(text, 'markdown')) {
        const edited = applyEdits(text, replacePlaceholder(text, range, ['roe2001'], 'markdown').edits);
        const keys = (of: string) => citedKeys(readCitations(of, 'markdown')).map(({ key }) => key);
        assert.deepEqual(new Set(keys(edited)), new Set([...keys(text), 'roe2001']), edited);
      }
    }),
  );
});
