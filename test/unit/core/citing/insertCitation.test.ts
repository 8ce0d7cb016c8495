import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Form, Language } from '../../../../src/core/citing/citation';
import { completionAt } from '../../../../src/core/citing/completionAt';
import { insertCitation } from '../../../../src/core/citing/edit/insertCitation';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { applyEdits } from '../../../../src/core/model/textEdit';

/** Cites `x` (and `y`) at the `|` of a text; the answer has `|` where the cursor is then. */
function cited(marked: string, language: Language = 'markdown', keys = ['x'], form: Form = 'normal'): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { edits, cursor } = insertCitation(text, offset, keys, language, { form });
  const result = applyEdits(text, edits);
  return `${result.slice(0, cursor)}|${result.slice(cursor)}`;
}

test('Markdown: a new citation, with spaces to the words around it', () => {
  assert.equal(cited('So it is|.'), 'So it is [@x]|.');
  assert.equal(cited('So |it is.', 'markdown', ['x', 'y']), 'So [@x; @y]| it is.');
  assert.equal(cited('So it is |\n'), 'So it is [@x]|\n');
  assert.equal(cited('So it is |'), 'So it is [@x]|');
  assert.equal(cited('|', 'markdown', ['x', 'y'], 'inText'), '@x, @y|');
  assert.equal(cited('|', 'markdown', ['a;b'], 'suppressAuthor'), '[-@{a;b}]|');
});

test('LaTeX: keys that REVTeX joins keep their star and their words', () => {
  assert.equal(cited('\\cite{a,*b|c,d}', 'latex'), '\\cite{a,*bc, x|,d}');
  assert.equal(cited('\\cite{a,*|b}', 'latex'), '\\cite{a, x|,*b}');
  assert.equal(cited('\\cite{a,*[{see| also}][, p. 3]b}', 'latex'), '\\cite{a, x|,*[{see also}][, p. 3]b}');
  assert.equal(cited('\\cite{a,*[{see}]b|}', 'latex'), '\\cite{a,*[{see}]b, x|}');
});

test('a blank that stands before the cursor is enough, also at the end of a line', () => {
  for (const end of ['', '\n', '\n\nMore.\n', ' and so on\n']) {
    assert.equal(cited(`As said |${end}`), `As said [@x]|${end}`);
    assert.equal(cited(`As said |${end}`, 'typst'), `As said @x|${end}`);
    assert.equal(cited(`As said |${end}`, 'latex'), `As said \\cite{x}|${end}`);
  }
});

test('Markdown: brackets typed already are used', () => {
  assert.equal(cited('So [@|]'), 'So [@x|]');
  assert.equal(cited('So [|]'), 'So [@x|]');
  assert.equal(cited('So [@| and'), 'So [@x]| and');
  assert.equal(cited('So [-@|]'), 'So [-@x|]');
  assert.equal(cited('So @|'), 'So @x|');
});

test('Markdown: keys join the group the cursor is in or behind, none twice', () => {
  assert.equal(cited('[@a, p. 3|]'), '[@a, p. 3; @x|]');
  assert.equal(cited('[@a]|'), '[@a; @x|]');
  assert.equal(cited('[@a|; @b]'), '[@a; @x|; @b]');
  assert.equal(cited('[|@a]'), '[@x|; @a]');
  assert.equal(cited('[@x; @a|]'), '[@x; @a|]');
  assert.equal(cited('@a [p. 3|]'), '@a [p. 3; @x|]');
  assert.equal(cited('As @a| says'), 'As @a [@x]| says');
});

test('LaTeX and Typst', () => {
  assert.equal(cited('So it is|.', 'latex', ['x', 'y']), 'So it is \\cite{x,y}|.');
  assert.equal(cited('\\cite{a|}', 'latex'), '\\cite{a,x|}');
  assert.equal(cited('So it is|.', 'typst', ['x', 'y']), 'So it is @x @y|.');
  assert.equal(cited('As @a|', 'typst'), 'As @a @x|');
});

test('what is inserted is read again, and nothing else changes', () => {
  const words = [
    'Some text',
    '[@a; see @b, p. 3]',
    '@c',
    '@d [p. 4]',
    '\n\n',
    '*emphasis*',
    '`code`',
    '- item',
    '> quote',
    '.',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.constantFrom<Form>('normal', 'inText', 'suppressAuthor'),
      (parts, seed, form) => {
        const text = parts.join(' ');
        const offset = seed % (text.length + 1);
        const insideCode =
          /^[^`]*`[^`]*$/.test(text.slice(0, offset)) || /`[^`]*`[^`]*`[^`]*$/.test(text.slice(0, offset));
        const { edits } = insertCitation(text, offset, ['new1', 'new2'], 'markdown', { form });
        for (const edit of edits)
          assert.ok(edit.start === edit.end || /^[@[]/.test(text.slice(edit.start, edit.end)), text);
        const after = readCitations(applyEdits(text, edits), 'markdown').citations.flatMap(
          ({ keys }) => keys,
        );
        const before = readCitations(text, 'markdown').citations.flatMap(({ keys }) => keys);
        const inWord = /[@\w]/.test(text[offset - 1] ?? '') && /\w/.test(text[offset] ?? '');
        // In code nothing is cited, and a word parted by a citation may have been a key.
        if (insideCode || inWord) return;
        const keys = after.map(({ key }) => key);
        assert.ok(keys.includes('new1') && keys.includes('new2'), `${JSON.stringify(text)} at ${offset}`);
        assert.equal(keys.length, before.length + 2, `${JSON.stringify(text)} at ${offset}`);
      },
    ),
    { numRuns: 3000 },
  );
});

/** What is being typed at the `|`, in brackets where the whole key is replaced. */
function completing(marked: string, language: Language = 'markdown'): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = completionAt(text, offset, readCitations(text, language));
  const { start, end } = place?.outer ?? place ?? { start: 0, end: 0 };
  return place && `${place.typed}<${text.slice(start, end)}>${place.keyEnd}${place.groupEnd}`;
}

test('a key being typed is seen, and only where a key can be', () => {
  assert.equal(completing('See @|'), '<>');
  assert.equal(completing('See [@vas|'), 'vas<vas>]');
  assert.equal(completing('See [see @va|swani; @b]'), 'va<vaswani>');
  assert.equal(completing('See @{a|'), 'a<a>}');
  assert.equal(completing('See [@{a|'), 'a<a>}]');
  assert.equal(completing('See @{|}'), '<>');
  assert.equal(completing('\\cite{a, b|}', 'latex'), 'b<b>');
  assert.equal(completing('\\cite{a,\n  b|', 'latex'), 'b<b>}');
  assert.equal(completing('See @va|', 'typst'), 'va<@va>');
  assert.equal(completing('#cite(<va|', 'typst'), 'va<<va>)');
  assert.equal(completing('#cite(<va|>)', 'typst'), 'va<<va>>');
  for (const silent of [
    'me@|',
    '`@|`',
    '```\n@|\n```',
    '\\@|',
    '$@|$',
    '<!-- @| -->',
    'a\n\n    @|',
    '[x](u@|)',
  ])
    assert.equal(completing(silent), undefined, silent);
  assert.equal(completing('% \\cite{|', 'latex'), undefined);
  assert.equal(completing('`@|`', 'typst'), undefined);
});

test('a command of LaTeX behind an open brace ends its keys', () => {
  const document = (body: string) =>
    `\\documentclass{article}\\begin{document}\nAs ${body}\n\\end{document}\n`;
  assert.equal(completing(document('\\textcite{|'), 'latex'), '<>}');
  assert.equal(completing(document('\\citep[p.~3]{one, |'), 'latex'), '<>}');
});

test('a locator that ends with a space is finished in the document', () => {
  const opened = (marked: string, language: Language, form: Form = 'normal') => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const { edits, cursor } = insertCitation(text, offset, ['x'], language, { form, locator: 'p. ' });
    const result = applyEdits(text, edits);
    return `${result.slice(0, cursor)}|${result.slice(cursor)}`;
  };
  assert.equal(opened('As |', 'markdown'), 'As [@x, p. |]');
  assert.equal(opened('As |', 'markdown', 'inText'), 'As @x [p. |]');
  assert.equal(opened('As [@a|] and', 'markdown'), 'As [@a; @x, p. |] and');
  assert.equal(opened('As |', 'latex'), 'As \\cite[p. |]{x}');
  assert.equal(opened('As \\cite{a|}', 'latex'), 'As \\cite[p. |]{a,x}');
  assert.equal(
    opened('\\usepackage{biblatex} \\textcite{a|}', 'latex'),
    '\\usepackage{biblatex} \\textcites{a}[p. |]{x}',
  );
  assert.equal(opened('As |', 'typst'), 'As @x[p. |]');
});

test('a figure is cited in its caption, and what underlines a heading stays alone', () => {
  assert.equal(cited('![A cap|tion](a.png){#fig:x}'), '![A caption [@x]|](a.png){#fig:x}');
  assert.equal(cited('See ![ic|on](a.png) here'), 'See ![icon](a.png) [@x]| here');
  assert.equal(cited('Title\n=====|\n'), 'Title [@x]|\n=====\n');
});

test('Typst: nothing follows a statement on its line, and the code of a call is not parted', () => {
  assert.equal(cited('#set te|xt(12pt)', 'typst'), '#set text(12pt)\n@x|');
  assert.equal(cited('#import "a|.typ": b\n\nText', 'typst'), '#import "a.typ": b\n@x|\n\nText');
  assert.equal(cited('#let f(x) = [a|]', 'typst'), '#let f(x) = [a @x|]');
  assert.equal(cited('#x.at(a|).name', 'typst'), '#x.at(a).name @x|');
});

test('LaTeX: acro’s option takes a key where it has none yet', () => {
  const declared = (option: string) => `\\DeclareAcronym{ml}{short = ML, ${option}}`;
  assert.equal(cited(declared('cite = {|}'), 'latex', ['x', 'y']), declared('cite = {x,y|}'));
  assert.equal(cited(declared('cite=|'), 'latex'), declared('cite=x|'));
});
