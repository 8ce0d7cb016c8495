import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addReference } from '../../../../src/core/bibliography/write/addReference';
import type { CslItem } from '../../../../src/core/model/reference';
import { applyEdits } from '../../../../src/core/model/textEdit';

const item: CslItem = {
  id: 'müller2020ähnlich',
  type: 'article-journal',
  title: 'Ähnliches',
  author: [{ family: 'Müller', given: 'Anna' }],
  issued: { 'date-parts': [[2020]] },
};

test('each format gets the reference under the key asked for, and keeps what it had', () => {
  const files = {
    bibtex: '@book{a,\n  title = {A}\n}\n',
    'csl-json': '[{"id":"a","type":"book"}]',
    'csl-yaml': 'references:\n- id: a\n  type: book\n',
    ris: 'TY  - BOOK\nID  - a\nER  - \n',
    hayagriva: 'a:\n  type: Book\n',
  } as const;
  for (const [format, before] of Object.entries(files)) {
    const edit = addReference(before, format as keyof typeof files, item, 'mueller', { readBy: 'markdown' });
    assert.ok(edit, format);
    const after = applyEdits(before, [edit]);
    assert.match(after, /mueller/, format);
    assert.match(after, /Ähnliches/, format);
  }
});

test('an entry of another file is taken over as it is', () => {
  const entry = '@Book{a, TITLE = "A" }';
  const edit = addReference('', 'bibtex', item, 'a', { entry });
  assert.equal(edit?.text, `${entry}\n`);
});

test('a file that is not in UTF-8 gets ASCII only', () => {
  for (const entry of [undefined, '@book{a, title = {Ä}}']) {
    const edit = addReference('', 'bibtex', item, 'a', { ascii: true, ...(entry && { entry }) });
    assert.match(edit!.text, /^[\0-\x7f]+$/);
  }
});
