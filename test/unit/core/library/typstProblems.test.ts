import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf, type Tree } from './checkTree';

/** `main.typ` beside `refs.bib` with the key `known`. */
async function inTypst(text: string, more: Tree = {}): Promise<string[]> {
  return problemsOf('main.typ', { 'main.typ': text, 'refs.bib': bib('known'), ...more });
}

const list = '\n#bibliography("refs.bib")\n';

test('a text that code hands on may be made a label', async () => {
  assert.deepEqual(await inTypst(`#plate("a.png", label: "fig:sub")\n@fig:sub @fig:other${list}`), [
    'fig:other',
  ]);
  assert.deepEqual(await inTypst(`#for name in ("a", "b") [#figure[x] #label(name)]\n@a @b @c${list}`), [
    'c',
  ]);
  // What only refers makes none.
  assert.deepEqual(await inTypst(`#link(label("gone"))[x] #cite(label("lost"))${list}`), ['lost']);
});

test('labels whose rest is put together are known by how they begin', async () => {
  assert.deepEqual(
    await inTypst(`#for i in range(3) [#figure[x] #label("fig:" + str(i))]\n@fig:1 @tab:1${list}`),
    ['tab:1'],
  );
  const fromData = '#for row in csv("data.csv") [#figure[x] #label(row.at(0))]\n@any-row';
  assert.deepEqual(await inTypst(fromData + list), []);
});

test('a bibliography that a template opens is read', async () => {
  const template = { 'lib/template.typ': '#let conf(refs: none, body) = { body; bibliography(refs) }\n' };
  const main = '#import "lib/template.typ": conf\n#show: conf.with(refs: "refs.bib")\n@known @gone\n';
  assert.deepEqual(await inTypst(main, { ...template, 'lib/refs.bib': bib('known') }), ['gone']);
  assert.deepEqual(await inTypst(main, template), ['gone']);
  assert.deepEqual(
    await inTypst(main.replace('"refs.bib"', '("refs.bib", "/more/works.yml")'), {
      ...template,
      'more/works.yml': 'harry:\n  type: Book\n  title: X\n',
      'main2.typ': '',
    }),
    ['gone'],
  );
});

test('a bibliography that is read by code, or named by a value, is read', async () => {
  for (const listed of [
    '#bibliography(bytes(read("refs.bib")))',
    '#bibliography(read("refs.bib", encoding: none), style: "apa")',
    '#let works = read("refs.bib")\n#bibliography(bytes(works))',
    '#let file = "refs.bib"\n#bibliography(file)',
  ])
    assert.deepEqual(await inTypst(`${listed}\n@known @gone`), ['gone'], listed);
  const template =
    '#import "@local/thesis:0.1.0": thesis\n#show: thesis.with(bibliography: read("refs.bib"))';
  assert.deepEqual(await inTypst(`${template}\n@known @gone`), ['gone (information)']);
  assert.deepEqual(await inTypst('#bibliography(sys.inputs.at("refs"))\n@known @gone'), []);
});

test('packages that list references themselves give keys of their own', async () => {
  const alexandria = '#import "@preview/alexandria:0.2.0": *\n#bibliographyx("refs.bib", prefix: "x-")\n';
  assert.deepEqual(await inTypst(`${alexandria}@x-known @x-other${list}`), []);
});

test('a path from the root is meant from the folder of the main file, where nothing else is open', async () => {
  const tree = {
    'thesis/main.typ': '#include "/parts/a.typ"\n#bibliography("/bib/refs.bib")',
    'thesis/parts/a.typ': '@known @gone',
    'thesis/bib/refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('thesis/parts/a.typ', tree), ['gone']);
  assert.deepEqual(await problemsOf('thesis/main.typ', tree), []);
});

test('what the template of a package may define is no more than an information', async () => {
  const thesis = '#show: thesis.with(\n  title: [Herons (a study)],\n  bibliography: "refs.bib",\n)\n';
  const cited = '@known @gone';
  const said = ['gone (information)'];
  for (const imported of ['*', 'thesis, chapter', '(thesis, chapter)', 'report as thesis'])
    assert.deepEqual(
      await inTypst(`#import "@preview/some-thesis:0.4.0": ${imported}\n${thesis}${cited}${list}`),
      said,
    );
  const module = '#import "@local/thesis:1.0.0"\n#show: body => thesis.conf(title: [A], body)\n';
  assert.deepEqual(await inTypst(`${module}${cited}${list}`), said);
  const chapter = {
    'thesis.typ': `#import "@preview/some-thesis:0.4.0": *\n${thesis}#include "main.typ"${list}`,
  };
  assert.deepEqual(await inTypst(cited, chapter), said);
});

test('packages that set the text, and templates of the project, define nothing unseen', async () => {
  for (const before of [
    '#import "@preview/codly:1.3.0": *\n#show: codly-init.with()\n#show: equate.with(breakable: true)\n',
    '#import "@preview/cetz:0.3.1": *\n#import "conf.typ": conf\n#show: conf.with(title: [A])\n',
    '// #import "@preview/thesis:1.0.0": thesis\n#show: thesis.with(title: [A])\n',
  ])
    assert.deepEqual(
      await inTypst(`${before}@gone${list}`, { 'conf.typ': '#let conf(title: [], body) = body\n' }),
      ['gone'],
    );
});

test('what stands in comments among the arguments of a call is no argument', async () => {
  const tree = (call: string) => ({ 'main.typ': `@known @gone\n${call}\n`, 'refs.bib': bib('known') });
  for (const call of [
    '#bibliography(\n  "refs.bib",\n  style: "ieee", // or "apa", "mla"\n  full: false, // true = "all"\n)',
    '#bibliography("refs.bib" /* , "old.bib" */)',
    '#bibliography(("refs.bib", // "old.bib",\n))',
    '#bibliography(// "old.bib"\n  "refs.bib",\n)',
    '#bibliography(title: [See https://example.org/a], "refs.bib")',
  ]) {
    assert.deepEqual(await problemsOf('main.typ', tree(call)), ['gone'], call);
  }
  const cite = {
    'main.typ': '#cite(<known>, // <gone>\n supplement: [p. 3])\n#bibliography("refs.bib")',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('main.typ', cite), []);
});

test('lines of a listing are referred to by their numbers where codly is used', async () => {
  const tree = (imported: string) => ({
    'main.typ': `${imported}\n#include "a.typ"\n#bibliography("refs.bib")`,
    'a.typ': '#figure[```c\nint a;\n```] <lst:a>\n@lst:a:1 @lst:a:x @lst:b:1 @known',
    'refs.bib': bib('known'),
  });
  const codly = tree('#import "@preview/codly:1.3.0": *');
  assert.deepEqual(await problemsOf('a.typ', codly), ['lst:a:x', 'lst:b:1']);
  assert.deepEqual(await problemsOf('a.typ', tree('')), ['lst:a:1', 'lst:a:x', 'lst:b:1']);
});

test('files that are taken in by a loop over their names are parts of the document', async () => {
  const tree = (taking: string) => ({
    'main.typ': `${taking}\n#bibliography("refs.bib")`,
    'ch/one.typ': '= One <one>\n@known @gone @two',
    'ch/two.typ': '= Two <two>\n@one @lost',
    'refs.bib': bib('known'),
  });
  for (const taking of [
    '#for c in ("ch/one.typ", "ch/two.typ") { include c }',
    '#let chapters = (\n  "one",\n  "two",\n)\n#for c in chapters { include "ch/" + c + ".typ" }',
    '#let folder = "ch/"\n#for (i, c) in ("one", "two").enumerate() {\n  pagebreak()\n  include folder + c + ".typ"\n}',
    '#for c in ("one", "two") [\n  #include "ch/" + c + ".typ"\n]',
  ]) {
    assert.deepEqual(await problemsOf('ch/one.typ', tree(taking)), ['gone'], taking);
    assert.deepEqual(await problemsOf('ch/two.typ', tree(taking)), ['lost'], taking);
  }
  // What cannot be followed may be any file, with any label in it.
  for (const taking of [
    '#for c in range(2) { include "ch/" + str(c) + ".typ" }\n@gone',
    '#for c in sys.inputs.chapters { include c }\n@gone',
    '#let f(c) = include c\n#f("ch/one.typ")\n@gone',
  ])
    assert.deepEqual(await problemsOf('main.typ', tree(taking)), [], taking);
});

test('who is quoted is told where Typst looks it up', async () => {
  // Judged by Typst 0.13: content is shown beside a block alone, a key is cited after a quote in the text as well.
  for (const [quote, told] of [
    ['#quote(attribution: [@gone])[x]', []],
    ['#quote(block: false, attribution: [by @gone, p. 3])[x]', []],
    ['#quote(block: true, attribution: [@gone])[x]', ['gone']],
    ['#set quote(block: true)\n#quote(attribution: [@gone])[x]', ['gone']],
    ['#quote(attribution: <gone>)[x]', ['gone']],
    ['#quote(block: true, attribution: label("gone"))[x]', ['gone']],
    ['#quote(attribution: <known>)[x @lost]', ['lost']],
    ['#show quote: it => [#it.body]\n#quote(attribution: <gone>)[x]', []],
  ] as const)
    assert.deepEqual(await inTypst(quote + list), told, quote);
});

test('what stands in a branch that Typst may leave out is an information', async () => {
  for (const [body, told] of [
    ['#if false [ @gone ] @lost', ['gone (information)', 'lost']],
    ['#if draft { cite(<gone>) } else [ @lost ]', ['gone (information)', 'lost (information)']],
    ['#if (a == [b]) [ x ] else if c { [ @gone ] }\n@lost', ['gone (information)', 'lost']],
    ['#{ if draft [ @gone ]; [ @lost ] }', ['gone (information)', 'lost']],
    ['#for a in (1, 2) [ @lost ]', ['lost']],
  ] as const)
    assert.deepEqual(await inTypst(body + list), told, body);
});
