import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form, Language } from '../../../../src/core/citing/citation';
import { citationAt } from '../../../../src/core/citing/citationAt';
import {
  addLocator,
  commandsThatCannotCite,
  convertForm,
  moveKey,
  removeKey,
  renameKey,
  reorderKeys,
  replaceKey,
} from '../../../../src/core/citing/edit/changeCitation';
import { readCitations } from '../../../../src/core/citing/readCitations';
import { applyEdits, type TextEdit } from '../../../../src/core/model/textEdit';

/** Applies a change to the citation and key at the `|`. */
function change(
  marked: string,
  make: (text: string, at: ReturnType<typeof found>) => TextEdit[],
  language: Language = 'markdown',
): string {
  const text = marked.replace('|', '');
  return applyEdits(text, make(text, found(text, marked.indexOf('|'), language)));
}

function found(text: string, offset: number, language: Language) {
  const reading = readCitations(text, language);
  const at = citationAt(reading, offset);
  assert.ok(at, 'there is a citation');
  return { reading, citation: at.citation, key: at.key ?? at.citation.keys[0]! };
}

const converted = (marked: string, form: Form, language?: Language) =>
  change(marked, (text, { reading, citation }) => convertForm(text, reading, citation, form), language);
const removed = (marked: string, language?: Language) =>
  change(marked, (text, { reading, citation, key }) => removeKey(text, reading, citation, key), language);
const located = (marked: string, language?: Language) =>
  change(
    marked,
    (text, { reading, citation, key }) => addLocator(text, reading, citation, key, 'p. 9'),
    language,
  );

test('forms of a citation', () => {
  assert.equal(converted('x [@|a, p. 3; @b] y', 'inText'), 'x @a [p. 3; @b] y');
  assert.equal(converted('x @|a [p. 3; @b] y', 'normal'), 'x [@a, p. 3; @b] y');
  assert.equal(converted('x @|a [@b] y', 'normal'), 'x [@a; @b] y');
  assert.equal(converted('x @|a y', 'suppressAuthor'), 'x [-@a] y');
  assert.equal(converted('x [-@|a] y', 'normal'), 'x [@a] y');
  assert.equal(converted('x [@|{a:}] y', 'suppressAuthor'), 'x [-@{a:}] y');
  assert.equal(converted('x [see @|a] y', 'inText'), 'x see @a y');
  assert.equal(
    converted('\\usepackage{natbib}\\citep{|a}', 'inText', 'latex'),
    '\\usepackage{natbib}\\citet{a}',
  );
  assert.equal(
    converted('x @|a[p. 3]', 'inText', 'typst'),
    'x #cite(<a>, form: "prose", supplement: [p. 3])',
  );
  // What else a call is given stays.
  const styled = '#cite(<|a>, style: "apa", form: "prose")';
  assert.equal(converted(styled, 'normal', 'typst'), '#cite(<a>, style: "apa")');
  assert.equal(converted(styled, 'suppressAuthor', 'typst'), '#cite(<a>, style: "apa", form: "year")');
  assert.equal(
    converted('#cite(<|a>, style: "apa")', 'inText', 'typst'),
    '#cite(<a>, form: "prose", style: "apa")',
  );
  assert.equal(located(styled, 'typst'), '#cite(<a>, supplement: [p. 9], style: "apa", form: "prose")');
  assert.equal(
    located('#cite(<|a>, supplement: [p. 3], style: "apa")', 'typst'),
    '#cite(<a>, supplement: [p. 9], style: "apa")',
  );
});

test('a key leaves its group', () => {
  assert.equal(removed('x [@|a; see @b, p. 3] y'), 'x [see @b, p. 3] y');
  assert.equal(removed('x [@a; see @|b, p. 3] y'), 'x [@a] y');
  assert.equal(removed('x [@|a] y.'), 'x y.');
  assert.equal(removed('x [@|a].'), 'x.');
  assert.equal(removed('x @|a [p. 3; @b] y'), 'x [@b] y');
  assert.equal(removed('x \\cite{a,|b} y', 'latex'), 'x \\cite{a} y');
});

test('a locator is added where it belongs', () => {
  assert.equal(located('[@|a; @b]'), '[@a, p. 9; @b]');
  assert.equal(located('As @|a says'), 'As @a [p. 9] says');
  assert.equal(located('As @|a [@b] says'), 'As @a [p. 9; @b] says');
  assert.equal(located('[@|{a:}]'), '[@{a:}, p. 9]');
  assert.equal(located('\\cite{|a}', 'latex'), '\\cite[p. 9]{a}');
  assert.equal(located('@|a', 'typst'), '@a[p. 9]');
});

test('keys are put in another order, with what belongs to them', () => {
  assert.equal(
    change('[see @|b, p. 3;\n@a]', (text, { reading, citation }) =>
      reorderKeys(text, reading, citation, ['a', 'b']),
    ),
    '[@a;\nsee @b, p. 3]',
  );
});

test('a key moves among its neighbours', () => {
  const moved = (marked: string, by: number, language: Language = 'markdown') =>
    change(marked, (text, { reading, citation, key }) => moveKey(text, reading, citation, key, by), language);
  assert.equal(moved('[see @a, p. 3; @|b; @c]', -1), '[@b; see @a, p. 3; @c]');
  assert.equal(moved('[@a; @|b; @c]', 1), '[@a; @c; @b]');
  assert.equal(moved('[@|a; @b]', -1), '[@a; @b]');
  assert.equal(moved('\\cite{a, |b,\n  c}', 1, 'latex'), '\\cite{a, c,\n  b}');
});

test('a key is renamed everywhere, with braces where it needs them', () => {
  const text = '[@a] @a @{a} @ab';
  assert.equal(
    applyEdits(text, renameKey(text, readCitations(text, 'markdown'), 'a', 'c')),
    '[@c] @c @{c} @ab',
  );
  assert.equal(applyEdits('@a', renameKey('@a', readCitations('@a', 'markdown'), 'a', "d'h")), "@{d'h}");
});

test('a key keeps what else its call is given, whatever it is renamed to', () => {
  const text = '#cite(<a>, style: "apa") #quote(attribution: <a>)[x] #quote(attribution: label("a"))[y]';
  assert.equal(
    applyEdits(text, renameKey(text, readCitations(text, 'typst'), 'a', 'b+c')),
    '#cite(label("b+c"), style: "apa") #quote(attribution: label("b+c"))[x] #quote(attribution: label("b+c"))[y]',
  );
});

test('a key that a macro makes is renamed in the part that is written, or not at all', () => {
  const text = '\\newcommand{\\bookcite}[1]{\\cite{book:#1}}\\bookcite{knuth}\\cite{book:knuth}';
  const parsed = readCitations(text, 'latex');
  const renamed = applyEdits(text, renameKey(text, parsed, 'book:knuth', 'book:taocp'));
  assert.match(renamed, /\\bookcite\{taocp\}\\cite\{book:taocp\}$/);
  assert.deepEqual(commandsThatCannotCite(parsed, 'book:knuth', 'taocp'), ['bookcite']);
  assert.deepEqual(commandsThatCannotCite(parsed, 'book:knuth', 'book:x'), []);
});

test('raw TeX in Markdown and captions of cells are renamed with the rest', () => {
  const text =
    '@a, \\citep[see][]{b,a} `\\cite{a}`\n\n\\begin{quote}\n\\citet{a}\n\\end{quote}\n\n```{=latex}\n\\cite{a}\n```\n';
  const renamed = applyEdits(text, renameKey(text, readCitations(text, 'markdown'), 'a', 'c'));
  assert.equal(
    renamed,
    '@c, \\citep[see][]{b,c} `\\cite{a}`\n\n\\begin{quote}\n\\citet{c}\n\\end{quote}\n\n```{=latex}\n\\cite{c}\n```\n',
  );
});

test('one place cites another key, with what is printed around it; the others stay', () => {
  const replaced = (marked: string, newKey: string, language?: Language) =>
    change(
      marked,
      (text, { reading, citation, key }) => replaceKey(text, reading, citation, key, newKey),
      language,
    );
  assert.equal(replaced('A [see @a|, p. 3; @b]. Again @a.', 'c'), 'A [see @c, p. 3; @b]. Again @a.');
  assert.equal(replaced('As @a| [p. 3] says, and [-@a].', 'c d'), 'As @{c d} [p. 3] says, and [-@a].');
  assert.equal(replaced('A [@a|; @b].', 'b'), 'A [@b].');
  assert.equal(replaced('A [@a|].', 'a'), 'A [@a].');
  assert.equal(
    replaced('A \\citep[see][3]{a|,b} \\cite{a}', 'c', 'latex'),
    'A \\citep[see][3]{c,b} \\cite{a}',
  );
  assert.equal(replaced('A @a|[p. 3] and @a', 'c', 'typst'), 'A @c[p. 3] and @a');
  assert.equal(
    replaced('A #cite(<a|>, form: "prose") and @a', 'c', 'typst'),
    'A #cite(<c>, form: "prose") and @a',
  );
  assert.equal(replaced('A :cite:`a|,b` and :cite:`a`', 'c', 'rst'), 'A :cite:`c,b` and :cite:`a`');
});
