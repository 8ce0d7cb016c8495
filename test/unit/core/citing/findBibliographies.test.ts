import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../src/core/citing/citation';
import { type FindingOptions, findBibliographies } from '../../../../src/core/citing/findBibliographies';
import type { ProjectFiles } from '../../../../src/core/citing/project/projectFiles';

type Tree = Readonly<Record<string, string>>;

function inMemory(tree: Tree): ProjectFiles {
  return {
    read: async path => tree[path],
    list: async folder => {
      const inside = folder === '/' ? '/' : `${folder}/`;
      const names = Object.keys(tree).filter(path => path.startsWith(inside));
      return [...new Set(names.map(path => path.slice(inside.length).split('/')[0]!))];
    },
  };
}

const languages: Readonly<Record<string, Language>> = { tex: 'latex', typ: 'typst' };

async function find(path: string, tree: Tree, options: FindingOptions = { workspaceRoot: '/w' }) {
  const language = languages[path.split('.').pop()!] ?? 'markdown';
  return findBibliographies({ path, text: tree[path]!, language }, inMemory(tree), options);
}

/** `path (how, declared where)`, with `?` for missing ones. */
async function found(path: string, tree: Tree, options?: FindingOptions): Promise<string[]> {
  const { bibliographies } = await find(path, tree, options);
  return bibliographies.map(({ path, foundBy, declaredIn, exists, remote, range }) => {
    if (declaredIn && range) assert.ok(range.start < range.end && range.end <= tree[declaredIn]!.length);
    return `${path}${exists || remote ? '' : '?'} (${[foundBy, declaredIn].filter(Boolean).join(', ')})`;
  });
}

test('LaTeX: what the project does not have, TeX may find; for other languages it is not asked', async () => {
  const tree = {
    '/w/a.tex': '\\documentclass{x}\\bibliography{IEEEabrv,refs,gone}',
    '/w/a.md': '---\nbibliography: IEEEabrv.bib\n---\n',
    '/w/refs.bib': '',
    '/texmf/IEEEabrv.bib': '',
  };
  const asked: string[] = [];
  const files: ProjectFiles = {
    ...inMemory(tree),
    findByTex: async (name, folder) => {
      asked.push(`${folder} ${name}`);
      return name === 'IEEEabrv' ? '/texmf/IEEEabrv.bib' : undefined;
    },
  };
  const paths = async (path: keyof typeof tree, language: Language) => {
    const { bibliographies } = await findBibliographies({ path, text: tree[path], language }, files);
    return bibliographies.map(({ path, exists, byTex }) => `${path}${byTex ? ' by TeX' : exists ? '' : '?'}`);
  };
  assert.deepEqual(await paths('/w/a.tex', 'latex'), [
    '/texmf/IEEEabrv.bib by TeX',
    '/w/refs.bib',
    '/w/gone.bib?',
  ]);
  assert.deepEqual(asked, ['/w IEEEabrv', '/w gone']);
  assert.deepEqual(await paths('/w/a.md', 'markdown'), ['/w/IEEEabrv.bib?']);
  assert.equal(asked.length, 2);
});

test('LaTeX: declared in the document, from its folder, ending left out or not', async () => {
  const tree = {
    '/w/a.tex': '\\documentclass{x}\\bibliography{refs,sub/more.bib,gone}',
    '/w/refs.bib': '',
    '/w/sub/more.bib': '',
    '/w/other.bib': '',
  };
  assert.deepEqual(await found('/w/a.tex', tree), [
    '/w/refs.bib (document, /w/a.tex)',
    '/w/sub/more.bib (document, /w/a.tex)',
    '/w/gone.bib? (document, /w/a.tex)',
  ]);
});

test('LaTeX: from a chapter to its root, by inclusion, comment, or class', async () => {
  const root =
    '\\documentclass{book}\\addbibresource{refs.bib}\\include{chapters/one}\\subfile{chapters/two}\\input{mid}';
  const tree = {
    '/w/main.tex': root,
    '/w/mid.tex': '\\input{chapters/three}',
    '/w/refs.bib': '',
    '/w/chapters/one.tex': 'one',
    '/w/chapters/two.tex': '\\documentclass[../main]{subfiles}',
    '/w/chapters/three.tex': 'three',
    '/w/chapters/four.tex': '% !TEX root = ../main.tex\nfour',
    '/w/chapters/five.tex': 'in no document',
  };
  for (const chapter of ['one', 'two', 'three', 'four']) {
    const path = `/w/chapters/${chapter}.tex`;
    assert.deepEqual(await found(path, tree), ['/w/refs.bib (root document, /w/main.tex)'], chapter);
    const { root, members } = await find(path, tree);
    assert.equal(root, '/w/main.tex');
    assert.ok(members.includes(path));
  }
  assert.deepEqual(await found('/w/chapters/five.tex', tree), []);
});

test('LaTeX: a root that takes nothing in, cycles, missing files', async () => {
  const tree = {
    '/w/a.tex': '\\documentclass{x}\\input{b}\\input{gone}\\bibliography{r}',
    '/w/b.tex': '\\input{c}',
    '/w/c.tex': '% !TEX root = gone.tex\n\\input{b}\\input{a}\\input{c}',
    '/w/r.bib': '',
  };
  const { problems } = await find('/w/c.tex', tree);
  assert.deepEqual(await found('/w/c.tex', tree), ['/w/r.bib (root document, /w/a.tex)']);
  assert.match(problems[0]!.message, /gone\.tex/);
});

test('LaTeX: globs, macros, \\jobname, import, remote', async () => {
  const tree = {
    '/w/t.tex':
      '\\documentclass{x}\\newcommand{\\bib}{lib}\\addbibresource[glob]{refs/*.bib}\\addbibresource{\\bib/m.bib}' +
      '\\bibliography{\\jobname}\\addbibresource[location=remote]{https://x.org/r.bib}\\import{parts/}{p}',
    '/w/parts/p.tex': '\\input{q}',
    '/w/parts/q.tex': '\\addbibresource{local.bib}',
    '/w/parts/local.bib': '',
    '/w/refs/a.bib': '',
    '/w/refs/b.bib': '',
    '/w/refs/c.txt': '',
    '/w/lib/m.bib': '',
    '/w/t.bib': '',
  };
  assert.deepEqual(
    (await find('/w/t.tex', tree)).bibliographies.map(({ path }) => path),
    [
      '/w/refs/a.bib',
      '/w/refs/b.bib',
      '/w/lib/m.bib',
      '/w/t.bib',
      'https://x.org/r.bib',
      '/w/parts/local.bib',
    ],
  );
});

test('LaTeX: what the preamble defines is known in the chapter', async () => {
  const tree = {
    '/w/main.tex': '\\documentclass{x}\\usepackage{mine}\\input{preamble}\\input{one}',
    '/w/preamble.tex':
      '\\newcommand{\\seealso}[2]{#1 \\cite{#2}}\\newenvironment{no}{\\comment}{\\endcomment}',
    '/w/mine.sty':
      '\\ProvidesPackage{mine}\\newcommand{\\our@c}[1]{\\cite{#1}}\\newcommand{\\quelle}[1]{\\our@c{#1}}',
    '/w/one.tex': '\\seealso{a}{b}',
  };
  const { latexVocabulary } = await find('/w/one.tex', tree);
  assert.equal(latexVocabulary?.commands.get('seealso')?.arguments, 'mk');
  assert.ok(latexVocabulary?.commands.has('quelle'));
  assert.ok(latexVocabulary?.verbatimEnvironments.has('no'));
});

test('a search for the root stays in the repository', async () => {
  const tree = {
    '/w/main.tex': '\\documentclass{x}\\input{repo/a}\\bibliography{refs}',
    '/w/refs.bib': '',
    '/w/repo/.git/config': '',
    '/w/repo/a.tex': 'text',
  };
  assert.deepEqual(await found('/w/repo/a.tex', tree), []);
});

test('Markdown: front matter, lists, URLs', async () => {
  const tree = {
    '/w/d/a.md': '---\nbibliography: [a.bib, ../b.json, https://x.org/c.bib]\n---\n',
    '/w/d/a.bib': '',
    '/w/b.json': '',
  };
  assert.deepEqual(await found('/w/d/a.md', tree), [
    '/w/d/a.bib (front matter, /w/d/a.md)',
    '/w/b.json (front matter, /w/d/a.md)',
    'https://x.org/c.bib (front matter, /w/d/a.md)',
  ]);
});

test('Quarto: the folder’s and the project’s metadata, not that of a project further up', async () => {
  const tree = {
    '/w/_quarto.yml': 'bibliography: outer.bib',
    '/w/p/_quarto.yml':
      'project:\n  type: book\nbibliography: refs.bib\ncsl: apa.csl\nformat:\n  pdf:\n    bibliography: pdf.bib\n',
    '/w/p/ch/_metadata.yml': 'bibliography: ch.bib',
    '/w/p/ch/a.qmd': '---\ntitle: A\n---\n',
    '/w/p/refs.bib': '',
    '/w/p/pdf.bib': '',
    '/w/p/ch/ch.bib': '',
    '/w/p/apa.csl': '',
    '/w/outer.bib': '',
  };
  assert.deepEqual(await found('/w/p/ch/a.qmd', tree), [
    '/w/p/ch/ch.bib (project file, /w/p/ch/_metadata.yml)',
    '/w/p/refs.bib (project file, /w/p/_quarto.yml)',
    '/w/p/pdf.bib (project file, /w/p/_quarto.yml)',
  ]);
  assert.equal((await find('/w/p/ch/a.qmd', tree)).csl?.path, '/w/p/apa.csl');
});

test('Quarto: what leads nowhere from the metadata of a folder or project is meant from the document', async () => {
  const tree = {
    '/w/_quarto.yml': 'bibliography: own.bib',
    '/w/posts/_metadata.yml': 'bibliography: ../../all.bib\ncsl: ../../apa.csl',
    '/w/posts/one/index.qmd': 'A.',
    '/w/posts/two/index.qmd': '{{< include parts/_part.qmd >}}',
    '/w/posts/two/parts/_part.qmd': 'B.',
    '/w/posts/three.qmd': 'C.',
    '/w/all.bib': '',
    '/w/apa.csl': '',
    '/w/posts/one/own.bib': '',
  };
  const all = '/w/all.bib (project file, /w/posts/_metadata.yml)';
  assert.deepEqual(await found('/w/posts/one/index.qmd', tree), [
    all,
    '/w/posts/one/own.bib (project file, /w/_quarto.yml)',
  ]);
  assert.equal((await find('/w/posts/one/index.qmd', tree)).csl?.path, '/w/apa.csl');
  const missing = '/w/own.bib? (project file, /w/_quarto.yml)';
  assert.deepEqual(await found('/w/posts/two/parts/_part.qmd', tree), [all, missing]);
  assert.deepEqual(await found('/w/posts/three.qmd', tree), [
    '/all.bib? (project file, /w/posts/_metadata.yml)',
    missing,
  ]);
});

test('Quarto: a bibliography that is missing is named as it is written', async () => {
  const tree = {
    '/w/_quarto.yml': 'project: {type: website}',
    '/w/a.qmd': '---\nbibliography: /Users/ada/all.bib\n---\n',
  };
  const { bibliographies } = await find('/w/a.qmd', tree);
  assert.deepEqual(
    bibliographies.map(({ path, written }) => [path, written]),
    [['/w/Users/ada/all.bib', '/Users/ada/all.bib']],
  );
});

test('Quarto: a part that only a document in another folder takes in belongs to that', async () => {
  const tree = {
    '/w/_quarto.yml': 'project:\n  type: website\n  render: [ch/*.qmd]',
    '/w/ch/a.qmd':
      '---\nbibliography: a.bib\n---\n{{< include ../parts/one.qmd >}}\n\n{{< include /parts/_two.qmd >}}',
    '/w/ch/b.qmd': 'See one.qmd.',
    '/w/parts/one.qmd': 'One.',
    '/w/parts/_two.qmd': 'Two.',
    '/w/parts/unused.qmd': 'Three.',
    '/w/ch/a.bib': '',
  };
  for (const part of ['/w/parts/one.qmd', '/w/parts/_two.qmd']) {
    const { root, isNotRendered, members } = await find(part, tree);
    assert.deepEqual([root, isNotRendered], ['/w/ch/a.qmd', undefined]);
    assert.ok(members.includes('/w/ch/a.qmd'));
    assert.deepEqual(await found(part, tree), ['/w/ch/a.bib (root document, /w/ch/a.qmd)']);
  }
  assert.equal((await find('/w/parts/unused.qmd', tree)).isNotRendered, true);
});

test('bookdown: chapters in folders that are named in a list without indentation', async () => {
  const tree = {
    '/w/_bookdown.yml':
      'rmd_files: ["index.Rmd",\n"rmd/one.Rmd",\n"rmd/deep/2.Rmd"]\nbibliography: [own.bib]',
    '/w/index.Rmd': '---\nsite: bookdown::bookdown_site\nbibliography: book.bib\n---\n',
    '/w/rmd/one.Rmd': '# One',
    '/w/rmd/deep/2.Rmd': '# Two',
    '/w/rmd/old.Rmd': '# Old',
    '/w/book.bib': '',
    '/w/own.bib': '',
  };
  const { members, isNotRendered } = await find('/w/rmd/deep/2.Rmd', tree);
  assert.deepEqual(
    [members, isNotRendered],
    [['/w/index.Rmd', '/w/rmd/one.Rmd', '/w/rmd/deep/2.Rmd'], undefined],
  );
  assert.equal((await find('/w/rmd/old.Rmd', tree)).isNotRendered, true);
});

test('Pandoc: what a build file above calls it with, where nothing else tells', async () => {
  const tree = {
    '/w/Makefile': 'paper.pdf: ch/*.md\n\tpandoc ch/*.md intro.md -d pandoc/defaults.yaml -o $@',
    '/w/pandoc/defaults.yaml': 'metadata:\n  bibliography: ch/refs.bib\ncsl: ieee.csl',
    '/w/ch/a.md': 'A.',
    '/w/intro.md': '---\nbibliography: own.bib\n---\nB.',
    '/w/README.md': 'Thanks to @ada.',
    '/w/ch/refs.bib': '',
    '/w/own.bib': '',
    '/w/ieee.csl': '',
    '/w/web/.github/workflows/build.yml':
      'jobs:\n  build:\n    steps:\n      - uses: docker://pandoc/core\n        with:\n          args: page.md --bibliography=lib/x.bib --bibliography ../elsewhere/y.bib\n',
    '/w/web/page.md': 'C.',
    '/w/web/lib/x.bib': '',
  };
  assert.deepEqual(await found('/w/ch/a.md', tree), [
    '/w/ch/refs.bib (project file, /w/pandoc/defaults.yaml)',
  ]);
  assert.equal((await find('/w/ch/a.md', tree)).csl?.path, '/w/ieee.csl');
  assert.deepEqual(await found('/w/intro.md', tree), ['/w/own.bib (front matter, /w/intro.md)']);
  assert.deepEqual(await found('/w/README.md', tree), []);
  // Where it is not found, it is not missing: the program may run in another folder.
  const { bibliographies } = await find('/w/web/page.md', tree);
  assert.deepEqual(
    bibliographies.map(({ path, exists, computed }) => [path, exists, computed]),
    [
      ['/w/web/lib/x.bib', true, undefined],
      ['../elsewhere/y.bib', false, true],
    ],
  );
});

test('bookdown: the first chapter speaks for all', async () => {
  const tree = {
    '/w/_bookdown.yml': 'book_filename: x',
    '/w/index.Rmd': '---\nsite: bookdown::bookdown_site\nbibliography: [book.bib, packages.bib]\n---\n',
    '/w/02-a.Rmd': '# A',
    '/w/book.bib': '',
  };
  const expected = [
    '/w/book.bib (project file, /w/index.Rmd)',
    '/w/packages.bib? (project file, /w/index.Rmd)',
  ];
  assert.deepEqual(await found('/w/02-a.Rmd', tree), expected);
  const { '/w/_bookdown.yml': _, ...withoutFile } = tree;
  assert.deepEqual(await found('/w/02-a.Rmd', withoutFile), expected);
});

test('Markdown: metadata files, child documents, metadata beside the document', async () => {
  const tree = {
    '/w/a.md': '---\nmetadata-files: [meta/m.yml]\n---\n',
    '/w/meta/m.yml': 'bibliography: r.bib\nreferences:\n- id: inline\n',
    '/w/r.bib': '',
    '/w/parent.Rmd':
      "---\nbibliography: r.bib\n---\n```{r child='kids/child.Rmd'}\n```\n{{< include _part.qmd >}}",
    '/w/kids/child.Rmd': 'x',
    '/w/_part.qmd': 'x',
    '/w/beside/a.md': 'x',
    '/w/beside/metadata.yaml': 'bibliography: ../r.bib',
  };
  assert.deepEqual(await found('/w/a.md', tree), ['/w/r.bib (project file, /w/meta/m.yml)']);
  assert.deepEqual((await find('/w/a.md', tree)).definedKeys, ['inline']);
  assert.deepEqual(await found('/w/kids/child.Rmd', tree), ['/w/r.bib (root document, /w/parent.Rmd)']);
  assert.deepEqual(await found('/w/_part.qmd', tree), ['/w/r.bib (root document, /w/parent.Rmd)']);
  assert.deepEqual(await found('/w/beside/a.md', tree), ['/w/r.bib (project file, /w/beside/metadata.yaml)']);
});

test('settings add to what is declared; defaults only stand in for it', async () => {
  const tree = {
    '/w/a.md': 'x',
    '/w/b.md': '---\nbibliography: b.bib\n---\n',
    '/w/b.bib': '',
    '/home/all.bib': '',
    '/home/mine.bib': '',
  };
  const options = { workspaceRoot: '/w', settingBibliographies: ['/home/all.bib'] };
  assert.deepEqual(await found('/w/b.md', tree, options), [
    '/w/b.bib (front matter, /w/b.md)',
    '/home/all.bib (setting)',
  ]);
  const fallback = { workspaceRoot: '/w', defaultBibliographies: ['/home/mine.bib', '/home/gone.bib'] };
  assert.deepEqual(await found('/w/a.md', tree, fallback), [
    '/home/mine.bib (default)',
    '/home/gone.bib? (default)',
  ]);
  assert.deepEqual(await found('/w/b.md', tree, fallback), ['/w/b.bib (front matter, /w/b.md)']);
});

test('files that cannot be read or listed are as good as missing', async () => {
  const failing: ProjectFiles = {
    read: async () => Promise.reject(new Error('no')),
    list: async () => Promise.reject(new Error('no')),
  };
  const answer = await findBibliographies(
    { path: '/w/a.tex', text: '\\input{b}\\bibliography{r}', language: 'latex' },
    failing,
    { workspaceRoot: '/w' },
  );
  assert.deepEqual(
    answer.bibliographies.map(({ path, exists }) => [path, exists]),
    [['/w/r.bib', false]],
  );
});

test('a bibliography that only rendering tells is none that is missing', async () => {
  const computed = ['"`r rbbt::bib()`"', '!expr bib()', `\${BIB}`, '"{{< meta bib >}}"'];
  for (const written of computed) {
    const { bibliographies } = await find('/w/a.Rmd', { '/w/a.Rmd': `---\nbibliography: ${written}\n---\n` });
    assert.deepEqual(
      bibliographies.map(({ exists, computed: isComputed }) => [exists, isComputed]),
      [[false, true]],
    );
  }
  const { bibliographies } = await find('/w/a.tex', { '/w/a.tex': '\\addbibresource{\\bibs/a.bib}' });
  assert.equal(bibliographies[0]?.computed, true);
});

test('Markdown: a map of bibliographies, for filters that make several lists', async () => {
  const text = '---\nbibliography:\n  main: a.bib\n  software: b.bib\n---\n';
  const { bibliographies } = await find('/w/a.md', { '/w/a.md': text, '/w/a.bib': '', '/w/b.bib': '' });
  assert.deepEqual(
    bibliographies.map(({ path }) => path),
    ['/w/a.bib', '/w/b.bib'],
  );
});

test('LaTeX: a folder that root and subfiles name each for itself is that of the root', async () => {
  const chapter = (define: string) =>
    `${define}\\documentclass[\\top/main]{subfiles}\\begin{document}\\cite{a}\\end{document}`;
  for (const [own, chapters] of [
    ['\\providecommand{\\top}{.}', '\\providecommand{\\top}{../..}'],
    ['\\providecommand{\\top}{.}\\providecommand{\\top}{x}', '\\providecommand*\\top{../..}'],
    ['\\newcommand{\\top}{.}', '\\newcommand{\\top}{../..}'],
    ['\\def\\top{./}', '\\def\\top{../..}'],
  ] as const) {
    const tree = {
      '/w/main.tex': `${own}\\documentclass{book}\\usepackage{subfiles,biblatex}\\addbibresource{\\top/bib/all.bib}\\begin{document}\\subfile{ch/one/one}\\end{document}`,
      '/w/ch/one/one.tex': chapter(chapters),
      '/w/bib/all.bib': '',
    };
    for (const path of ['/w/main.tex', '/w/ch/one/one.tex'])
      assert.deepEqual(await found(path, tree), [
        `/w/bib/all.bib (${path === '/w/main.tex' ? 'document' : 'root document'}, /w/main.tex)`,
      ]);
  }
});

test('LaTeX: a part of a paper that a thesis takes in too has the bibliographies of both, the paper’s first', async () => {
  const root = (input: string, bibliography: string) =>
    `\\documentclass{book}\\begin{document}\\input{${input}}\\bibliography{${bibliography}}\\end{document}`;
  const tree = {
    '/w/thesis.tex': root('papers/one/body', 'all,gone'),
    '/w/papers/one/paper.tex': root('intro', 'own'),
    '/w/papers/one/body.tex': '\\input{papers/one/intro}',
    '/w/papers/one/intro.tex': 'A.',
    '/w/papers/two/paper.tex': root('intro', 'own'),
    '/w/papers/two/intro.tex': 'B.',
    '/w/all.bib': '',
    '/w/papers/one/own.bib': '',
    '/w/papers/two/own.bib': '',
  };
  const own = '/w/papers/one/own.bib (root document, /w/papers/one/paper.tex)';
  assert.deepEqual(await found('/w/papers/one/intro.tex', tree), [
    own,
    '/w/all.bib (root document, /w/thesis.tex)',
  ]);
  const { root: nearest, hasSeveralLists } = await find('/w/papers/one/intro.tex', tree);
  assert.deepEqual([nearest, hasSeveralLists], ['/w/papers/one/paper.tex', true]);
  assert.deepEqual(await found('/w/papers/one/paper.tex', tree), [own.replace('root document', 'document')]);
  assert.deepEqual(await found('/w/papers/two/intro.tex', tree), [
    '/w/papers/two/own.bib (root document, /w/papers/two/paper.tex)',
  ]);
});

test('Typst: files that are taken in between parentheses', async () => {
  const tree = {
    '/w/main.typ':
      '#import("lib.typ"): *\n#include("a.typ")\n#include ( "b.typ" )\n#for c in ("c", "d") { include("ch/" + c + ".typ") }\n#bibliography("refs.bib")',
    '/w/lib.typ': '',
    '/w/a.typ': '@x',
    '/w/b.typ': '',
    '/w/ch/c.typ': '',
    '/w/ch/d.typ': '',
    '/w/refs.bib': '',
  };
  const { root, members, isOpen } = await find('/w/a.typ', tree);
  assert.deepEqual([root, isOpen], ['/w/main.typ', undefined]);
  assert.deepEqual([...members].sort(), [
    '/w/a.typ',
    '/w/b.typ',
    '/w/ch/c.typ',
    '/w/ch/d.typ',
    '/w/lib.typ',
    '/w/main.typ',
  ]);
});

test('LaTeX: what a command drops is neither declared nor taken in', async () => {
  const main = (drop: string) =>
    `\\documentclass{book}\\usepackage{mine}${drop}\\begin{document}\\input{a}\\bibliography{refs}\\end{document}`;
  const style =
    '\\long\\def\\comment#1{}\n\\comment{\n\\begin{document}\n\n\\bibliography{mybib}\\end{document}\n}';
  const drop = '\\newcommand{\\hide}[2]{#2}\\hide{\\bibliography{gone}\\input{old}}{\\bibliography{more}}';
  const tree = {
    '/w/main.tex': main(drop),
    '/w/mine.sty': style,
    '/w/a.tex': 'A.',
    '/w/old.tex': 'B.',
    '/w/refs.bib': '',
    '/w/more.bib': '',
  };
  const root = '(root document, /w/main.tex)';
  assert.deepEqual(await found('/w/a.tex', tree), [`/w/more.bib ${root}`, `/w/refs.bib ${root}`]);
  assert.deepEqual(await found('/w/old.tex', tree), []);
  const ends = main('\\newcommand{\\finish}{\\end{document}}');
  assert.deepEqual(await found('/w/a.tex', { ...tree, '/w/main.tex': ends }), [`/w/refs.bib ${root}`]);
  const typing = { ...tree, '/w/main.tex': main('\\newcommand{\\hide}[1]{}\\hide{') };
  assert.deepEqual(await found('/w/a.tex', typing), [`/w/refs.bib ${root}`]);
});

test('LaTeX: the root that truly applies, through subfiles, imports and standalone chapters', async () => {
  const tree = {
    '/w/main.tex':
      '\\documentclass{book}\\usepackage{standalone}\\usepackage{biblatex}\\addbibresource{refs.bib}\\begin{document}' +
      '\\subfile{chapters/intro}\\import{parts/}{imp}\\input{alone/one}\\end{document}',
    '/w/refs.bib': '',
    '/w/chapters/intro.tex':
      '\\documentclass[../main.tex]{subfiles}\\begin{document}\\input{background}\\end{document}',
    '/w/chapters/background.tex': 'x',
    '/w/parts/imp.tex': '\\input{deep}',
    '/w/parts/deep.tex': 'x',
    '/w/alone/one.tex': '\\documentclass{standalone}\\begin{document}\\input{alone/two}\\end{document}',
    '/w/alone/two.tex': 'x',
  };
  for (const path of Object.keys(tree).filter(name => name.endsWith('.tex') && name !== '/w/main.tex')) {
    assert.deepEqual(await found(path, tree), ['/w/refs.bib (root document, /w/main.tex)'], path);
    assert.equal((await find(path, tree)).root, '/w/main.tex', path);
  }
});

test('LaTeX: a root of its own stays its own, though another document takes it in', async () => {
  const tree = {
    '/w/thesis.tex': '\\documentclass{book}\\input{paper}\\bibliography{thesis}',
    '/w/paper.tex': '\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{paper}\\end{document}',
    '/w/thesis.bib': '',
    '/w/paper.bib': '',
  };
  assert.deepEqual(await found('/w/paper.tex', tree), ['/w/paper.bib (document, /w/paper.tex)']);
});

test('the files that make up a document are told from each of them, in reading order', async () => {
  const members = async (path: string, tree: Tree) => (await find(path, tree)).members;
  const quarto = {
    '/w/_quarto.yml':
      'project:\n  type: book\nbook:\n  chapters:\n    - index.qmd\n    - part: Methods\n      chapters: [two.qmd]\n    - one.qmd\n',
    '/w/index.qmd': 'Intro.',
    '/w/one.qmd': '{{< include _more.qmd >}}',
    '/w/_more.qmd': 'More.',
    '/w/two.qmd': 'Two.',
    '/w/notes.qmd': 'No chapter.',
  };
  assert.deepEqual(await members('/w/two.qmd', quarto), ['/w/index.qmd', '/w/two.qmd', '/w/one.qmd']);
  const withPart = ['/w/index.qmd', '/w/two.qmd', '/w/one.qmd', '/w/_more.qmd'];
  assert.deepEqual(await members('/w/one.qmd', quarto), withPart);
  assert.deepEqual(await members('/w/_more.qmd', quarto), withPart);
  assert.deepEqual(await members('/w/notes.qmd', quarto), ['/w/notes.qmd']);
  const bookdown = {
    '/w/_bookdown.yml': 'book_filename: thesis\n',
    '/w/index.Rmd': '# Intro',
    '/w/02-b.Rmd': 'B',
    '/w/01-a.Rmd': 'A',
    '/w/_draft.Rmd': 'Draft',
  };
  assert.deepEqual(await members('/w/02-b.Rmd', bookdown), ['/w/index.Rmd', '/w/01-a.Rmd', '/w/02-b.Rmd']);
  const latex = {
    '/w/main.tex': '\\documentclass{book}\\addbibresource{r.bib}\\include{b}\\include{a}',
    '/w/a.tex': 'A',
    '/w/b.tex': 'B',
  };
  for (const path of Object.keys(latex))
    assert.deepEqual(await members(path, latex), ['/w/main.tex', '/w/b.tex', '/w/a.tex']);
  const typst = { '/w/main.typ': '#include "a.typ"\n#bibliography("r.bib")', '/w/a.typ': 'A' };
  for (const path of Object.keys(typst))
    assert.deepEqual(await members(path, typst), ['/w/main.typ', '/w/a.typ']);
  assert.deepEqual(await members('/w/a.md', { '/w/a.md': 'Alone.', '/w/b.md': 'B' }), ['/w/a.md']);
});

test('Quarto: a path from the root is one in the project, else on this machine', async () => {
  const tree = {
    '/w/_quarto.yml': 'project:\n  type: website\n',
    '/w/posts/a.qmd': '---\nbibliography: [/bib/refs.bib, /home/me/all.bib, /home/me/gone.bib]\n---\n',
    '/w/bib/refs.bib': '',
    '/bib/refs.bib': '',
    '/home/me/all.bib': '',
  };
  const { bibliographies } = await find('/w/posts/a.qmd', tree);
  assert.deepEqual(
    bibliographies.map(({ path, exists }) => `${path}${exists ? '' : '?'}`),
    ['/w/bib/refs.bib', '/home/me/all.bib', '/w/home/me/gone.bib?'],
  );
});
