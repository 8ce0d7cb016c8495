import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';
import { assertLinear } from '../../../growth';

/** Each citation as `command form:key form:key`. */
function cited(text: string, ...more: string[]): string[] {
  return readLatex(text, more).citations.map(({ command, keys, start, end }) => {
    assert.equal(text[start], '\\');
    assert.ok(end > start && end <= text.length);
    return [command, ...keys.map(({ key, form }) => (form === 'normal' ? key : `${form}:${key}`))].join(' ');
  });
}

function notes(text: string) {
  return readLatex(text).citations.flatMap(({ keys }) =>
    keys.map(({ key, prefix, locator }) => [key, prefix, locator].filter(part => part !== undefined)),
  );
}

test('of a name that is defined anew with commands in it nothing is known, and both branches count', () => {
  const branches = '\\ifnum\\draft=1 \\cite{a}\\else\\cite{b}\\fi';
  assert.deepEqual(cited(`\\newcommand\\draft{1}${branches}`), ['cite a']);
  assert.deepEqual(cited(`\\newcommand\\draft{1}\\renewcommand\\draft{\\the\\count1}${branches}`), [
    'cite a',
    'cite b',
  ]);
});

test('the form follows the names all packages use', () => {
  assert.deepEqual(cited('\\citet{a}\\Textcite{b}\\citeA{c}\\citeauthor{d}'), [
    'citet inText:a',
    'Textcite inText:b',
    'citeA inText:c',
    'citeauthor inText:d',
  ]);
  assert.deepEqual(cited('\\citeyearpar{a}\\parencite*{b}\\citeyearNP{c}\\citep*{d}'), [
    'citeyearpar suppressAuthor:a',
    'parencite* suppressAuthor:b',
    'citeyearNP suppressAuthor:c',
    'citep* d',
  ]);
});

test('notes go to the keys they are printed at', () => {
  assert.deepEqual(notes('\\citep[see][p. 3]{a,b}'), [
    ['a', 'see'],
    ['b', 'p. 3'],
  ]);
  assert.deepEqual(notes('\\citep[p. 3]{a}\\citep[see][]{b}'), [
    ['a', 'p. 3'],
    ['b', 'see'],
  ]);
  assert.deepEqual(notes('\\citeA<see>[p. 3]{a}'), [['a', 'see', 'p. 3']]);
  assert.deepEqual(notes('\\cites(pre)(post)[1]{a}[x][2]{b}'), [
    ['a', '1'],
    ['b', 'x', '2'],
  ]);
  assert.deepEqual(notes('\\volcite[see]{2}[12]{a}'), [['a', 'see', '12']]);
});

test('several keys over lines, with comments between', () => {
  const text = '\\cite{\n  a, % first, not{this\n  b%\n  ,c }';
  assert.deepEqual(cited(text), ['cite a b c']);
  assert.equal(readLatex(text).citations[0]?.end, text.length);
});

test('words around a key in the list itself, of REVTeX, are none of it', () => {
  assert.deepEqual(cited('\\cite{a,*b,*[{see also }][{, and more}]c}'), ['cite a b c']);
  assert.deepEqual(cited('\\cite{a, *[e.g., ]b,\n*[x]c}'), ['cite a b c']);
  assert.deepEqual(cited('\\nocite{*}'), ['nocite *']);
});

test('what `\\unless` negates is left out the other way round', () => {
  assert.deepEqual(cited('\\unless\\iftrue\\cite{a}\\else\\cite{b}\\fi \\unless \\iffalse\\cite{c}\\fi'), [
    'cite b',
    'cite c',
  ]);
});

test('commands out of reach are known by name, if what they hold looks like keys', () => {
  assert.deepEqual(cited('\\yrcite{a}\\citejournal{b2}\\mycitep[p]{c}'), [
    'yrcite a',
    'citejournal b2',
    'mycitep c',
  ]);
  assert.deepEqual(
    cited('\\citestyle{apa}\\setcitestyle{round}\\excited{yes}\\bibcite{x}{1}\\citecolor{red}\\citespace{2}'),
    [],
  );
});

test('commands of the settings', () => {
  assert.deepEqual(cited('\\ref{a}\\quelle{b}', 'quelle'), ['quelle b']);
  assert.deepEqual(cited('\\quelle[x]{no}{b}', '\\quelle[]{}{key}'), ['quelle b']);
});

test('definitions are no citations but teach commands', () => {
  assert.deepEqual(cited('\\newcommand{\\cx}[1]{\\citep{#1}}'), []);
  assert.deepEqual(cited('\\newcommand{\\cx}[2]{#1 \\citet{#2}} \\cx{Doe}{k}'), ['cx inText:k']);
  assert.deepEqual(cited('\\let\\cx\\citep \\cx[1]{k}'), ['cx k']);
  assert.deepEqual(cited('\\newcommand{\\cx}{\\citep{k}}'), []);
  assert.deepEqual(cited('\\newcommand{\\cx}{\\citep{k}} \\cx'), ['citep k']);
  assert.deepEqual(cited('\\newcommand{\\citecomment}[1]{\\emph{#1}} \\citecomment{k}'), []);
});

test('what the document switches off', () => {
  assert.deepEqual(cited('\\newif\\ifa\\afalse \\ifa\\cite{n}\\else\\cite{k}\\fi'), ['cite k']);
  assert.deepEqual(cited('\\newif\\ifa \\ifa\\cite{n}\\else\\cite{k}\\fi'), ['cite k']);
  assert.deepEqual(cited('\\newif\\ifa\\input{x}\\ifa\\cite{j}\\else\\cite{k}\\fi'), ['cite j', 'cite k']);
  assert.deepEqual(cited('\\newif\\ifa\\newcommand\\x{\\afalse}\\ifa\\cite{k}\\fi'), ['cite k']);
  assert.deepEqual(cited('\\newif\\ifa\\DeclareOption{x}{\\afalse}\\ifa\\cite{k}\\fi'), ['cite k']);
  assert.deepEqual(cited('\\newif\\ifa\\ifx\\b\\c\\afalse\\fi\\ifa\\cite{k}\\fi'), ['cite k']);
  assert.deepEqual(
    cited('\\if0 \\cite{n}\\else\\cite{k}\\fi\\ifnum1=2 \\cite{n}\\fi\\ifnum 2>1 \\cite{l}\\fi'),
    ['cite k', 'cite l'],
  );
  assert.deepEqual(cited('\\newcommand{\\hide}[1]{}\\hide{\\cite{n}\n\n\\cite{n}}\\cite{k}'), ['cite k']);
  assert.deepEqual(cited('\\newcommand{\\hide}[1]{}\\renewcommand{\\hide}[1]{#1}\\hide{\\cite{k}}'), [
    'cite k',
  ]);
  assert.deepEqual(cited('\\newcommand{\\second}[2]{#2}\\second{\\cite{n}}{\\cite{k}}'), ['cite k']);
});

test('while it is being typed', () => {
  const unfinished = (text: string) =>
    readLatex(text).citations.map(({ keys, unfinished, end }) => [
      keys.map(({ key }) => key).join(),
      unfinished,
      end,
    ]);
  assert.deepEqual(unfinished('\\cite{'), [['', true, 6]]);
  assert.deepEqual(unfinished('\\cite{}'), [['', true, 7]]);
  assert.deepEqual(unfinished('\\cite{ab'), [['ab', true, 8]]);
  assert.deepEqual(unfinished('\\cite{a, b and more text.\n\nNext \\cite{c}'), [
    ['a,b', true, 11],
    ['c', undefined, 40],
  ]);
  assert.deepEqual(unfinished('\\cite{a \\cite{b}'), [
    ['a', true, 8],
    ['b', undefined, 16],
  ]);
  assert.deepEqual(cited('\\newcommand{\\x}{ \\cite{a}\n\nText \\cite{b}'), ['cite a', 'cite b']);
});

test('what the document is made of', () => {
  const text = [
    '% !TeX root = ../main.tex',
    '\\documentclass[main]{subfiles}',
    '\\usepackage[round]{natbib, amsmath}',
    '\\newcommand{\\bibfolder}{../bib}',
    '\\addbibresource[location=local]{\\bibfolder/a.bib}',
    '\\begin{document}',
    '\\input{one}\\include{two}\\input three \\subimport{x/}{y}',
    '\\begin{thebibliography}{9}\\bibitem[Doe]{doe}\\end{thebibliography}',
    '\\bibliography {b,c}',
    '\\end{document}\\bibliography{no}',
  ].join('\n');
  const document = readLatex(text);
  assert.equal(document.rootComment, '../main.tex');
  assert.equal(document.subfileOf, 'main');
  assert.deepEqual(
    [...document.packages],
    [
      ['subfiles', 'main'],
      ['natbib', 'round'],
      ['amsmath', 'round'],
    ],
  );
  assert.deepEqual(
    document.bibliographies.map(({ path }) => path),
    ['\\bibfolder/a.bib', 'b', 'c'],
  );
  assert.deepEqual(
    document.inclusions.map(({ path, folder }) => (folder ?? '') + path),
    ['one', 'two', 'three', 'x/y'],
  );
  assert.deepEqual(
    document.definedKeys.map(({ key }) => key),
    ['doe'],
  );
  assert.equal(document.textMacros.get('bibfolder'), '../bib');
});

test('any text is read without an exception, and ranges lie in it', () => {
  const piece = fc.constantFrom(
    '\\cite',
    '\\citep*',
    '\\cites',
    '\\newcommand',
    '\\def\\x#1',
    '\\begin{verbatim}',
    '\\end{verbatim}',
    '\\verb|',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '%',
    '\n',
    '\n\n',
    ',',
    'key',
    '#1',
    '\\iffalse',
    '\\fi',
    '\\else',
    '\\newif\\ifa',
    '\\afalse',
    '\\ifa',
    '*',
    '<',
    '>',
    '\\',
    '\\end{document}',
    '\\url',
    ' ',
    '\\let\\a\\cite',
    '\\bibitem',
    '\\newcites{a}',
    '😀',
    '|',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('');
      for (const { keys, start, end } of readLatex(text).citations) {
        assert.ok(0 <= start && start < end && end <= text.length);
        for (const key of keys)
          assert.ok(start < key.start && key.start < key.end && key.end <= end, JSON.stringify(text));
      }
    }),
    { numRuns: 3000 },
  );
});

test('hostile text takes time in proportion to its length', async () => {
  const hostile = [
    '\\cite[',
    '\\cite{',
    '\\cite{\\cite{',
    '\\cite[\\cite[',
    '\\newcommand{\\a}{',
    '\\url{',
    '\\verb|',
    '\\begin{verbatim',
    '\\iffalse',
    '\\ifx',
    '\\cites[',
    '[',
    '{',
    '%',
    '\\',
    '\\cite\n',
    '\\cite%\n',
    '\\def\\a#1',
    '\\begin{',
    '\\cite{a,',
    '\\cite <',
    '\\lstinline[',
    '\\cite{a%\n',
    '<<',
    '\\newcites{',
    '\\let',
    '\\NewDocumentCommand{\\a}{',
    '% !',
    '\\href{',
    '\\cite{{',
    ' \n ',
    '\\cites{a}',
    '\\cite{a}',
    '\\newcommand{\\a}{\\cite{a}}\\a ',
    '\\newenvironment{a}{',
    '\\bibliography{',
    '\\input ',
    '\\begin{filecontents}{a.bib}',
    '\\mintinline{',
    '\\string',
    '\\newif\\ifa',
    '\\MakeShortVerb{\\|}|',
    '\\cite[a]',
    '\\cite<a>',
    '\\DeclareCiteCommand{\\a}',
    '\\usepackage[',
    '\\import{',
    '\\bib{a}',
    '\\cite{a b',
    '@ ',
    '\\else',
    '\\iftrue\\else',
    '\\ifa',
  ];
  for (const piece of hostile)
    await assertLinear(160_000, length => readLatex(piece.repeat(length / piece.length)), piece);
});

test('a definition that ends the document ends it where it is used, and is read on behind', () => {
  const text =
    '\\newcommand{\\stop}{\\printbibliography\\end{document}}\\addbibresource{a.bib}\\newcommand{\\last}{\\endinput}\\cite{k}';
  const { bibliographies, citations } = readLatex(text);
  assert.deepEqual(
    bibliographies.map(({ path }) => path),
    ['a.bib'],
  );
  assert.equal(citations.length, 1);
});
