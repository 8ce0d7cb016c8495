import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../../src/core/citing/citation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../../src/core/model/textEdit';
import { latexDocuments } from './documents/latex';
import { markdownDocuments } from './documents/markdown';
import type { OddDocument } from './documents/oddDocument';
import { rstDocuments } from './documents/rst';
import { typstDocuments } from './documents/typst';

const documents: Readonly<Record<Language, readonly OddDocument[]>> = {
  markdown: markdownDocuments,
  latex: latexDocuments,
  typst: typstDocuments,
  rst: rstDocuments,
};

/** So many characters from one place to the next; each document begins with another, so that all kinds of places are met. */
const stride = 3;
const halfCharacter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

for (const [language, all] of Object.entries(documents) as [Language, readonly OddDocument[]][])
  for (const [index, { name, text, dialect }] of all.entries())
    test(`${language}, ${name}: cited from every place, once, with all that was cited before`, () => {
      const options = dialect ? { dialect } : {};
      const keysOf = (document: string) =>
        readCitations(document, language, options).citations.flatMap(({ keys }) =>
          keys.flatMap(({ key, crossReference }) => (crossReference ? [] : key)),
        );
      const parsed = readCitations(text, language, options);
      const expected = [...keysOf(text), 'newkey'].sort();
      const wrong: string[] = [];
      for (let offset = index % stride; offset <= text.length; offset += stride) {
        const { edits, cursor } = insertCitation(text, offset, ['newkey'], language, { parsed });
        const after = applyEdits(text, edits);
        const shown = `${JSON.stringify(text.slice(Math.max(0, offset - 20), offset))} │ ${edits.map(edit => JSON.stringify(edit.text))}`;
        if (keysOf(after).sort().join() !== expected.join()) wrong.push(`keys ${shown}`);
        // Line ends stay whole, and so do characters.
        if (after.replaceAll('\r\n', '').includes('\r') || halfCharacter.test(after))
          wrong.push(`cut ${shown}`);
        if (!after.slice(0, cursor).includes('newkey')) wrong.push(`cursor ${shown}`);
      }
      assert.deepEqual(wrong, [], wrong.slice(0, 20).join('\n'));
    });
