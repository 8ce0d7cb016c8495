import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formats } from '../../../../src/core/bibliography/formats';
import { readBibliography } from '../../../../src/core/bibliography/readBibliography';
import { addEntries } from '../../../../src/core/bibliography/write/addEntries';
import type { Language } from '../../../../src/core/citing/citation';
import { invalidKeyReason } from '../../../../src/core/citing/citationKeySyntax';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { citableKey } from '../../../../src/core/library/documents/citableKey';
import { applyEdits } from '../../../../src/core/model/textEdit';

const documents: readonly (readonly [Language, string])[] = [
  ['markdown', 'Some words| are here.\n'],
  ['markdown', 'Some [@q|] here.\n'],
  ['latex', '\\documentclass{article}\n\\begin{document}\nSome words| here.\n\\end{document}\n'],
  ['latex', '\\begin{document}\nSome \\cite{q|} here.\n\\end{document}\n'],
  ['typst', 'Some words| here.\n'],
  ['typst', 'Some #cite(<q>)| here.\n'],
  ['rst', 'Some words| here.\n'],
];
const sign = fc.constantFrom(
  ...'abZ09{}()[]<>%#&$_^~\\"\'`,;:.!?*+-=/|@ \t\n\r\0é中\u00a0\u200b\u202e\ud83d\u0301\u2028—',
);
const keys = fc.oneof(
  fc.array(sign, { minLength: 1, maxLength: 6 }).map(signs => signs.join('')),
  fc.constantFrom(
    '2020',
    '**a**',
    'x}\\input{/etc/passwd}\\cite{y',
    'a"]); #read("x")',
    '^^M',
    'a--b',
    '__proto__',
    '- a',
    'TY  - BOOK',
  ),
);
const item = { id: 'x', type: 'book', title: 'On Sets', author: [{ family: 'Roe' }] };

test('a key that may be cited is, alone and as it is, in every language', () => {
  fc.assert(
    fc.property(keys, key => {
      for (const [language, marked] of documents) {
        if (invalidKeyReason(key, language) !== undefined) continue;
        const text = marked.replace('|', '');
        const parsed = readCitations(text, language);
        const { edits } = insertCitation(text, marked.indexOf('|'), [key], language, { parsed });
        const after = applyEdits(text, edits);
        const cited = readCitations(after, language).citations.flatMap(citation =>
          citation.keys.map(one => one.key),
        );
        assert.deepEqual(
          cited.filter(one => one !== 'q'),
          [key],
          after,
        );
      }
    }),
    { numRuns: 1500 },
  );
});

test('whatever key a reference comes with, what is written into a bibliography is read by the key that is cited', () => {
  fc.assert(
    fc.property(keys, key => {
      for (const language of ['markdown', 'latex', 'typst', 'rst'] as const)
        for (const { id } of formats) {
          const added = addEntries('', id, [{ item, key: citableKey(key, item, language) }])!;
          const read = readBibliography(added.edit!.text, id, 'x').references.map(reference => reference.key);
          assert.deepEqual(read, added.keys, `${id} for ${language}`);
        }
    }),
    { numRuns: 300 },
  );
});
