import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CitedItem, Form } from '../../../../../../src/core/citing/citation';
import { keyPlaceInLatex } from '../../../../../../src/core/citing/latex/citations/keyPlace';
import { commandHabits } from '../../../../../../src/core/citing/latex/commandHabits';
import { insertInLatex } from '../../../../../../src/core/citing/latex/edit/insertInLatex';
import { readLatex } from '../../../../../../src/core/citing/latex/readLatex';
import { applyEdits } from '../../../../../../src/core/model/textEdit';

/** `|` marks the cursor, before and after. */
function inserted(marked: string, items: string | CitedItem[], form?: Form): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const cited = typeof items === 'string' ? items.split(' ').map(key => ({ key })) : items;
  const { edits, cursor } = insertInLatex(readLatex(text), text, offset, cited, form);
  const after = applyEdits(text, edits);
  return `${after.slice(0, cursor)}|${after.slice(cursor)}`;
}

const natbib = '\\usepackage{natbib} ';
const biblatex = '\\usepackage{biblatex} ';

test('the command of the package that is loaded', () => {
  const written = (preamble: string) =>
    (['normal', 'inText', 'suppressAuthor'] as const).map(form =>
      inserted(`${preamble}|`, 'a b', form).slice(preamble.length),
    );
  assert.deepEqual(written(''), ['\\cite{a,b}|', '\\cite{a,b}|', '\\cite{a,b}|']);
  assert.deepEqual(written(natbib), ['\\citep{a,b}|', '\\citet{a,b}|', '\\citeyearpar{a,b}|']);
  assert.deepEqual(written(biblatex), ['\\parencite{a,b}|', '\\textcite{a,b}|', '\\parencite*{a,b}|']);
  assert.deepEqual(written('\\usepackage{apacite} '), ['\\cite{a,b}|', '\\citeA{a,b}|', '\\citeyear{a,b}|']);
  assert.deepEqual(written('\\documentclass{elsarticle} ')[0], '\\citep{a,b}|');
});

test('the document’s habit goes before', () => {
  assert.match(
    inserted(`${biblatex}\\autocite{x} \\autocite{y} \\parencite{z} |`, 'a'),
    /\\autocite\{a\}\|$/,
  );
  assert.match(inserted(`${natbib}\\cite{x} \\citealp{y} \\citealp{z} |`, 'a'), /\\cite\{a\}\|$/);
  assert.match(
    inserted('\\newcommand{\\see}[2]{\\citet[#1]{#2}} \\see{x}{y} |', 'a', 'inText'),
    /\\cite\{a\}\|$/,
  );
  assert.match(inserted('\\newcommand{\\ct}{\\citet} \\ct{y} |', 'a', 'inText'), /\\ct\{a\}\|$/);
});

test('notes, of one or of each', () => {
  const noted = [{ key: 'a', prefix: 'see', locator: 'p. 3' }];
  assert.equal(inserted(`${natbib}|`, noted), `${natbib}\\citep[see][p. 3]{a}|`);
  assert.equal(inserted(`${natbib}|`, [{ key: 'a', prefix: 'see' }]), `${natbib}\\citep[see][]{a}|`);
  assert.equal(inserted('|', [{ key: 'a', locator: 'ch. [2] & 100%' }]), '\\cite[{ch. [2] \\& 100\\%}]{a}|');
  assert.equal(inserted('\\usepackage{apacite} |', noted), '\\usepackage{apacite} \\cite<see>[p. 3]{a}|');
  const each = [
    { key: 'a', locator: '3' },
    { key: 'b', locator: '4' },
  ];
  assert.equal(inserted(`${biblatex}|`, each), `${biblatex}\\parencites[3]{a}[4]{b}|`);
  assert.equal(inserted(`${natbib}|`, each), `${natbib}\\citetext{\\citealp[3]{a}; \\citealp[4]{b}}|`);
});

test('keys join the citation the cursor is in or behind', () => {
  assert.equal(inserted('\\cite{a|}', 'b c'), '\\cite{a,b,c|}');
  assert.equal(inserted('\\cite{a}|', 'b'), '\\cite{a,b|}');
  assert.equal(inserted('\\cite{|a}', 'b'), '\\cite{b,|a}');
  assert.equal(inserted('\\ci|te{a}', 'b'), '\\cite{a,b|}');
  assert.equal(inserted('\\cite{a|, c}', 'b'), '\\cite{a, b|, c}');
  assert.equal(inserted('\\cite{a, c|}', 'b'), '\\cite{a, c, b|}');
  assert.equal(inserted('\\cite{a,|}', 'b'), '\\cite{a,b|}');
  assert.equal(inserted('\\cite{a, |}', 'b'), '\\cite{a, b|}');
  assert.equal(inserted('\\cite{|}', 'b c'), '\\cite{b,c|}');
  assert.equal(inserted('\\cite{|', 'b'), '\\cite{b}|');
  assert.equal(inserted('\\cite{a,|', 'b'), '\\cite{a,b}|');
  assert.equal(inserted('\\cite{\n  a, % one\n  c% two\n}|', 'b'), '\\cite{\n  a, % one\n  c,\n  b|% two\n}');
  assert.equal(inserted('\\cite{\n  a,\n  c\n}|', 'b'), '\\cite{\n  a,\n  c,\n  b|\n}');
  assert.equal(inserted('\\cites[1]{a}[2]{b|}', 'c'), '\\cites[1]{a}[2]{b,c|}');
  assert.equal(inserted('\\cite{a|}', 'a'), '\\cite{a|}');
  assert.equal(inserted('|\\cite{a}', 'b'), '\\cite{b}| \\cite{a}');
  assert.equal(inserted('\\citep[se|e][]{a}', 'b'), '\\citep[see][]{a,b|}');
});

test('where a key can be typed', () => {
  const place = (marked: string) => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const found = keyPlaceInLatex(readLatex(text), text, offset);
    return found && [text.slice(found.start, found.end), found.typed];
  };
  assert.deepEqual(place('\\cite{|}'), ['', '']);
  assert.deepEqual(place('\\cite{|'), ['', '']);
  assert.deepEqual(place('\\cite{ab|cd}'), ['abcd', 'ab']);
  assert.deepEqual(place('\\citep[see][p. 3]{a,\n  b|'), ['b', 'b']);
  assert.deepEqual(place('\\cite{a,\n  |\n}'), ['', '']);
  assert.deepEqual(place('\\cite{a, b| and prose'), ['b', 'b']);
  assert.deepEqual(place('\\cites{a}[x]{b|}'), ['b', 'b']);
  assert.deepEqual(place('\\cite{| and prose'), ['', '']);
  assert.deepEqual(place('\\cite{a, % no|te\n b}'), undefined);
  assert.deepEqual(place('\\cite[se|e]{a}'), undefined);
  assert.deepEqual(place('\\cite{a} te|xt {b}'), undefined);
  assert.deepEqual(place('\\cite{a and pro|se'), undefined);
  assert.deepEqual(place('\\ref{|}'), undefined);
});

test('what is inserted is read back, and nothing else changes', () => {
  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9:._/+-]{0,12}$/);
  const note = fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .~-]{0,8}[a-z]$/), { nil: undefined });
  const item = fc
    .record({ key, prefix: note, locator: note })
    .map(({ key, prefix, locator }) => ({ key, ...(prefix && { prefix }), ...(locator && { locator }) }));
  const around = fc.constantFrom(
    'Text ',
    '\n\n',
    '\\emph{x} ',
    '% comment\n',
    '\\cite{other} and ',
    '$x$ ',
    '100\\% ',
  );
  fc.assert(
    fc.property(
      fc.constantFrom('', natbib, biblatex, '\\usepackage{apacite}\n'),
      around,
      around,
      fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: ({ key }) => key }),
      fc.constantFrom<Form>('normal', 'inText', 'suppressAuthor'),
      (preamble, before, after, items, form) => {
        const offset = preamble.length + before.length;
        const text = preamble + before + after;
        const { edits, cursor } = insertInLatex(readLatex(text), text, offset, items, form);
        const result = applyEdits(text, edits);
        assert.equal(result.slice(0, offset), text.slice(0, offset));
        // A space may set the citation off from the word behind it.
        assert.equal(result.slice(cursor).trimStart(), text.slice(offset).trimStart());
        const read = readLatex(result).citations.filter(({ start, end }) => start >= offset && end <= cursor);
        const keys = read.flatMap(citation => citation.keys);
        assert.deepEqual(
          keys.map(({ key }) => key),
          items.map(({ key }) => key),
        );
        const hasTwoNotes = preamble !== '';
        if (hasTwoNotes)
          assert.deepEqual(
            keys.map(({ prefix, locator }) => [prefix, locator]),
            items.map(({ prefix, locator }) => [prefix, locator]),
          );
        if (preamble && keys.length === 1) assert.equal(keys[0]!.form, form);
      },
    ),
    { numRuns: 1000 },
  );
});

test('notes of keys that join a citation are kept', () => {
  const b = [{ key: 'b', locator: 'p. 3' }];
  const behind = (text: string, items = b) => inserted(text, items).replace(/^\\usepackage\S* /, '');
  assert.equal(behind(`${biblatex}\\parencite{a|}`), '\\parencites{a}[p. 3]{b}|');
  assert.equal(behind(`${biblatex}\\textcite[see][]{a}|`), '\\textcites[see][]{a}[p. 3]{b}|');
  assert.equal(behind(`${biblatex}\\parencites{a|}{c}`), '\\parencites{a}[p. 3]{b}|{c}');
  assert.equal(behind(`${natbib}\\citep{a|}`), '\\citep[p. 3]{a,b|}');
  assert.equal(behind(`${natbib}\\citep[p. 1]{a|}`), '\\citep[p. 1]{a} \\citep[p. 3]{b}|');
  assert.equal(behind(`${natbib}\\citep{a|}`, [{ key: 'a', locator: 'p. 3' }]), '\\citep{a|}');
});

test('the habit of the project, where the document has none for the form', () => {
  const others = readLatex('\\usepackage{biblatex} \\autocite{a} \\autocite{b} \\parencite{c}');
  const vocabulary = { ...others.vocabulary, habits: commandHabits([others]) };
  const chapter = (text: string) =>
    insertInLatex(readLatex(text, [], vocabulary), text, text.length, [{ key: 'k' }]).edits[0]!.text;
  assert.equal(chapter('As \\textcite{x} says '), '\\autocite{k}');
  assert.equal(chapter('As \\parencite{x} says '), '\\parencite{k}');
});
