import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form, Language } from '../../../../../src/core/citing/citation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';
import { paragraphs } from './paragraphs';

function keysOf(text: string, language: Language): string[] {
  return readCitations(text, language)
    .citations.flatMap(({ keys }) => keys.map(({ key }) => key))
    .sort();
}

/** Words, numbers and formulas that a citation may not part, as they stand in the paragraphs. */
const unparted =
  /[\p{Script=Latin}\p{Script=Greek}\p{N}][\p{Script=Latin}\p{Script=Greek}\p{N}\p{M}'’-]*[\p{Script=Latin}\p{Script=Greek}\p{N}\p{M}]|\$[^$]+\$/gu;

/** A citation that has no blank to the Latin word before or behind it. */
const joinedToWord =
  /(?:[\p{Script=Latin}\p{N}](?:\\cite\w*\{newkey|@newkey|#cite\(<newkey)|(?<!#\w*)[\p{Script=Latin}\p{N}]\[@newkey\])|newkey(?:\]|\}|>\))[\p{Script=Latin}\p{N}]/u;

function pieces(text: string): string[] {
  return text.match(unparted) ?? [];
}

for (const language of ['markdown', 'latex', 'typst'] as const)
  for (const form of ['normal', 'inText'] as Form[])
    test(`${language}, ${form}: at every position of real paragraphs, exactly that key, and no word cut`, () => {
      for (const { text, skipped } of paragraphs[language]) {
        const before = keysOf(text, language);
        const known = pieces(text);
        const wrong: string[] = [];
        for (let offset = 0; offset <= text.length; offset++) {
          if (skipped?.test(text.slice(0, offset))) continue;
          if (/^[\udc00-\udfff]/.test(text.slice(offset))) continue;
          const { edits } = insertCitation(text, offset, ['newkey'], language, { form });
          const after = applyEdits(text, edits);
          const shown = `${text.slice(Math.max(0, offset - 20), offset)}│${text.slice(offset, offset + 15)}  →  ${edits.map(edit => edit.text).join('…')} @${edits[0]!.start - offset}`;
          const keys = keysOf(after, language);
          if (JSON.stringify(keys) !== JSON.stringify([...before, 'newkey'].sort()))
            wrong.push(`keys  ${shown}`);
          const left = pieces(after);
          if (!isSubsequence(known, left)) wrong.push(`words ${shown}`);
          if (joinedToWord.test(after)) wrong.push(`blank ${shown}`);
        }
        assert.deepEqual(wrong, [], wrong.slice(0, 40).join('\n'));
      }
    });

function isSubsequence(known: readonly string[], left: readonly string[]): boolean {
  let at = 0;
  for (const piece of left) if (piece === known[at]) at++;
  return at === known.length;
}
