import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf, type Tree } from './checkTree';

/** `main.tex` beside `refs.bib` with the keys `known` and `other`. */
async function inLatex(body: string, preamble = '', more: Tree = {}): Promise<string[]> {
  return problemsOf('main.tex', {
    'main.tex': `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\bibliography{refs}\n\\end{document}\n`,
    'refs.bib': bib('known', 'other'),
    ...more,
  });
}

test('what is set as it is written cites nothing', async () => {
  for (const definition of [
    '\\newcommand*{\\code}[1]{\\detokenize\\expandafter{\\string#1}}',
    '\\newcommand{\\code}[1]{\\texttt{\\detokenize{#1}}}',
    '\\newcommand{\\code}[1]{\\texttt{\\string#1}}',
    '\\def\\code#1{\\ttfamily\\detokenize {#1}\\rmfamily}',
    '\\NewDocumentCommand{\\code}{m}{\\texttt{\\detokenize{#1}}}',
    '\\NewDocumentCommand{\\code}{v}{\\texttt{#1}}',
  ])
    assert.deepEqual(
      await inLatex('Write \\code{\\cite{gone}}, \\cite{lost}.', definition),
      ['lost'],
      definition,
    );
  assert.deepEqual(await inLatex('\\texttt{\\detokenize{\\cite{gone}}} \\cite{lost}'), ['lost']);
  // One that sets its argument twice, once as it stands.
  const both = '\\newcommand{\\code}[1]{\\detokenize{#1} gives #1}';
  assert.deepEqual(await inLatex('\\code{\\cite{gone}}', both), ['gone']);
});

test('listings that classes for manuals define cite and declare nothing', async () => {
  for (const name of ['ltxexample', 'ltxcode'])
    assert.deepEqual(
      await inLatex(`\\begin{${name}}\n\\addbibresource{x.bib}\\cite{gone}\n\\end{${name}} \\cite{lost}`),
      ['lost'],
    );
});

test('of what depends on a file, the branch is read that TeX takes', async () => {
  const here = { 'a.tex': 'Text.', 'parts/b.tex': '' };
  const body = (file: string) => `\\IfFileExists{${file}}{\\cite{gone}}{\\cite{lost}} \\cite{known}`;
  assert.deepEqual(await inLatex(body('a.tex'), '', here), ['gone']);
  assert.deepEqual(await inLatex(body('parts/b.tex'), '', here), ['gone']);
  assert.deepEqual(await inLatex(body('parts/b'), '', here), ['gone']);
  assert.deepEqual(await inLatex(body('x.tex'), '', here), ['lost']);
  // TeX may have it, or what is made of the document.
  for (const file of ['upquote.sty', '\\jobname.gls', 'main.bbl', '\\chapterfile'])
    assert.deepEqual(await inLatex(body(file), '', here), [], file);
  assert.deepEqual(await inLatex('\\InputIfFileExists{a}{\\cite{gone}}{\\cite{lost}}', '', here), ['gone']);
  assert.deepEqual(await inLatex('\\InputIfFileExists{x}{\\cite{gone}}{\\cite{lost}}', '', here), ['lost']);
});

test('bibliographies that are declared where their files are there are not missed', async () => {
  const tree = (declared: string) => ({
    'main.tex': `\\documentclass{article}\\begin{document}\\cite{known,gone}\n${declared}\n\\end{document}`,
    'bib/refs.bib': bib('known'),
  });
  for (const declared of [
    '\\IfFileExists{refs.bib}{\\bibliography{refs}}{\\bibliography{bib/refs}}',
    '\\IfFileExists{bib/refs.bib}{\\bibliography{bib/refs}}{\\bibliography{refs}}',
    '\\IfFileExists{../shared.bib}{\\bibliography{../shared,bib/refs}}{\\bibliography{bib/refs}}',
  ])
    assert.deepEqual(await problemsOf('main.tex', tree(declared)), ['gone'], declared);
});

test('a macro that takes in files may be defined in another file', async () => {
  const chapter = '\\section{One} \\cite{known,gone}';
  const main = (preamble: string, use: string) =>
    `\\documentclass{article}\n${preamble}\n\\begin{document}\n${use}\n\\bibliography{refs}\n\\end{document}`;
  const tree = (definition: string, preamble: string, name: string, use: string) => ({
    'main.tex': main(preamble, use),
    [name]: definition,
    'chapters/one.tex': chapter,
    'refs.bib': bib('known'),
  });
  const chap = '\\newcommand{\\chap}[1]{\\input{chapters/#1}}';
  for (const [preamble, name] of [
    ['\\input{preamble}', 'preamble.tex'],
    ['\\usepackage{mythesis}', 'mythesis.sty'],
    ['\\usepackage{sty/mythesis}', 'sty/mythesis.sty'],
  ] as const)
    assert.deepEqual(
      await problemsOf('chapters/one.tex', tree(chap, preamble, name, '\\chap{one}')),
      ['gone'],
      name,
    );
  const list = '\\newcommand{\\lit}[1]{\\bibliography{#1}}';
  const declaring = {
    'main.tex':
      '\\documentclass{article}\\input{defs}\\begin{document}\\cite{known,gone}\\lit{refs}\\end{document}',
    'defs.tex': list,
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('main.tex', declaring), ['gone']);
  // Defined in the class, used in a file that is taken in, which takes in another.
  const nested = {
    'main.tex': '\\documentclass{mine}\\begin{document}\\input{body}\\bibliography{refs}\\end{document}',
    'mine.cls': `\\LoadClass{article}${chap}`,
    'body.tex': '\\chap{one}',
    'chapters/one.tex': `${chapter}\\chap{two}`,
    'chapters/two.tex': '\\cite{lost,known}',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('chapters/two.tex', nested), ['lost']);
  const items = {
    'main.tex':
      '\\documentclass{article}\\input{defs}\\begin{document}\\cite{known,gone}\\begin{thebibliography}{9}\\work{known}{By A}\\end{thebibliography}\\end{document}',
    'defs.tex': '\\newcommand{\\work}[2]{\\bibitem{#1} #2.}',
  };
  assert.deepEqual(await problemsOf('main.tex', items), ['gone']);
});

test('each list of multibbl has its bibliography and its keys', async () => {
  const document = (body: string) =>
    `\\documentclass{article}\\usepackage{multibbl}\n\\newbibliography{web}\\newbibliography{law}\n\\begin{document}\n${body}\n\\bibliography{web}{one}{Web}\\bibliography{law}{two}{Law}\\end{document}`;
  const tree = { 'one.bib': bib('a'), 'two.bib': bib('b') };
  const told = (body: string) => problemsOf('main.tex', { ...tree, 'main.tex': document(body) });
  assert.deepEqual(await told('\\cite{web}{a} \\cite[p. 3]{law}{b,gone} \\nocite{law}{lost}'), [
    'gone',
    'lost',
  ]);
});

test('bibliographies are looked for where the build files of a project tell the programs to look', async () => {
  const main =
    '\\documentclass{article}\\begin{document}\\cite{known,gone}\\bibliography{refs}\\end{document}';
  const refs = bib('known');
  const projects: readonly (readonly [main: string, refs: string, build: string, text: string])[] = [
    ['main.tex', 'bib/refs.bib', 'latexmkrc', "ensure_path('BIBINPUTS', './bib');"],
    [
      'main.tex',
      'lib/a/b/refs.bib',
      '.latexmkrc',
      "$ENV{'BIBINPUTS'}='./lib//:' . ($ENV{'BIBINPUTS'} // '');",
    ],
    ['main.tex', 'bib/refs.bib', 'Makefile', 'export BIBINPUTS := $(CURDIR)/bib:$(BIBINPUTS)\n'],
    ['src/main.tex', 'bib/refs.bib', 'Makefile', 'x:\n\tcd src && BIBINPUTS=../bib latexmk -pdf main\n'],
    ['src/main.tex', 'bib/refs.bib', 'build.sh', 'export BIBINPUTS="$PWD/bib"\n'],
    [
      'main.tex',
      'bib/refs.bib',
      '.vscode/settings.json',
      '{"latex-workshop.latex.tools": [{"env": {"BIBINPUTS": "%DIR%/bib:"}}]}',
    ],
  ];
  for (const [path, where, build, text] of projects)
    assert.deepEqual(await problemsOf(path, { [path]: main, [where]: refs, [build]: text }), ['gone'], text);
  // Where it cannot be told, nothing is missed.
  const elsewhere = { 'main.tex': main, Makefile: 'export BIBINPUTS=$(HOME)/texmf/bib:\n' };
  assert.deepEqual(await problemsOf('main.tex', elsewhere), []);
  const other = { 'main.tex': main, Makefile: 'export TEXINPUTS=bib:\n', 'bib/refs.bib': refs };
  assert.deepEqual(await problemsOf('main.tex', other), ['missing-bibliography']);
});

test('what a chapter provides for itself counts where the document does not define it', async () => {
  const tree = {
    'main.tex':
      '\\documentclass{article}\\usepackage{subfiles}\n\\newcommand{\\main}{.}\n\\begin{document}\\subfile{ch/one}\\bibliography{\\main/refs}\\end{document}',
    'ch/one.tex':
      '\\providecommand{\\main}{..}\n\\documentclass[\\main/main.tex]{subfiles}\n\\begin{document}\\cite{known,gone}\\bibliography{\\main/refs}\\end{document}',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('main.tex', tree), []);
  assert.deepEqual(await problemsOf('ch/one.tex', tree), ['gone']);
});

test('notes among the references have keys, and glossaries belong to their document', async () => {
  assert.deepEqual(
    await inLatex(
      '\\bibnote[nn]{See \\cite{lost}.}\\bibnote{Or this.} \\cite{nn,known}',
      '\\usepackage{notes2bib}',
    ),
    ['lost'],
  );
  const tree = {
    'main.tex':
      '\\documentclass{article}\\loadglsentries[main]{gl}\\begin{document}\\gls{x}\\bibliography{refs}\\end{document}',
    'gl.tex': '\\newglossaryentry{x}{name=x,description={See \\cite{known} and \\cite{gone}}}',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('gl.tex', tree), ['gone']);
});

test('documents that knitr and Sweave set within another have its bibliography', async () => {
  const chapter = '\\section{One} \\cite{known} and \\cite{gone}';
  for (const taken of [
    '<<child="ch.Rnw">>=\n@',
    "<<one, echo=FALSE, child = c('other.Rnw', 'ch.Rnw')>>=\n@",
    '\\SweaveInput{ch.Rnw}',
  ]) {
    const tree = {
      'main.Rnw': `\\documentclass{article}\n\\begin{document}\n${taken}\n\\bibliography{refs}\n\\end{document}\n`,
      'ch.Rnw': chapter,
      'refs.bib': bib('known'),
    };
    assert.deepEqual(await problemsOf('ch.Rnw', tree), ['gone'], taken);
    assert.deepEqual(await problemsOf('main.Rnw', tree), [], taken);
  }
});

test('a file of which a document takes parts by their tags is a part of it', async () => {
  for (const taken of [
    '\\ExecuteMetaData[parts.tex]{one}',
    '\\ExecuteMetaData[parts]{one} and \\ExecuteMetaData[parts]{two}',
    '\\CatchFileBetweenTags{\\one}{parts.tex}{one}\\one',
    '\\CatchFileBetweenTags\\one{parts}{one}\\one',
    '\\includestandalone[mode=buildnew]{parts}',
  ]) {
    const tree = {
      'main.tex': `\\documentclass{article}\\usepackage{catchfilebetweentags}\\begin{document}${taken}\\bibliography{refs}\\end{document}`,
      'parts.tex': '%<*one>\n\\cite{known} and \\cite{gone}\n%</one>\n',
      'refs.bib': bib('known'),
    };
    assert.deepEqual(await problemsOf('parts.tex', tree), ['gone'], taken);
  }
});

test('what stands in a branch that TeX may leave out is an information', async () => {
  for (const [body, told] of [
    ['\\ifdefined\\foo \\cite{gone} \\else \\cite{lost} \\fi', ['gone (information)', 'lost (information)']],
    ['\\ifx\\a\\b \\iftrue \\cite{gone} \\fi\\fi \\cite{lost}', ['gone (information)', 'lost']],
    ['\\iffalse \\cite{gone} \\else \\cite{lost} \\fi', ['lost']],
    ['\\ifcase\\count0 \\cite{gone}\\or\\cite{known}\\fi \\cite{lost}', ['gone (information)', 'lost']],
    ['\\ifpdf\\bibliography{nowhere}\\fi \\cite{lost}', ['lost']],
  ] as const)
    assert.deepEqual(await inLatex(body), told, body);
});
