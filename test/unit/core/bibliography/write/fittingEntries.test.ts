import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { AddingOptions } from '../../../../../src/core/bibliography/bibliographyFormat';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import { addReference } from '../../../../../src/core/bibliography/write/addReference';
import type { CslItem } from '../../../../../src/core/model/reference';
import type { BibliographyFormatId } from '../../../../../src/core/model/source';

const item: CslItem = {
  id: 'akgul2020',
  type: 'article-journal',
  title: 'The α-phase of CO₂, where x² ≤ y',
  author: [
    { family: 'Akgül', given: 'Émile' },
    { family: 'Žižek', given: 'Łukasz-Östen' },
  ],
  'container-title': 'Annals',
  issued: { 'date-parts': [[2020]] },
};

/** What is added to a file. */
function added(
  text: string,
  one: CslItem = item,
  options: AddingOptions = {},
  format: BibliographyFormatId = 'bibtex',
): string {
  const edit = addReference(text, format, one, one.id, options)!;
  assert.equal(edit.start, edit.end, 'nothing is replaced');
  return edit.text.trim();
}

const book = (fields: string) => `@book{a,\n  title = {A},\n${fields}\n}\n`;

/** An entry of another `.bib`, as its file hands it on. */
function entryOf(bibtex: string, key: string) {
  const { references } = readBibliography(bibtex, 'bibtex', 'other');
  const reference = references.find(one => one.key === key)!;
  return { item: { ...reference.item }, entry: reference.bibtex! };
}

test('letters come as the file has them', () => {
  const inTex = [
    `  author = {M{\\"u}ller, A.}`,
    `  author = {Erd\\H{o}s, P.}`,
    "  author = {Andr\\'e, B.}",
    '  title = {Stra\\ss e}',
  ];
  for (const fields of inTex) assert.match(added(book(fields)), /^[\0-\x7f]+$/, fields);
  for (const fields of ['  author = {Müller, A.}', '  title = {Über}']) {
    const entry = added(book(fields), item, { readBy: 'latex' });
    assert.match(entry, /Akgül/);
    // Styles that abbreviate, or make labels, cut names by bytes.
    assert.match(entry, /Akgül, \{\\'E\}mile and \{\\v\{Z\}\}i\{\\v\{z\}\}ek, \{\\L\}ukasz-\{\\"O\}sten/);
    assert.match(added(book(fields), item, { readBy: 'markdown' }), /Akgül, Émile and Žižek, Łukasz-Östen/);
  }
  // Of a file without such letters LaTeX can only get ASCII right; Pandoc and Typst take any.
  assert.match(added(book('  year = 2000')), /Akg\{\\"u\}l/);
  assert.match(added('', item, { readBy: 'markdown' }), /Akgül, Émile/);
  assert.match(added('@online{a,\n  date = {2001}\n}\n', item, { readBy: 'latex' }), /Akgül/);
});

test('Greek, indices and mathematics are TeX wherever LaTeX reads them', () => {
  const title =
    /title = \{The \$\\alpha\$-phase of \{CO\\textsubscript\{2\}\}, where x\\textsuperscript\{2\} \$\\leq\$ y\}/;
  for (const text of ['', book('  author = {Müller, A.}'), '@online{a,\n  date = {2001}\n}\n'])
    assert.match(added(text, item, { readBy: 'latex' }), title);
  assert.match(added('', item, { readBy: 'typst' }), /The α-phase of \{CO₂\}, where x² ≤ y/);
});

test('ASCII means ASCII', () => {
  const odd: CslItem = { id: 'x', type: 'book', title: '« 1½ ® » ¼ № 5 – “a” … † ‡ ™ ± × µ Ω ∞ → ℝ ŋ ǧ ṡ' };
  assert.match(added('', odd, { ascii: true }), /^[\0-\x7f]+$/);
});

test('markup and mathematics stay', () => {
  const csl: CslItem = readBibliography(
    JSON.stringify([
      {
        id: 'x',
        type: 'book',
        title:
          '<i>E. coli</i> and H<sub>2</sub>O, x<sup>2</sup>, <span style="font-variant:small-caps;">Abc</span>, <span class="nocase">a b</span>',
        publisher: 'Science &amp; Technology',
      },
    ]),
    'csl-json',
    'x',
  ).references[0]!.item;
  const title = '\\emph{{E. coli}} and {H}\\textsubscript{2}{O}, x\\textsuperscript{2}, \\textsc{Abc}, {a b}';
  assert.ok(added('', csl).includes(`title = {${title}}`), added('', csl));
  assert.ok(added('', csl).includes('publisher = {Science \\& Technology}'));
  const json = JSON.parse(added('', csl, {}, 'csl-json'))[0];
  assert.match(json.title, /<i>E\. coli<\/i> and H<sub>2<\/sub>O/);
  assert.equal(json.publisher, 'Science & Technology');
  assert.match(
    added('', csl, {}, 'csl-yaml'),
    /\*E\. coli\* and H~2~O, x\^2\^, \[Abc\]\{\.smallcaps\}, \[a b\]\{\.nocase\}/,
  );
  assert.match(added('', csl, {}, 'hayagriva'), /coli and \{?H₂O\}?, x²,/);
});

test('what is taken over from another .bib keeps its TeX, with what it used of its file', () => {
  const other =
    '@string{n = {Nature {\\"U}ber}}\n@proceedings{p, title={Proc. of {X}}, year=2001, publisher=acm}\n@string{acm = "ACM"}\n' +
    '@article{k, title={H$_2$O: $\\alpha$-helix in $O(n^2)$}, journal=n, year=2001, month=jan}\n' +
    '@inproceedings{q, title={Talk}, author={Doe, J.}, crossref={p}}\n';
  const k = entryOf(other, 'k');
  const taken = added('', k.item, { entry: k.entry });
  assert.match(taken, /title = \{H\$_2\$O: \$\\alpha\$-helix in \$O\(n\^2\)\$\}/);
  assert.match(taken, /journal = \{Nature \{\\"U\}ber\}/);
  assert.match(taken, /month = jan/);
  const q = entryOf(other, 'q');
  const paper = added('', q.item, { entry: q.entry });
  for (const field of ['booktitle = {Proc. of {X}}', 'publisher = {ACM}', 'year = {2001}'])
    assert.ok(paper.includes(field), `${field} in ${paper}`);
  assert.doesNotMatch(paper, /crossref/);
});

test('an entry that does not close, or has something wrong, is written anew', () => {
  const broken = [
    '@article{x,\n  author = {Foo, Ann}, title = {A missing close}, year = {2001}\n\n@article{next, title = {N}}\n',
    '@article{x,\n  author = {Foo, Ann}, title = {A missing brace, year = {2001}\n}\n\n@article{next, title = {N}}\n',
    '@article{x,\n  author = {Foo, Ann}\n  title = {A missing comma}, year = {2001}\n}\n',
    '@article{x,\n  author = "Foo, Ann", title = "A "quoted" word", year = {2001}\n}\n',
    '@article{x,\n  author = {Foo, Ann}, title = {A brace}} too many}, year = {2001}\n}\n',
    '@article{x,\n  author {Foo, Ann}, title = {No equals}, year = {2001}\n',
    '@article(x,\n  author = {Foo, Ann}, title = {Wrong closing}, year = {2001}\n}\n\n@misc{y, title={Y}}\n',
  ];
  for (const bibtex of broken) {
    const { item: own, entry } = entryOf(bibtex, 'x');
    const text = `@book{a,\n  title = {A}\n}\n${added('@book{a,\n  title = {A}\n}\n', own, { entry })}\n`;
    const { references, problems } = readBibliography(text, 'bibtex', 'x');
    assert.deepEqual(problems, [], text);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['a', 'x'],
    );
    assert.deepEqual(references[1]!.item.author, [{ family: 'Foo', given: 'Ann' }]);
  }
});

test('entries are put into the dialect of the file', () => {
  const bibtex = '@article{old,\n  journal = {J},\n  year = {2000}\n}\n';
  const biblatex = '@article{old,\n  journaltitle = {J},\n  date = {2000}\n}\n';
  const into = (file: string, entry: string) => {
    const { item: own, entry: raw } = entryOf(entry, 'x');
    return added(file, own, { entry: raw });
  };
  const online =
    '@online{x, title={T}, subtitle={Sub $x$}, author={family=Deursen, given=Arie, prefix=van and Doe, J.}, date={2020-05-06}, url={http://a}, keywords={k}}';
  const old = into(bibtex, online);
  assert.match(old, /^@misc\{x,/);
  for (const field of [
    'author = {van Deursen, Arie and Doe, J.}',
    'title = {T: Sub $x$}',
    'year = {2020}',
    'month = may',
    'keywords = {k}',
  ])
    assert.ok(old.includes(field), `${field} in ${old}`);
  assert.match(
    into(bibtex, '@article{x, title={T}, journaltitle={J}, date={2020/2021}}'),
    /journal = \{J\},\s+year = \{2020--2021\}/,
  );
  assert.match(
    into(bibtex, '@thesis{x, title={T}, type={mathesis}, institution={U}, date={2020}}'),
    /@mastersthesis\{x,[\s\S]*school = \{U\}/,
  );
  assert.match(
    into(bibtex, '@report{x, title={T}, institution={U}, location={R}, date={2020}}'),
    /@techreport\{x,[\s\S]*institution = \{U\},\s+address = \{R\}/,
  );
  assert.match(
    into(biblatex, '@article{x, title={T}, journal={J}, year=2020, month=jun}'),
    /journaltitle = \{J\},\s+date = \{2020-06\}/,
  );
  assert.match(
    into(biblatex, '@phdthesis{x, title={T}, school={U}, year=2020}'),
    /@thesis\{x,[\s\S]*institution = \{U\},[\s\S]*type = \{phdthesis\}/,
  );
  assert.match(
    into(biblatex, '@misc{x, title={T}, archivePrefix={arXiv}, eprint={2001.00001}, primaryClass={cs.CL}}'),
    /eprinttype = \{arXiv\}[\s\S]*eprintclass = \{cs\.CL\}/,
  );
  // What is right in both stays as it is written, to the letter.
  const raw = '@Book{x,  TITLE= "A B"  }';
  assert.equal(into(biblatex, raw), raw);
});

test('for Typst: no date that is none, no commands in texts, Hayagriva where the file is its own', () => {
  for (const [one, options] of [
    [{ id: 'z', type: 'book', title: 'Z', issued: { literal: 'in press' } }, {}],
    [{ id: 'z', type: 'book', title: 'Z' }, { entry: '@book{z, title={Z}, year={in press}}' }],
    [{ id: 'z', type: 'book', title: 'Z' }, { entry: '@book{z, title={Z}, date={forthcoming}}' }],
  ] as const)
    assert.doesNotMatch(added('', one, { ...options, readBy: 'typst' }), /(?:year|date) = /);
  assert.match(
    added('@book{a, year={1999}}', { id: 'z', type: 'book', issued: { literal: 'in press' } }),
    /year ?= ?\{in press\}/,
  );
});

test('years before Christ, publishers with “and”, versions and languages', () => {
  const old: CslItem = {
    id: 'x',
    type: 'book',
    title: 'X',
    issued: { 'date-parts': [[-44]] },
    publisher: 'Taylor and Francis',
    language: 'de-DE',
    version: '2',
  };
  const entry = added('@book{a,\n  date = {1999}\n}\n', old);
  for (const field of [
    'date = {-0043}',
    'publisher = {{Taylor and Francis}}',
    'langid = {ngerman}',
    'version = {2}',
  ])
    assert.ok(entry.includes(field), entry);
  const again = readBibliography(entry, 'bibtex', 'x').references[0]!.item;
  assert.deepEqual(again.issued, old.issued);
  assert.equal(again.publisher, 'Taylor and Francis');
  assert.ok(added('', old).includes('publisher = {{Taylor and Francis}}'));
});

test('JabRef: aligned by the longest name of each entry, and an empty library is what it says', () => {
  const text =
    '@Article{a,\n  author  = {A},\n  title   = {T},\n  journal = {J},\n  year    = {1999},\n}\n\n@Book{b,\n  title = {A},\n  year  = {1999},\n}\n';
  assert.match(
    added(text),
    /\n {2}author {2}= \{.*\n {2}title {3}= \{.*\n {2}journal = \{Annals\},\n {2}year {4}= \{2020\},\n\}$/,
  );
  assert.match(
    added('@Comment{jabref-meta: databaseType:biblatex;}\n'),
    /journaltitle = \{Annals\},\n {2}date = \{2020\}/,
  );
});

test('RIS has notes, keywords, numbers, editions and series', () => {
  const report: CslItem = {
    id: 'x',
    type: 'report',
    title: 'X',
    number: 'TR-1',
    edition: '2',
    'collection-title': 'Series',
    note: 'N',
    keyword: 'a, b',
    genre: 'Memo',
  };
  const ris = added('', report, {}, 'ris');
  for (const line of ['IS  - TR-1', 'ET  - 2', 'T3  - Series', 'N1  - N', 'KW  - a', 'KW  - b'])
    assert.ok(ris.includes(line), line);
  assert.equal(readBibliography(ris, 'ris', 'x').references[0]!.item.number, 'TR-1');
});

test('whatever a text holds, each format reads it back the same', () => {
  const words = fc.constantFrom(
    'word',
    'Ärger',
    '_init_',
    '*a*',
    '\\x',
    '$5',
    '{a}',
    '}',
    '"q"',
    "it's",
    '<tag>',
    '&',
    '&amp;',
    '100%',
    '#1',
    '@k',
    '~',
    '^',
    '|',
    '1.',
    '- ',
    'yes:',
    '# x',
    'α',
    'x²',
    'H₂O',
    '–',
    '[a](b)',
    '(a)',
    '...',
    '--',
    ': ',
    'null',
    '2020-01-01',
  );
  const text = fc
    .array(words, { minLength: 1, maxLength: 6 })
    .map(parts => parts.join(' ').replace(/\s+/g, ' ').trim());
  const plain = (value: unknown) => String(value).replaceAll('&amp;', '&');
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(
        'csl-json',
        'csl-yaml',
        'hayagriva',
        'ris',
        'bibtex',
      ) as fc.Arbitrary<BibliographyFormatId>,
      (title, format) => {
        const one: CslItem = { id: 'k', type: 'book', title, publisher: title };
        const read = readBibliography(added('', one, { readBy: 'markdown' }, format), format, 'x');
        assert.deepEqual(read.problems, []);
        const fold = (value: unknown) =>
          format === 'bibtex'
            ? plain(value)
                .replace(/[’']/g, "'")
                .replace(/-+|–/g, '-')
                .replace(/;? and |; /g, ' and ')
            : plain(value);
        assert.equal(fold(read.references[0]!.item.title), fold(title));
        assert.equal(fold(read.references[0]!.item.publisher), fold(title));
      },
    ),
    { numRuns: 300 },
  );
});
