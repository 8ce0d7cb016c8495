import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanned } from '../../../../../src/core/bibliography/bibtex/bibtexPositions';
import { appendBibtex, insertEntry } from '../../../../../src/core/bibliography/write/bibtex/appendBibtex';
import { detectStyle } from '../../../../../src/core/bibliography/write/bibtex/bibStyle';
import { writeBibtex } from '../../../../../src/core/bibliography/write/bibtex/writeBibtex';
import type { CslItem } from '../../../../../src/core/model/reference';
import { applyEdits } from '../../../../../src/core/model/textEdit';

const item: CslItem = {
  id: 'roe2001sets',
  type: 'article-journal',
  title: 'On "Sets"',
  author: [{ family: 'Roe', given: 'Ann' }],
  'container-title': 'Annals',
  issued: { 'date-parts': [[2001]] },
};

const styleOf = (bibtex: string) => detectStyle(scanned(bibtex));

function appendEntry(bibtex: string, text: string) {
  return insertEntry(scanned(bibtex), styleOf(bibtex), text);
}

function appended(bibtex: string): string {
  const entry = writeBibtex(item, item.id, { dialect: 'bibtex', style: styleOf(bibtex) });
  return applyEdits(bibtex, [appendEntry(bibtex, entry)]);
}

const entry = `@article{roe2001sets,
  author = {Roe, Ann},
  title = {On "Sets"},
  journal = {Annals},
  year = {2001}
}`;

test('into an empty file, or one of a byte order mark', () => {
  assert.equal(appended(''), `${entry}\n`);
  assert.equal(appended('\ufeff'), `\ufeff${entry}\n`);
});

test('as the file has it: tabs, aligned, quotes, capitals, a last comma, order, no empty line', () => {
  const bibtex = `@ARTICLE{a,
\tTITLE   = "A",
\tAUTHOR  = "B",
\tYEAR    = 1999,
}
@ARTICLE{b,
\tTITLE   = "A",
\tAUTHOR  = "B",
\tYEAR    = 2000,
}
`;
  assert.equal(
    appended(bibtex),
    `${bibtex}@ARTICLE{roe2001sets,
\tTITLE   = "On {"}Sets{"}",
\tJOURNAL = "Annals",
\tAUTHOR  = "Roe, Ann",
\tYEAR    = "2001",
}
`,
  );
});

test('with CRLF, and no newline at the end where there was none', () => {
  const bibtex = '@book{a,\r\n    title={A},\r\n    year={1999}\r\n}';
  assert.equal(
    appended(bibtex),
    `${bibtex}\r\n\r\n@article{roe2001sets,\r\n    author={Roe, Ann},\r\n    title={On "Sets"},\r\n    journal={Annals},\r\n    year={2001}\r\n}`,
  );
});

test('aligned by its longest name, as JabRef has it', () => {
  const bibtex =
    '@InProceedings{a,\n  title = {A},\n  year  = {1999},\n}\n\n@Book{b,\n  title = {A},\n  year  = {1999},\n}\n';
  const paper: CslItem = { ...item, type: 'paper-conference' };
  const written = writeBibtex(paper, 'x', { dialect: 'bibtex', style: styleOf(bibtex) });
  assert.equal(
    written,
    `@InProceedings{x,
  author    = {Roe, Ann},
  title     = {On "Sets"},
  booktitle = {Annals},
  year      = {2001},
}`,
  );
});

test('the dialect is what JabRef says or most fields tell', () => {
  assert.ok(styleOf('@book{a,\n  date = {1999}\n}\n').biblatex);
  assert.ok(styleOf('@book{a,\n  title = {A}\n}\n@Comment{jabref-meta: databaseType:biblatex;}\n').biblatex);
  assert.ok(!styleOf('@book{a,\n  year = {1999},\n  location = {Rome}\n}\n').biblatex);
});

test('before what JabRef keeps at the end', () => {
  const meta = '@Comment{jabref-meta: databaseType:bibtex;}\n';
  assert.equal(
    appended(`@book{a,\n  title = {A}\n}\n\n${meta}`),
    `@book{a,\n  title = {A}\n}\n\n${entry}\n\n${meta}`,
  );
});

test('before a last entry that does not close', () => {
  assert.equal(appended('@book{a,\n  title = {A\n'), `${entry}\n\n@book{a,\n  title = {A\n`);
});

test('every existing character stays, whatever the file', () => {
  const pieces = [
    '@book{a,\n',
    '  title = {A},\n',
    '}\n',
    '@comment{',
    '\r\n',
    '(',
    '"',
    ' = ',
    '@string{x = "y"}',
    '\ufeff',
    'x',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), parts => {
      const bibtex = parts.join('');
      const edit = appendEntry(bibtex, entry);
      assert.equal(edit.start, edit.end);
      assert.ok(applyEdits(bibtex, [edit]).replace(/\r/g, '').includes(entry));
    }),
  );
});

test('an empty file of a document that loads biblatex becomes one of biblatex’s; one with entries stays what it is', () => {
  const item: CslItem = {
    id: 'x',
    type: 'article-journal',
    title: 'Rivers',
    author: [{ family: 'Müller', given: 'Ann' }],
    'container-title': 'Waters',
    issued: { 'date-parts': [[2020, 5]] },
  };
  const added = (text: string) =>
    applyEdits(text, [appendBibtex(text, item, 'x', { readBy: 'latex', usesBiblatex: true })]);
  assert.match(
    added('% mine\n'),
    /author = \{Müller, Ann\},[\s\S]*journaltitle = \{Waters\},\n {2}date = \{2020-05\}/,
  );
  const bibtex = '@article{a,\n  journal = {W},\n  year = {1999}\n}\n';
  assert.match(added(bibtex), /journal = \{Waters\},\n {2}year = \{2020\}/);
});

test('fields that the first entries lack stand where the later ones have them', () => {
  const without = '@misc{a,\n  title = {A},\n  doi = {10.1/a}\n}\n\n';
  const bibtex = `${without}@article{b,\n  author = {B},\n  title = {B},\n  journal = {J},\n  year = {1999},\n  doi = {10.1/b}\n}\n`;
  assert.deepEqual(styleOf(bibtex).order, ['author', 'title', 'journal', 'year', 'doi']);
});
