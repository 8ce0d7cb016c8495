import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BibtexScanner } from '../../../../../src/core/bibliography/bibtex/scan/scanBibtex';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import { assertLinear } from '../../../growth';

/** The titles by key, and the problems by line (1-based) with the first words of their messages. */
function read(text: string) {
  const { references, problems } = readBibliography(text, 'bibtex', 'test');
  return {
    titles: references.map(({ key, item }) => `${key}: ${item.title}`),
    problems: problems.map(({ line, message }) => `${line + 1}: ${message}`),
  };
}

const sound = (key: string) => `@book{${key}, title = {Title ${key}}, year = 2001}\n`;

test('sound entries in every form give no problems', () => {
  const { titles, problems } = read(`\ufeffText before, me@home.org (x).
@string{acm = "ACM" # { Press}}
@comment{jabref-meta: grouping; x @ y}
@preamble{"\\newcommand{\\x}{y}"}
@Book { a , Title = "A {"}quoted{"} word" , YEAR = 2001 , publisher = acm , }
@misc(b, title = {In (parentheses)}, url = {http://x.org/@y}, month = jan # "~1")
@misc{DBLP:conf/x/Y-1+2, title = {Escaped \\} brace}}
@misc{c, % a comment, with a comma
  title = {C},
}
%@misc{away,
%  title = {Put away}}`);
  assert.deepEqual(titles, [
    'a: A "quoted" word',
    'b: In (parentheses)',
    'DBLP:conf/x/Y-1+2: Escaped } brace',
    'c: C',
  ]);
  assert.deepEqual(problems, []);
});

const broken: readonly (readonly [name: string, entry: string, title: string])[] = [
  ['no comma after a field', '@book{k, title = {T} year = 2001}', 'k: T'],
  ['no comma after the key', '@book{k title = {T}}', 'k: T'],
  ['no equals sign', '@book{k, title {T}}', 'k: T'],
  ['no key', '@book{, title = {T}}', ': T'],
  ['no key and no comma', '@book{title = {T}}', ': T'],
  ['no closing brace of the entry', '@book{k, title = {T}', 'k: T'],
  ['no closing brace of a value', '@book{k, title = {T,\n year = {2001}\n}', 'k: T'],
  ['no closing quotation mark', '@book{k, title = "T,\n year = {2001}\n}', 'k: T'],
  ['a closing brace too many', '@book{k, title = {T}}, year = {2001}}', 'k: T'],
  [
    'quotation marks inside quotation marks',
    '@book{k, title = "The "T" word", year = 2001}',
    'k: The "T" word',
  ],
  ['words without braces', '@book{k, title = The title, year = 2001}', 'k: The title'],
  ['the wrong closing sign', '@book(k, title = {T}\n}', 'k: T'],
  ['stray text', '@book{k, title = {T}, stray, year = 2001}', 'k: T'],
  ['a blank in the key', '@book{my key, title = {T}}', 'my key: T'],
];

test('the fields of an entry that lost its first line are not those of the entry before it', () => {
  const { titles, problems } = read(
    `@book{a,\n  title = {First},\n  year = {2001}\n}\n\n  title = {Second},\n  year = {2002}\n}\n${sound('b')}`,
  );
  assert.deepEqual(titles, ['a: First', 'b: Title b']);
  assert.equal(problems.length, 1);
  assert.match(problems[0]!, /^6: The fields from here on belong to no entry/);
});

test('an abbreviation that nothing defines is told once, with how often it is used', () => {
  const { problems } = read(`@string{acm = "ACM"}
@book{a, title = {A}, publisher = acm, series = lncs, month = sept}
@book{b, title = {B}, series = LNCS # { 7}, year = 2001}
@book{c, title = {C}, series = once}`);
  assert.deepEqual(problems, [
    '2: No @string in this file defines “lncs”; the word itself was taken, here and in 1 more field. Define it, or put the value in braces.',
    '4: No @string in this file defines “once”; the word itself was taken. Define it, or put the value in braces.',
  ]);
});

test('what is wrong in an entry costs nothing before or after it, and is told at its line', () => {
  for (const [name, entry, title] of broken) {
    const { titles, problems } = read(`${sound('before')}${entry}\n${sound('after')}`);
    assert.deepEqual(titles, ['before: Title before', title, 'after: Title after'], name);
    assert.ok(problems.length > 0, name);
    assert.ok(
      problems.every(problem => /^[23]: .*[.]$/s.test(problem)),
      `${name}: ${problems}`,
    );
  }
});

test('keys that come twice and abbreviations nobody defines are told', () => {
  const { titles, problems } = read('@book{a, title = {One}}\n@book{a, title = {Two}, publisher = nobody}');
  assert.deepEqual(titles, ['a: One', 'a: Two']);
  assert.match(problems.join('\n'), /also that of the entry in line 1/);
  assert.match(problems.join('\n'), /defines “nobody”/);
});

test('entries inherit by crossref and xdata, in circles too', () => {
  const { references } = readBibliography(
    `@inproceedings{part, crossref = {whole}, title = {Part}}
@proceedings{whole, title = {Whole}, year = 1999, publisher = {P}, xdata = {x}}
@xdata{x, location = {Here}}
@book{c, crossref = {d}}
@book{d, crossref = {c}, title = {D}}`,
    'bibtex',
    'test',
  );
  const part = references[0]!.item;
  assert.equal(part['container-title'], 'Whole');
  assert.equal(part['publisher-place'], 'Here');
  assert.equal(references[2]!.item.title, 'D');
  assert.deepEqual(
    references.map(({ key }) => key),
    ['part', 'whole', 'c', 'd'],
  );
});

test('any sequence of sound and cut entries gives the sound ones', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(60)), { minLength: 1, maxLength: 8 }), entries => {
      const text = entries
        .map(([isCut, length], i) =>
          isCut ? `${sound(`cut${i}`).slice(0, 10 + (length % 40))}\n` : sound(`k${i}`),
        )
        .join('');
      const { titles } = read(text);
      for (const [i, [isCut]] of entries.entries())
        if (!isCut) assert.ok(titles.includes(`k${i}: Title k${i}`), text);
    }),
  );
});

test('no file is too odd, and none takes long', async () => {
  const pieces = fc.constantFrom(
    '@book{',
    '@book(',
    'a,',
    '{',
    '}',
    '"',
    '=',
    ',',
    '#',
    '%',
    '\n',
    '\\',
    '@',
    ' ',
    'x',
    '@string{',
    '@comment{',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 80 }), parts => {
      for (const { item, brief } of readBibliography(parts.join(''), 'bibtex', 'test').references)
        assert.ok(item.id !== undefined && brief !== undefined);
    }),
  );
  const hostile = [
    '@',
    '@a{k, t={\n',
    '@a{k, t={ d={} }',
    '@a{x,\nb="\n',
    '"a ',
    '{',
    '@a{k,t="{',
    '%\n@a{',
    'a = {',
    '@string{a=',
  ];
  for (const piece of hostile)
    await assertLinear(
      400_000,
      length => readBibliography(`@a{k,${piece.repeat(length / piece.length)}`, 'bibtex', 'test'),
      piece,
    );
});

const pieces = [
  '@article{a1, title = {One, with {braces}}, year = 2020}\n',
  '@Book(b2, TITLE = "Two" # three, Year = {1999})\n\n',
  '@string{three = {Three}}\n',
  '@comment{jabref-meta: databaseType:biblatex;}\n',
  '% @misc{put, away = {x}}\n% and its comment\n',
  '@online{c3,\n  date = {2020-01-01},\n  url = {https://example.org/@x},\n}\n',
  'words between, and an @ sign\n',
  '@article{open, title = {Never closed\n',
  '@article{brace, title = {One}}, year = {2020}}\n',
  '@article{quote, title = "One, year = 2020}\n',
  '@article key, title = {x}}\n',
  '}\n',
  '  year = {2001},\n}\n',
  '@preamble{"x" # "y"}\r\n',
  '@article{,}\n',
];
const files = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map(parts => parts.join(''));

test('a file that goes on as another one did is read as if it had been read from its beginning', () => {
  const read = (scanner: BibtexScanner) => {
    while (!scanner.advance(1000));
    const { entries, strings, asides, truncated, findings, fields } = scanner;
    const values = Array.from({ length: fields.length }, (_, field) => [
      fields.name(field),
      fields.kind(field),
      fields.start(field),
      fields.end(field),
    ]);
    return { entries, strings, asides, truncated, findings, values, names: fields.fieldNames };
  };
  fc.assert(
    fc.property(files, files, files, fc.nat(500), (before, after, other, cut) => {
      const earlier = new BibtexScanner(before + other);
      read(earlier);
      for (const text of [before + after, before + other + after, (before + other).slice(0, cut) + after])
        assert.deepEqual(read(new BibtexScanner(text, earlier)), read(new BibtexScanner(text)), text);
    }),
    { numRuns: 1000 },
  );
});
