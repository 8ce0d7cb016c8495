import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renameKey } from '../../../../../src/core/citing/edit/changeCitation';
import { insertCitation } from '../../../../../src/core/citing/edit/insertCitation';
import { readTypst } from '../../../../../src/core/citing/typst/readTypst';
import { applyEdits } from '../../../../../src/core/model/textEdit';
import { assertLinear } from '../../../growth';

function read(text: string): string[] {
  const marks = { normal: '', inText: '@', suppressAuthor: '-' };
  return readTypst(text).citations.flatMap(({ keys }) =>
    keys.map(({ key, form, crossReference }) => (crossReference ? `<${key}>` : marks[form] + key)),
  );
}

test('references and calls of cite', () => {
  assert.deepEqual(read('See @a and @b.c. Also @d[p. 3], #cite(<e>).'), ['a', 'b.c', 'd', 'e']);
  assert.deepEqual(read('#cite(form: "prose", <a>) #cite(style: "apa", label("b"))'), ['@a', 'b']);
  assert.deepEqual(read('#cite(<a>, form: "prose") #cite(label("b/c"), form: "year")'), ['@a', '-b/c']);
  assert.deepEqual(read('#figure(table([@a], [#cite(<b>)]), caption: [of @c])'), ['a', 'b', 'c']);
  assert.deepEqual(read('#let x = [see @a]\n@b #if true { cite(<c>) } @d'), ['a', 'b', 'c', 'd']);
});

test('what is no citation', () => {
  for (const text of [
    '\\@a',
    '`@a`',
    '```\n@a\n```',
    '// @a',
    '/* /* @a */ @b */',
    '$a @b$',
    '#let x = "@a"',
    'https://x.org/@a',
    '#import "@preview/a:1.0"',
  ])
    assert.deepEqual(read(text), [], text);
});

test('labels of the document are cross-references', () => {
  assert.deepEqual(read('= One <sec:one>\n@sec:one and @a'), ['<sec:one>', 'a']);
});

test('bibliographies as declared', () => {
  const paths = (text: string) => readTypst(text).bibliographies.map(({ path }) => path);
  assert.deepEqual(paths('#bibliography("refs.bib", style: "apa")'), ['refs.bib']);
  assert.deepEqual(paths('#bibliography(("a.bib", "b.yml"), title: "Works")'), ['a.bib', 'b.yml']);
});

test('locators, ranges and what is still being typed', () => {
  const text = 'x @a[p. 3] #cite(<b>, supplement: [p. 4]';
  const [first, second] = readTypst(text).citations;
  assert.deepEqual(first, {
    keys: [{ key: 'a', form: 'normal', start: 3, end: 4, locator: 'p. 3' }],
    start: 2,
    end: 10,
  });
  assert.equal(second?.unfinished, true);
  assert.equal(second?.keys[0]?.locator, 'p. 4');
});

test('what is inserted is read again', () => {
  const pieces = ['text', '@a', '@b[p. 3]', '#cite(<c>)', '*d*', '#f[e]', '.', '(f)'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (parts, index) => {
        const before = parts.slice(0, index % parts.length).join(' ');
        const text = parts.join(' ');
        const result = applyEdits(text, insertCitation(text, before.length, ['new'], 'typst').edits);
        assert.deepEqual(read(result).sort(), [...read(text), 'new'].sort(), text);
      },
    ),
  );
});

test('any text is read, in time in proportion to its length', async () => {
  for (const unit of ['[', '#f(', '/*', '`', '$', '@a[', '<', '#let ', '"', '#cite(<a'])
    await assertLinear(100_000, length => readTypst(unit.repeat(length / unit.length)), unit);
});

test('labels are found wherever they are given: in code, formulas and arguments, but not where they are referred to', () => {
  const labelsOf = (text: string) => [...readTypst(text).labels];
  assert.deepEqual(labelsOf('#figure(table()) <fig:a> #label("tab:b")'), ['fig:a', 'tab:b']);
  assert.deepEqual(labelsOf('#subpar.grid(figure(image("a.png")), <fig:a>, label: <fig:full>)'), [
    'fig:a',
    'fig:full',
  ]);
  assert.deepEqual(labelsOf('#{ [= One] + [#label("x")]; figure([]) <y> }'), ['x', 'y']);
  assert.deepEqual(labelsOf('$ zeta(s) = 1 #<eq:zeta> \\ x &= 2 #<eq:two> $ @eq:zeta'), [
    'eq:zeta',
    'eq:two',
  ]);
  assert.deepEqual(
    labelsOf('#cite(<a>) #ref(<b>) #link(<c>)[x] #context query(<d>) $a <b> c$ #ref(label("e"))'),
    [],
  );
  assert.deepEqual(labelsOf('#if 1 <2 and 3> 2 [x]'), []);
});

test('formulas hold citations in their code only', () => {
  assert.deepEqual(read('$ a @b #text[see @c] #cite(<d>) "@e" $ @f'), ['c', 'd', 'f']);
});

test('`ref` cites what a bibliography has', () => {
  assert.deepEqual(read('#ref(<smith>, supplement: [p. 2]) #ref(<sec>) = A <sec>'), ['smith', '<sec>']);
});

test('a label that code puts together is no key that could be missing', () => {
  const text =
    '#ref(label("chapter" + str(n))) #cite(label("a" /* of the year */ + y), form: "prose") #ref(label("x".slice(1)))' +
    ' #cite(label("b" ), form: "year") #ref( label( "c" ))';
  assert.deepEqual(read(text), ['-b', 'c']);
});

test('bibliographies among the arguments of their call, and those that only code tells', () => {
  const declared = (text: string) => {
    const { bibliographies, isComputed, listsComputed } = readTypst(text);
    return [
      ...bibliographies.map(({ path, start, end }) => {
        assert.equal(text.slice(start, end), path);
        return path;
      }),
      ...(isComputed || listsComputed ? ['?'] : []),
    ];
  };
  assert.deepEqual(declared('#bibliography("a.bib", title: none)'), ['a.bib']);
  assert.deepEqual(declared('#bibliography(title: [A, (b)], style: "apa", ("a.bib", "b.yml",))'), [
    'a.bib',
    'b.yml',
  ]);
  assert.deepEqual(declared('#show: conf.with(bib: bibliography("a.bib"))'), ['a.bib']);
  assert.deepEqual(declared('#set bibliography(style: "ieee")'), []);
  assert.deepEqual(declared('#bibliography(bytes(read("a.bib")))'), ['?']);
  assert.deepEqual(declared('#let t(bib) = { bibliography(bib, style: "apa") }'), ['?']);
  assert.deepEqual(declared('#for c in chapters { include "ch/" + c + ".typ" }'), ['?']);
  assert.deepEqual(declared('#import "a.typ": x\n#import calc: sin\n#include "b.typ"'), []);
});

test('a key that a function of the document is given is renamed and counted, and may be a label too', () => {
  const text =
    '#let prose(key) = cite(key, form: "prose")\n#prose(<a>) #both(<a>, (<b>, <c>)) #part(<d>, label: <e>)[x] @a @d @f';
  const { embeddedKeys = [], labels } = readTypst(text);
  assert.deepEqual(
    embeddedKeys.map(({ key, start, end }) => [key, text.slice(start, end)]),
    ['a', 'a', 'b', 'c', 'd'].map(key => [key, key]),
  );
  assert.deepEqual([...labels].sort(), ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(
    applyEdits(text, renameKey(text, readTypst(text), 'b', 'new')),
    text.replace('<b>', '<new>'),
  );
});

test('a name for cite with some of its arguments cites', () => {
  for (const [text, keys] of [
    ['#let prose = cite.with(form: "prose")\n#prose(<a>) #prose(supplement: [p. 3], <b>)', ['a', 'b']],
    ['#let prose=cite . with(style: "ieee")\n#{ prose(<a>) }', ['a']],
    ['#let note(x) = [#x]\n#note(<no>)', []],
    ['#prose(<no>)', []],
  ] as const) {
    const { embeddedKeys = [], labels } = readTypst(text);
    const cited = embeddedKeys.filter(({ isTypeset }) => isTypeset);
    assert.deepEqual(
      cited.map(({ start, end }) => text.slice(start, end)),
      keys,
      text,
    );
    for (const key of keys) assert.equal(labels?.has(key), false);
  }
});
