import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../../../../src/core/bibliography/readBibliography';
import type { BibliographyFormatId, ProblemCode } from '../../../../../src/core/model/source';

function read(text: string, format: BibliographyFormatId = 'bibtex') {
  const { references, problems } = readBibliography(text, format, 'x');
  return { items: Object.fromEntries(references.map(({ key, item }) => [key, item])), problems };
}

function told(
  text: string,
  format: BibliographyFormatId = 'bibtex',
): (readonly [line: number, code: ProblemCode])[] {
  return read(text, format).problems.map(({ line, code }) => [line, code]);
}

test('a quoted value ends before a field whatever its name begins with', () => {
  for (const name of ['_note', '2nd', 'ünder', '-x', 'bdsk-url-1'])
    assert.equal(
      read(`@book{a, title = "Sixth",\n ${name} = "x", year = "2002"}`).items.a!.title,
      'Sixth',
      name,
    );
  assert.deepEqual(told('@book{a, title = "Sixth",\n _note = "x", year = "2002"}'), []);
});

test('entries put away in a comment are none, whatever is unbalanced before it', () => {
  const comment =
    '@comment{\n@article{old, title={Old preprint}, year=2000}\n}\n\n@article{new, title={Published}}';
  assert.deepEqual(Object.keys(read(comment).items), ['new']);
  assert.deepEqual(told(comment), []);
  assert.deepEqual(Object.keys(read(`@misc{z, title={an { open brace}\n${comment}`).items), ['z', 'new']);
  assert.deepEqual(Object.keys(read('@comment{@article{a, x={\\}}}}\n@misc{b, title={B}}').items), ['b']);
  // One that never closes is only its beginning.
  assert.deepEqual(Object.keys(read('@comment{ never closed\n@misc{b, title={B}}').items), ['b']);
});

test('addresses and identifiers are without TeX, and without line breaks', () => {
  const urls = {
    'http://a.b/{~}x': 'http://a.b/~x',
    'http://a.b/\\~{}x': 'http://a.b/~x',
    'http://a.b/\\~x': 'http://a.b/~x',
    'http://a.b/$\\sim$x': 'http://a.b/~x',
    'http://a.b/{\\textasciitilde}x': 'http://a.b/~x',
    'http://a.b/\\textasciitilde x': 'http://a.b/~x',
    'http://a.b/x{\\_}y\\_z\\%20\\&q\\#f': 'http://a.b/x_y_z%20&q#f',
    'http://a.b/very\n    long/x': 'http://a.b/verylong/x',
    '\\url{http://a.b/x_y}': 'http://a.b/x_y',
  };
  for (const [written, url] of Object.entries(urls))
    assert.equal(read(`@misc{a, url = {${written}}}`).items.a!.URL, url, written);
  const doi = '@misc{a, doi = {10.1002/(SICI)1096{\\textless}1::AID-X{\\textgreater}3.0.CO;2-\\#}}';
  assert.equal(read(doi).items.a!.DOI, '10.1002/(SICI)1096<1::AID-X>3.0.CO;2-#');
});

test('names: commas left over, scripts without case, references to other entries', () => {
  const authors = (field: string, more = '') =>
    read(`@misc{a, author = {${field}}}\n${more}`).items.a!.author;
  assert.deepEqual(authors('Smith, J., and Doe, A., and Roe, B.'), [
    { family: 'Smith', given: 'J.' },
    { family: 'Doe', given: 'A.' },
    { family: 'Roe', given: 'B.' },
  ]);
  assert.deepEqual(authors('毛 泽东 and نجيب محفوظ and דוד כהן'), [
    { family: '泽东', given: '毛' },
    { family: 'محفوظ', given: 'نجيب' },
    { family: 'כהן', given: 'דוד' },
  ]);
  assert.equal(authors('xdata=names-author-2'), undefined);
  const names = '@xdata{names, author = {Doe, Jane and Roe, Ann and Poe, Bo}}';
  assert.deepEqual(authors('xdata=names-author-2', names), [{ family: 'Roe', given: 'Ann' }]);
  assert.deepEqual(
    authors('Loe, X and xdata=names-author-3', names)?.map(({ family }) => family),
    ['Loe', 'Poe'],
  );
});

test('journals by the commands of the ADS, days before months, publishers that end with a full stop', () => {
  const journal = (value: string) => read(`@article{a, journal = ${value}}`).items.a!['container-title'];
  assert.equal(journal('{\\aap}'), 'Astronomy and Astrophysics');
  assert.equal(journal('\\apj'), 'Astrophysical Journal');
  assert.equal(journal('{{\\mnras}}'), 'Monthly Notices of the Royal Astronomical Society');
  assert.equal(journal('{\\unknown}'), undefined);
  for (const month of ['"4~" # jul', 'jul # "~4"', '{4 July}', '{July 4}', '"4.~" # jul'])
    assert.deepEqual(
      read(`@misc{a, year = 2001, month = ${month}}`).items.a!.issued,
      { 'date-parts': [[2001, 7, 4]] },
      month,
    );
  assert.equal(
    read('@book{a, publisher = {Elsevier Inc. and Wiley}}').items.a!.publisher,
    'Elsevier Inc.; Wiley',
  );
  const title = read('@article{a, title = {$^{13}$C NMR of Things}}').items.a!;
  assert.equal(title.title, '¹³C NMR of Things');
  assert.equal(title.custom?.formatted?.title, '<sup>13</sup>C NMR of things');
});

test('RIS: tags before the type, indented and lower-case records', () => {
  const { items } = read(
    'AU  - Doe, J\nTY  - JOUR\nTI  - One\nID  - a\nER  - \n  TY  - JOUR\n  TI  - Two\n  ID  - b\n  ER  - \nty  - JOUR\nti  - Three\nid  - c\ner  - \n',
    'ris',
  );
  assert.deepEqual(
    Object.values(items).map(({ title }) => title),
    ['One', 'Two', 'Three'],
  );
  assert.deepEqual(items.a!.author, [{ family: 'Doe', given: 'J' }]);
});

test('whatever is left out is told', () => {
  for (const text of [
    '@article"key, title={A}}',
    '@article[key, title={A}]',
    '@art icle{key, title={A}}',
    '@{key, title={A}}',
    '@article<key, title={A}>',
  ])
    assert.deepEqual(told(`% mine\n${text}\n\n@misc{b, title={B}}`), [[1, 'stray-text']], text);
  for (const text of ['Write to me@example.org, or @home', '@ 5 o’clock', 'x @article[key, y'])
    assert.deepEqual(told(`${text}\n@misc{b, title={B}}`), [], text);
});

test('messages are true, and at their line', () => {
  assert.deepEqual(told('@article{a, title = {A \\\\{O}}, year = 2001}'), []);
  assert.deepEqual(told('@article{a,\n title = {A},\n file = \n\n}\n@misc{b, title={B}}'), [[2, 'no-value']]);
  assert.match(read('@book{a, title={A}, title={B}}').problems[0]!.message, /BibTeX takes the first/);
  assert.deepEqual(told('@book{Smith2020, title={A}}\n@book{smith2020, title={B}}'), [
    [1, 'key-in-other-case'],
  ]);
  assert.deepEqual(told('@book{a, title={A}}\n@book{a, title={B}}'), [[1, 'duplicate-key']]);
  for (const [format, text, line] of [
    ['csl-json', '[{"id":"a"},\n{"id":"a"}]', 1],
    ['csl-yaml', '- id: a\n- id: a\n', 1],
    ['ris', 'TY  - JOUR\nID  - a\nER  - \n', -1],
    ['hayagriva', 'a:\n  type: book\na:\n  type: book\n', 2],
  ] as const)
    assert.deepEqual(told(text, format), line < 0 ? [] : [[line, 'duplicate-key']], format);
});

test('a key that comes twice is marked with its entry, also where it is a letter of `@article`', () => {
  const text = '@article{a, title={A}}\n@article{a, title={B}}';
  const [{ start, end } = { start: 0, end: 0 }] = read(text).problems;
  assert.equal(text.slice(start, end), '@article{a');
});

test('JSON: what stands between the items is told, and costs none of them', () => {
  const cases: readonly (readonly [string, readonly ProblemCode[], number])[] = [
    ['[{"id":"a"},{"id":"b"},]', ['stray-text'], 2],
    ['[{"id":"a"} {"id":"b"}]', ['missing-comma'], 2],
    ['[{"id":"a"}, // x\n {"id":"b"}]', ['stray-text'], 2],
    ['[/* x */ {"id":"a"}]', ['stray-text'], 1],
    ['[{"id":"a","title":"x",},{"id":"b"}]', ['repaired-entry'], 2],
    ['[{"id":"a","title":"x"\n,{"id":"b"}]', ['repaired-entry'], 2],
    ['[{"id":"a"}, {"id":"b"}]', [], 2],
    ['{"items": [{"id":"a"}]}', [], 1],
  ];
  for (const [text, codes, count] of cases) {
    const { items, problems } = read(text, 'csl-json');
    assert.deepEqual(
      problems.map(({ code }) => code),
      codes,
      text,
    );
    assert.equal(Object.keys(items).length, count, text);
  }
});

test('JSON: objects within an item are no items, whatever fields they begin with', () => {
  const text =
    '[{"id":"doe2023","funder":[{"name":"F","id":[{"id":"10.13039/1"},{"id":"x"}]}],"license":{"id":"cc","title":"L"},"title":"T"},{"id":"roe2024","title":"R"}]';
  const { items, problems } = read(text, 'csl-json');
  assert.deepEqual(Object.keys(items), ['doe2023', 'roe2024']);
  assert.equal(items.doe2023!.title, 'T');
  assert.deepEqual(problems, []);
});

test('files, notes, keywords and other keys of an entry are kept', () => {
  const entry = (file: string) => read(`@misc{a, file = {${file}}}`).items.a!.custom?.attachments;
  assert.deepEqual(entry(':paper.pdf:PDF'), [{ path: 'paper.pdf', type: 'PDF' }]);
  assert.deepEqual(
    entry('Full Text:files/1/Doe - 2020.pdf:application/pdf;Snapshot:files/2/x.html:text/html'),
    [
      { path: 'files/1/Doe - 2020.pdf', title: 'Full Text', type: 'application/pdf' },
      { path: 'files/2/x.html', title: 'Snapshot', type: 'text/html' },
    ],
  );
  assert.deepEqual(entry('C\\:\\\\Users\\\\me\\\\a\\;b.pdf'), [{ path: 'C:\\Users\\me\\a;b.pdf' }]);
  assert.deepEqual(entry(':C$\\backslash$:/Users/me/a.pdf:pdf'), [
    { path: 'C:/Users/me/a.pdf', type: 'pdf' },
  ]);
  assert.deepEqual(entry(':home/me/a\\_b.pdf:pdf'), [{ path: '/home/me/a_b.pdf', type: 'pdf' }]);
  assert.deepEqual(entry('/home/me/a.pdf;/home/me/b.pdf'), [
    { path: '/home/me/a.pdf' },
    { path: '/home/me/b.pdf' },
  ]);
  assert.deepEqual(entry('paper.pdf:PDF'), [{ path: 'paper.pdf', type: 'PDF' }]);
  assert.deepEqual(entry('C:\\\\x\\\\a.pdf'), [{ path: 'C:\\x\\a.pdf' }]);
  assert.deepEqual(entry('https://example.org/a.pdf'), [{ path: 'https://example.org/a.pdf' }]);
  assert.equal(entry(''), undefined);
  const kept = readBibliography(
    '@misc{a, ids = {b, c}, annote = {An}, note = {No}, keywords = {x, y}}',
    'bibtex',
    'x',
  ).references[0]!;
  assert.deepEqual(kept.aliases, ['b', 'c']);
  assert.deepEqual([kept.item.annote, kept.item.note, kept.item.keyword], ['An', 'No', 'x, y']);
});

test('a key goes on to its comma, as for BibTeX, and what other programs refuse in it is told', () => {
  for (const key of ['a"b', 'c{d', 'e{f{g', 'h"i"', 'j:"k']) {
    const text = `@misc{x, title={X}}\n@misc{${key}, title={Odd}}\n@misc{y, title={Y}}`;
    assert.deepEqual(Object.keys(read(text).items), ['x', key, 'y']);
    assert.deepEqual(told(text), [[1, 'key-with-sign']], key);
  }
  // What stands before the first comma is no key where it is a field, or has an end of its own.
  for (const field of ['title="One"', 'title={One}', 'title = {One}'])
    assert.deepEqual(told(`@misc{${field}, year=2000}`), [[0, 'no-key']], field);
  assert.deepEqual(Object.keys(read('@misc{a title={One}, year=2000}').items), ['a']);
});

test('what begins like an entry, of a type that is none, is told', () => {
  for (const type of ['123', '1misc', '_x', '*book', '-'])
    assert.deepEqual(told(`@misc{a, title={A}}\n\n@${type}{k, title={K}}`), [[2, 'stray-text']], type);
  assert.deepEqual(told('Write to\n@ 5 (or so) {a, b}, or to x@123.org (see {k, l})'), []);
});

test('braces behind a backslash count where the value has its end so, as for BibTeX and biber', () => {
  const values: readonly (readonly [written: string, family: string])[] = [
    ['{Vi\\{e}gas, F.}', 'Viegas'],
    ['"Vi\\{e}gas, F."', 'Viegas'],
    ["{Albert, R'{e}ka and Barab\\'{a}si, Albert-L\\{a}szl\\'{o}}", 'Albert'],
  ];
  for (const [value, family] of values) {
    const text = `@misc{a, author = ${value}, title = {On \\{sets\\} and more}, year = 2000}\n@misc{b, title={B}}`;
    assert.deepEqual(told(text), [], value);
    const { items } = read(text);
    assert.deepEqual(Object.keys(items), ['a', 'b']);
    assert.equal(items.a!.author![0]!.family!.replace(/[{}\\]/g, ''), family);
    assert.match(items.a!.title!, /more$/);
  }
  for (const title of [
    '{an \\{ open one}',
    '{a closed \\} one}',
    '"an \\{ open one"',
    '"a closed \\} one"',
  ]) {
    const text = `@misc{a, title = ${title}, year = 2000}\n@misc{b, title={B}}`;
    assert.deepEqual(told(text), [], title);
  }
});
