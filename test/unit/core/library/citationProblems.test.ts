import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bib, problemsOf, type Tree } from './checkTree';

/** One document with a bibliography beside it that has the keys `known` and `other`; `gone` is in none. */
async function inLatex(body: string, preamble = '', more: Tree = {}): Promise<string[]> {
  return problemsOf('main.tex', {
    'main.tex': `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\bibliography{refs}\n\\end{document}\n`,
    'refs.bib': bib('known', 'other'),
    ...more,
  });
}

async function inTypst(text: string, more: Tree = {}): Promise<string[]> {
  return problemsOf('main.typ', {
    'main.typ': `${text}\n#bibliography("refs.bib")\n`,
    'refs.bib': bib('known', 'other'),
    ...more,
  });
}

async function inMarkdown(text: string, name = 'a.md', more: Tree = {}): Promise<string[]> {
  return problemsOf(name, {
    [name]: `---\nbibliography: refs.bib\n---\n\n${text}\n`,
    'refs.bib': bib('known', 'other'),
    ...more,
  });
}

test('what no bibliography has is undefined, in every language', async () => {
  assert.deepEqual(await inLatex('\\cite{known,gone}'), ['gone']);
  assert.deepEqual(await inTypst('@known @gone #cite(<gone2>)'), ['gone', 'gone2']);
  assert.deepEqual(await inMarkdown('@known [@gone]'), ['gone']);
});

test('Typst: labels of all files of a document are no keys', async () => {
  const tree = {
    'main.typ': '= Intro <intro>\n#include "a.typ"\n#include "parts/b.typ"\n#bibliography("refs.bib")',
    'a.typ': '= Method <method>\nSee @result.',
    'parts/b.typ': 'See @method and @intro. @known, @gone\n#figure([x], caption: [y]) <result>',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('parts/b.typ', tree), ['gone']);
  assert.deepEqual(await problemsOf('a.typ', tree), []);
});

test('Typst: labels given by functions, as arguments and in formulas', async () => {
  assert.deepEqual(await inTypst('#figure([]) #label("tab:one")\n@tab:one'), []);
  assert.deepEqual(await inTypst('#subpar.grid(figure([]), <a>, label: <full>)\n@full @a @gone'), ['gone']);
  assert.deepEqual(await inTypst('$ zeta #<eq:zeta> \\ x #<eq:x> $\n@eq:zeta @eq:x @eq:y'), ['eq:y']);
  assert.deepEqual(await inTypst('#let t = figure([]); #{ [#t <here>] }\n@here'), []);
});

test('Typst: terms of a glossary, and what a package makes of names', async () => {
  const glossary =
    '#import "@preview/glossarium:0.5.4": make-glossary\n#show: make-glossary\n#let terms = ((key: "llm", short: "LLM"), ("gpu": "x"),)\n';
  assert.deepEqual(await inTypst(`${glossary}@llm @llm:pl @gpu @known @gone`), ['gone']);
  assert.deepEqual(
    await inTypst('#import "@preview/i-figured:0.2.4"\n#figure([]) <one>\n@fig:one @fig:two'),
    ['fig:two'],
  );
  const inOtherFile = { 'terms.typ': '#let terms = ((key: "cpu", short: "CPU"),)' };
  assert.deepEqual(
    await inTypst(
      '#import "@preview/glossy:0.8.0": *\n#import "terms.typ": terms\n@cpu:short @gone',
      inOtherFile,
    ),
    ['gone'],
  );
});

test('Typst: silence where references or files are made by code', async () => {
  const rule = '#show ref: it => if str(it.target).starts-with("x-") { [x] } else { it }\n';
  assert.deepEqual(await inTypst(`${rule}@x-one @gone`), []);
  assert.deepEqual(await inTypst('#show ref: set text(blue)\n@gone'), ['gone']);
  assert.deepEqual(
    await inTypst('#show ref: it => { let el = it.element; if el != none { it } else { it } }\n@gone'),
    ['gone'],
  );
  assert.deepEqual(await inTypst('#for c in ("a", "b") { include c + ".typ" }\n@in-a'), []);
});

test('a bibliography that gives problems and no reference could not be read', async () => {
  const tree = { 'main.typ': '@harry #bibliography("works.yml")', 'works.yml': 'harry: [\n  type: Book\n' };
  const codes = await problemsOf('main.typ', tree);
  assert.ok(!codes.includes('harry'), codes.join());
});

test('LaTeX: bibliographies of sections, and sets of entries', async () => {
  const biblatex = '\\usepackage{biblatex}\\addbibresource{refs.bib}';
  const more = { 'ch1.bib': bib('inch1') };
  assert.deepEqual(
    await inLatex('\\begin{refsection}[ch1.bib]\\cite{inch1,gone}\\end{refsection}', biblatex, more),
    ['gone'],
  );
  assert.deepEqual(await inLatex('\\newrefsection[ch1.bib]\\cite{inch1}', biblatex, more), []);
  assert.deepEqual(await inLatex('\\defbibentryset{set1}{known,other}\\cite{set1}', biblatex), []);
  assert.deepEqual(await inLatex('\\defbibentryset{set1}{known,gone}\\cite{set1}', biblatex), ['gone']);
});

test('LaTeX: further keys of an entry, and BibTeX’s indifference to case, which biber does not share', async () => {
  const refs = { 'refs.bib': '@book{smith2020, title={A}, ids = {oldsmith, smith}}' };
  const biber = '\\usepackage{biblatex}\\addbibresource{refs.bib}';
  assert.deepEqual(await inLatex('\\cite{oldsmith,smith,gone}', biber, refs), ['gone']);
  assert.deepEqual(await inLatex('\\cite{Smith2020}', biber, refs), ['Smith2020']);
  assert.deepEqual(await inLatex('\\cite{Smith2020,SMITH2020,gone}', '', refs), ['gone']);
  const bibtex = '\\usepackage[style=authoryear, backend=bibtex]{biblatex}\\addbibresource{refs.bib}';
  assert.deepEqual(await inLatex('\\cite{SMITH2020}', bibtex, refs), []);
});

test('LaTeX: what a macro cites is told by its definition, here or in another file', async () => {
  const refs = { 'refs.bib': bib('book:knuth', 'known', 'a:x', 'b:x') };
  const bookcite = '\\newcommand{\\bookcite}[1]{\\cite{book:#1}}';
  assert.deepEqual(await inLatex('\\bookcite{knuth}', bookcite, refs), []);
  assert.deepEqual(await inLatex('\\bookcite{gone}', bookcite, refs), ['book:gone']);
  assert.deepEqual(
    await inLatex('\\both{x}', '\\newcommand\\both[1]{\\cite{a:#1}, \\citep{b:#1}}', refs),
    [],
  );
  assert.deepEqual(await inLatex('\\two{kn}{own}', '\\newcommand\\two[2]{\\cite{#1#2}}', refs), []);
  const nothing =
    '\\newcommand{\\todocite}[1]{[cite: #1]}\\newcommand{\\needcite}[1]{\\textcolor{red}{cite #1}}';
  assert.deepEqual(await inLatex('\\todocite{somebody}\\needcite{more}\\cite{known}', nothing), []);
  assert.deepEqual(await inLatex('\\citet{x}', '\\renewcommand{\\citet}[1]{\\textbf{#1}}'), []);
  assert.deepEqual(await inLatex('\\cite{gone}', '\\renewcommand{\\citep}[1]{\\textbf{#1}}'), ['gone']);
  assert.deepEqual(await inLatex('\\cite{x}', '\\makeatletter\\let\\cite\\@gobble\\makeatother'), []);
  const tree = {
    'main.tex':
      '\\documentclass{book}\\input{macros}\\begin{document}\\include{chap}\\bibliography{refs}\\end{document}',
    'macros.tex': `${bookcite}\n${nothing}`,
    'chap.tex': '\\bookcite{knuth} \\todocite{x} \\needcite{y} \\bookcite{z}',
    ...refs,
  };
  assert.deepEqual(await problemsOf('chap.tex', tree), ['book:z']);
});

test('LaTeX: branches that TeX skips cite nothing', async () => {
  assert.deepEqual(await inLatex('\\ifnum\\switch=1 \\cite{gone}\\fi', '\\def\\switch{0}'), []);
  assert.deepEqual(await inLatex('\\ifnum\\switch=1 \\cite{gone}\\fi', '\\newcommand{\\switch}{1}'), [
    'gone',
  ]);
  assert.deepEqual(
    await inLatex('\\ifnum\\switch>0 \\cite{known}\\else\\cite{gone}\\fi', '\\def\\switch{1}'),
    [],
  );
  assert.deepEqual(
    await inLatex('\\ifodd\\switch \\cite{gone}\\else\\cite{known}\\fi', '\\def\\switch{2}'),
    [],
  );
  assert.deepEqual(
    await inLatex(
      '\\ifcase\\switch \\cite{gone}\\or\\cite{known}\\or\\cite{gone2}\\else\\cite{gone3}\\fi',
      '\\def\\switch{1}',
    ),
    [],
  );
  assert.deepEqual(
    await inLatex('\\ifx\\lang\\german\\cite{gone}\\fi', '\\def\\lang{en}\\def\\german{de}'),
    [],
  );
  assert.deepEqual(await inLatex('\\iftoggle{long}{\\cite{gone}}{\\cite{known}}', '\\newtoggle{long}'), []);
  assert.deepEqual(await inLatex('\\iftoggle{long}{\\cite{gone}}{}', '\\newtoggle{long}\\toggletrue{long}'), [
    'gone',
  ]);
  assert.deepEqual(
    await inLatex(
      '\\ifthenelse{\\boolean{long}}{\\cite{gone}}{}',
      '\\newboolean{long}\\setboolean{long}{false}',
    ),
    [],
  );
  assert.deepEqual(await inLatex('\\ifbool{long}{\\cite{gone}}{}', '\\newbool{long}\\booltrue{long}'), [
    'gone',
  ]);
  // Set in a group, or by a condition, it may be either.
  assert.deepEqual(
    await inLatex('\\ifnum\\switch=1 \\cite{gone}\\fi', '\\def\\switch{0}\\ifx\\a\\b\\def\\switch{1}\\fi'),
    ['gone (information)'],
  );
});

test('LaTeX: listings of tcolorbox are verbatim', async () => {
  for (const command of ['\\NewTCBListing', '\\DeclareTCBListing', '\\newtcblisting'])
    assert.deepEqual(
      await inLatex(
        '\\begin{code}{x}\\cite{gone}\\end{code}\\cite{known}',
        `${command}{code}{ m }{listing only}`,
      ),
      [],
    );
});

test('LaTeX: citations of another document, and those of a `.bbl`', async () => {
  const external = {
    'supplement.tex':
      '\\documentclass{article}\\begin{document}\\cite{theirs}\\bibliography{more}\\end{document}',
    'more.bib': bib('theirs'),
  };
  const declares = '\\usepackage{xcite}\\externalcitedocument{supplement}';
  assert.deepEqual(await inLatex('\\cite{theirs,known,gone}', declares, external), ['gone']);
  assert.deepEqual(await inLatex('\\cite{theirs,gone}', declares), []);
  assert.deepEqual(await inLatex('\\cite{S-theirs}', '\\externalcitedocument[S-]{supplement}', external), []);
  const arxiv = {
    'main.tex':
      '\\documentclass{article}\\begin{document}\\cite{a,b,gone}\\bibliography{refs}\\end{document}',
    'main.bbl':
      '\\begin{thebibliography}{1}\n\\bibitem{a} A.\n\\bibitem[{B(2000)}]{b}\nB.\n\\end{thebibliography}\n',
  };
  assert.deepEqual(await problemsOf('main.tex', arxiv), ['gone']);
  const biblatex = {
    'main.tex':
      '\\documentclass{article}\\usepackage{biblatex}\\addbibresource{refs.bib}\\begin{document}\\cite{a,gone}\\end{document}',
    'main.bbl': '\\refsection{0}\n  \\entry{a}{article}{}\n  \\endentry\n',
  };
  assert.deepEqual(await problemsOf('main.tex', biblatex), ['gone']);
});

test('LaTeX: a bibliography is looked for from where TeX may have been started', async () => {
  const tree = {
    'template/x.tex':
      '\\documentclass{article}\\begin{document}\\cite{known,gone}\\bibliography{bib/refs}\\end{document}',
    'bib/refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('template/x.tex', tree), ['gone']);
  const pandoc = {
    'template/x.tex':
      '\\documentclass{article}\\begin{document}\\cite{k}\\bibliography{$bibliography$}$body$\\end{document}',
  };
  assert.deepEqual(await problemsOf('template/x.tex', pandoc), []);
});

test('LaTeX: acronyms that cite', async () => {
  const acronyms =
    '\\DeclareAcronym{a}{short = A, cite = {known,gone}}\\DeclareAcronym{b}{short=B, cite=gone2, long=L}';
  assert.deepEqual(await inLatex('\\ac{a}', acronyms), ['gone', 'gone2']);
});

test('Quarto: kinds of things that the project or the document numbers', async () => {
  const custom = 'crossref:\n  custom:\n    - key: suppfig\n      kind: float\n';
  const text = '---\nbibliography: refs.bib\n---\n\n@suppfig-one @known @gone';
  assert.deepEqual(
    await problemsOf('a.qmd', { 'a.qmd': text, 'refs.bib': bib('known'), '_quarto.yml': custom }),
    ['gone'],
  );
  assert.deepEqual(
    await problemsOf('a.qmd', {
      'a.qmd': text.replace('---\n\n', `${custom}---\n\n`),
      'refs.bib': bib('known'),
    }),
    ['gone'],
  );
});

test('Quarto: identifiers of the document and labels of its cells', async () => {
  assert.deepEqual(await inMarkdown('::: {#euler .Theorem}\nX\n:::\n\n@euler, @gauss', 'a.qmd'), ['gauss']);
  const cell = '```{pseudocode}\n#| label: algo-x\nx\n```\n\n@algo-x @algo-y';
  assert.deepEqual(await inMarkdown(cell, 'a.qmd'), ['algo-y']);
});

test('Quarto: what a project does not render is not checked', async () => {
  const project = (yaml: string, file: string): Tree => ({
    '_quarto.yml': `${yaml}bibliography: refs.bib\n`,
    [file]: 'Thanks to @alice, as @known says.',
    'refs.bib': bib('known'),
  });
  for (const file of ['README.md', '.github/PULL_REQUEST_TEMPLATE.md', '_drafts/a.qmd', 'sub/_part.qmd'])
    assert.deepEqual(await problemsOf(file, project('project:\n  type: website\n', file)), [], file);
  assert.deepEqual(await problemsOf('a.qmd', project('project:\n  type: website\n', 'a.qmd')), ['alice']);
  const listed = 'project:\n  render:\n    - "*.qmd"\n    - "!old/"\n    - README.md\n';
  assert.deepEqual(await problemsOf('notes.md', project(listed, 'notes.md')), []);
  assert.deepEqual(await problemsOf('old/a.qmd', project(listed, 'old/a.qmd')), []);
  assert.deepEqual(await problemsOf('new/a.qmd', project(listed, 'new/a.qmd')), ['alice']);
  const book = 'book:\n  chapters:\n    - index.qmd\n    - part: p.qmd\n      chapters: [ch/one.qmd]\n';
  assert.deepEqual(await problemsOf('ch/one.qmd', project(book, 'ch/one.qmd')), ['alice']);
  assert.deepEqual(await problemsOf('ch/two.qmd', project(book, 'ch/two.qmd')), []);
});

test('files for readers of the source thank people, wherever the bibliography is named', async () => {
  const tree = (file: string): Tree => ({
    [file]: 'By @alice',
    'metadata.yaml': 'bibliography: refs.bib',
    'refs.bib': bib('known'),
  });
  assert.deepEqual(await problemsOf('CONTRIBUTING.md', tree('CONTRIBUTING.md')), []);
  assert.deepEqual(await problemsOf('paper.md', tree('paper.md')), ['alice']);
  const bookdown = {
    ...tree('news.md'),
    '_bookdown.yml': 'bibliography: refs.bib\n',
    'index.Rmd': '---\nbibliography: refs.bib\n---\n',
  };
  assert.deepEqual(await problemsOf('news.md', bookdown), []);
});

test('a bibliography that the document’s own code writes is none that is missing', async () => {
  const tree = {
    'index.Rmd':
      '---\nsite: bookdown::bookdown_site\nbibliography: [refs.bib, packages.bib]\n---\n\n```{r}\nknitr::write_bib("knitr", "packages.bib")\n```\n\n@R-knitr',
    '02-next.Rmd': '@known and @R-knitr',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('index.Rmd', tree), []);
  assert.deepEqual(await problemsOf('02-next.Rmd', tree), []);
  const inChapter = {
    ...tree,
    'index.Rmd': tree['index.Rmd'].replace(/```.*```/s, ''),
    '03-last.Rmd': "```{r}\nknitr::write_bib(pkgs, file = 'packages.bib')\n```\n",
  };
  assert.deepEqual(await problemsOf('index.Rmd', inChapter), []);
});

test('R Markdown: addresses are links, and backslashes begin formulas', async () => {
  assert.deepEqual(await inMarkdown('https://mastodon.social/@user1 (http://x.org/@a/b) @gone', 'a.Rmd'), [
    'gone',
  ]);
  assert.deepEqual(await inMarkdown('\\(x @a\\) and \\[ @b \\] but \\@c @gone', 'a.Rmd'), ['gone']);
  assert.deepEqual(await inMarkdown('https://mastodon.social/@user1', 'a.md'), ['user1']);
});

test('a chunk of knitr may have backticks in its header', async () => {
  const text = '@gone1\n\n```{r, fig.cap="by the `f` function"}\n@x <- 1\n```\n\n@gone2\n\n```{r}\n@y\n```\n';
  assert.deepEqual(await inMarkdown(text, 'a.Rmd'), ['gone1', 'gone2']);
});

test('MyST: cells of code cite nothing', async () => {
  const text =
    '```{code-cell} ipython3\n:tags: [hide]\n\n@jit\ndef f(): pass\n\n@numba.jit\ndef g(): pass\n```\n\n@gone';
  assert.deepEqual(await inMarkdown(text), ['gone']);
});

test('captions among the options of cells cite', async () => {
  const text =
    '```{r}\n#| label: fig-x\n#| fig-cap: "After @gone1."\n#| fig-subcap:\n#|   - "Of @gone2"\n#|   - none\n# @no\n@no\n```\n';
  assert.deepEqual(await inMarkdown(text, 'a.qmd'), ['gone1', 'gone2']);
  assert.deepEqual(await inMarkdown('```{r, fig.cap="After @gone."}\n```\n', 'a.Rmd'), ['gone']);
});

test('works named by an identifier are looked up by others', async () => {
  assert.deepEqual(
    await inMarkdown('@doi:10.1371/journal.x [@pmid:123; @arxiv:1407.3561v1; @url:https://x.org/a]'),
    [],
  );
  assert.deepEqual(await inMarkdown('[@tag:deep] [@deep]\n\n[@deep]: doi:10.1038/nature14539'), []);
});

test('a bibliography on the web is nothing to mend', async () => {
  const tree = { 'a.md': '---\nbibliography: https://x.org/refs.bib\n---\n@a' };
  assert.deepEqual(await problemsOf('a.md', tree), ['unreadable-bibliography (information)']);
});

test('a bibliography that is missing is told where it is named', async () => {
  assert.deepEqual(await problemsOf('a.md', { 'a.md': '---\nbibliography: refs.bib\n---\n@a' }), [
    'missing-bibliography',
  ]);
});

test('Pandoc’s defaults, and paths from the root of a Quarto project', async () => {
  const defaults = {
    'a.md': '@known @gone',
    'defaults.yaml': 'to: pdf\nmetadata:\n  bibliography: refs.bib\n',
    'refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('a.md', defaults), ['gone']);
  const here = { ...defaults, 'defaults.yaml': `bibliography: \${.}/refs.bib\n` };
  assert.deepEqual(await problemsOf('a.md', here), ['gone']);
  const quarto = {
    'p/_quarto.yml': 'project:\n  type: website\n',
    'p/posts/a.qmd': '---\nbibliography: /refs.bib\n---\n\n@known @gone',
    'p/refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('p/posts/a.qmd', quarto), ['gone']);
});

test('R Markdown: what Pandoc takes for the address of an e-mail cites nobody', async () => {
  const text = 'see-@roe a.b/@doe l’@gone [x/@poe] 10/@noe @known-@gone2 [@known; @other] `a`-@gone3';
  assert.deepEqual(await inMarkdown(text, 'a.Rmd'), ['gone', 'gone2', 'gone3']);
});

test('LaTeX: a command of a package that is made to print an address cites nothing', async () => {
  const preamble = '\\newcommand{\\citeurl}[1]{\\url{#1}}\\renewcommand{\\citetitle}[2]{\\href{#1}{#2}}';
  assert.deepEqual(await inLatex('\\citeurl{http://a}\\citetitle{b}{c}\\cite{gone}', preamble), ['gone']);
});

test('MyST: targets of the project, identifiers and comments are no keys', async () => {
  const tree = {
    'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
    'refs.bib': bib('known'),
    'parts/b.md': '(deep)=\n# Deep\n\n:::{figure} a.png\n:name: fig-of-b\nA caption.\n:::\n',
    'a.md':
      '(top)=\n# A\n\n$$\na\n$$ (my-sum)\n\n@top @deep @my-sum @known @gone {cite}`10.1234/abc` {cite:p}`https://doi.org/10.1234/x,lost`\n% @comment\n',
  };
  assert.deepEqual(await problemsOf('a.md', tree), ['gone', 'lost']);
});

test('MyST: identifiers and figures in figures are no keys; plugins may make what is named', async () => {
  const myst = { 'myst.yml': 'version: 1\n', 'refs.bib': bib('known') };
  const text = [
    'As @10.1000/some.thing says, [see @doi:10.1000/182, p. 3; @gone], @birds, @birds-a, @birds-b and @birds-c.',
    '',
    ':::{figure}',
    ':label: birds',
    '![one](a.png)',
    '![two](b.png)',
    ':::',
  ].join('\n');
  assert.deepEqual(await problemsOf('a.md', { ...myst, 'a.md': text }), ['gone', 'birds-c']);
  assert.deepEqual(
    await problemsOf('a.md', {
      ...myst,
      'myst.yml': 'version: 1\nproject:\n  plugins:\n    - more.mjs\n',
      'a.md': '@known @gone',
    }),
    ['gone (information)'],
  );
});

test('LaTeX: what a program fills in in a template is not missing', async () => {
  for (const path of [
    '[- doc.bibliography | join(", ") -]',
    '{{ bib }}',
    '$for(bibliography)$$bibliography$$endfor$',
  ])
    assert.deepEqual(
      await problemsOf('t.tex', { 't.tex': `\\documentclass{article}\\cite{a}\\bibliography{${path}}` }),
      [],
      path,
    );
});

test('MyST: a role behind a name is read for itself', async () => {
  const book = { '_config.yml': 'bibtex_bibfiles: [refs.bib]\n', '_toc.yml': '', 'refs.bib': bib('known') };
  assert.deepEqual(await problemsOf('a.md', { ...book, 'a.md': 'As @alice {cite:p}`gone` said.' }), ['gone']);
  const myst = { 'myst.yml': 'version: 1\n', 'refs.bib': bib('known') };
  assert.deepEqual(await problemsOf('a.md', { ...myst, 'a.md': '@lost {cite:p}`gone,known`' }), [
    'lost',
    'gone',
  ]);
});

test('reStructuredText: a list of references gives its keys a prefix, in whichever document it stands', async () => {
  const tree = {
    'conf.py': 'bibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': bib('known'),
    'one.rst': ':cite:`known,a-known,b-known,gone`\n',
    'two.rst': '.. bibliography::\n   :labelprefix: A\n   :keyprefix: a-\n',
    'parts/more/three.rst': '.. bibliography:: refs.bib\n   :keyprefix: b-\n   :filter: False\n',
  };
  assert.deepEqual(await problemsOf('one.rst', tree), ['gone']);
});

test('LaTeX: a bibliography that the document writes out itself is not missing, and what it lacks is undefined', async () => {
  const written =
    '\\begin{filecontents}[overwrite]{refs.bib}\n@misc{own, title={On It}}\n\\end{filecontents}\n';
  const tree = (name: string) => ({
    'main.tex': `${written}\\documentclass{article}\\usepackage{biblatex}\\addbibresource{${name}}\\begin{document}\\cite{own,gone}\\end{document}`,
  });
  assert.deepEqual(await problemsOf('main.tex', tree('refs.bib')), ['gone']);
  assert.deepEqual(await problemsOf('main.tex', tree('others.bib')), ['missing-bibliography']);
  const byName = { 'main.tex': tree('\\jobname.bib')['main.tex'].replace('{refs.bib}', '{\\jobname.bib}') };
  assert.deepEqual(await problemsOf('main.tex', byName), ['gone']);
});

test("LaTeX: jurabib's \\citefield has the field before the key, biblatex's behind it", async () => {
  const text = '\\citefield{author}{known} \\citefield[p. 2]{title}{gone}';
  assert.deepEqual(await inLatex(text, '\\usepackage[square]{jurabib}'), ['gone']);
  const biblatex = '\\usepackage{biblatex}\\addbibresource{refs.bib}';
  assert.deepEqual(await inLatex('\\citefield{known}{author} \\citefield{gone}[a]{title}', biblatex), [
    'gone',
  ]);
});

test('Quarto: what a shortcode is given is no text', async () => {
  const text =
    '{{< video https://example.org/@lab >}} [@known {{< meta a@b [x] >}}] {{< kbd @ >}} @gone {{< @gone2';
  assert.deepEqual(await inMarkdown(text, 'a.qmd'), ['gone', 'gone2']);
});

test('of several metadata blocks Pandoc takes the bibliography of the last; Quarto joins them', async () => {
  const text = '---\nbibliography: more.bib\n---\n\n@known @inMore';
  const more = { 'more.bib': bib('inMore') };
  assert.deepEqual(await inMarkdown(text, 'a.md', more), ['known']);
  assert.deepEqual(await inMarkdown(`${text}\n\n---\ntitle: A\n...\n`, 'a.md', more), ['known']);
  assert.deepEqual(await inMarkdown(text, 'a.qmd', more), []);
});

test('LaTeX: commands of the document that take in its chapters, declare or define what they are given', async () => {
  const tree = {
    'main.tex': String.raw`\documentclass{book}
\newcommand{\chap}[2][]{\chapter{#1}\input{chapters/#2/#2}}
\def\refs#1{\bibliography{lists/#1}}
\newcommand*{\item}[2]{\bibitem[#2]{#1}}
\begin{document}
\chap{one}\chap[Two]{two}
\refs{refs}
\begin{thebibliography}{9}\item{listed}{L}\end{thebibliography}
\end{document}`,
    'chapters/one/one.tex': '\\cite{known,gone,listed}',
    'chapters/two/two.tex': '\\cite{gone2}',
    'chapters/drafts/drafts.tex': '\\cite{gone3}',
    'lists/refs.bib': bib('known'),
  };
  assert.deepEqual(await problemsOf('chapters/one/one.tex', tree), ['gone']);
  assert.deepEqual(await problemsOf('chapters/two/two.tex', tree), ['gone2']);
  assert.deepEqual(await problemsOf('chapters/drafts/drafts.tex', tree), []);
});

test('LaTeX: comments around the key of an item, and what an acronym says before its keys', async () => {
  const items =
    '\\begin{thebibliography}{}\\bibitem{% first\n a:1}A \\bibitem{b:2%\n}B\\end{thebibliography}';
  assert.deepEqual(await inLatex(`\\cite{a:1,b:2,gone}${items}`), ['gone']);
  const acronym = '\\DeclareAcronym{x}{short=X, cite = [see][p.~2]{known,gone}}';
  assert.deepEqual(await inLatex('\\ac{x}', `\\usepackage{acro}${acronym}`), ['gone']);
});

test('LaTeX: where parts have their own lists, a key may be in two bibliographies; a chapter of chapterbib has its own only', async () => {
  const main = (name: string) =>
    `\\documentclass{book}\\usepackage{${name}}\\begin{document}\\include{one}\\include{two}\\end{document}`;
  const tree = (name: string) => ({
    'main.tex': main(name),
    'one.tex': '\\cite{both,first}\\bibliography{one}',
    'two.tex': '\\cite{both,first}\\bibliography{two}',
    'one.bib': bib('both', 'first'),
    'two.bib': bib('both'),
  });
  assert.deepEqual(await problemsOf('one.tex', tree('cite')), ['duplicate-key']);
  assert.deepEqual(await problemsOf('one.tex', tree('chapterbib')), []);
  assert.deepEqual(await problemsOf('two.tex', tree('chapterbib')), ['first']);
  const more = { 'more.bib': bib('known') };
  const preamble = '\\usepackage{multibib}\\newcites{web}{Web}';
  assert.deepEqual(await inLatex('\\cite{known}\\citeweb{known}\\bibliographyweb{more}', preamble, more), []);
});

test('LaTeX: a command may stand for several bibliographies', async () => {
  const preamble =
    '\\newcommand{\\lists}{\\folder/a, \\folder/b}\\def\\folder{lists}\\newcommand{\\both}{lists/a,lists/b}';
  const more = { 'lists/a.bib': bib('inA'), 'lists/b.bib': bib('inB') };
  assert.deepEqual(await inLatex('\\cite{inA,inB,gone}\\bibliography{\\both}', preamble, more), ['gone']);
});

test('Pandoc’s defaults above a document count where they name it', async () => {
  const tree = (defaults: string): Tree => ({
    'src/one.md': 'See @known and @gone.',
    'defaults.yaml': defaults,
    'metadata.yaml': 'bibliography: bib/refs.bib\n',
    'bib/refs.bib': bib('known'),
  });
  const inputs = 'input-files:\n  - src/one.md\n  - src/two.md\n';
  assert.deepEqual(await problemsOf('src/one.md', tree(`${inputs}metadata-file: metadata.yaml\n`)), ['gone']);
  assert.deepEqual(await problemsOf('src/one.md', tree(`${inputs}bibliography: [bib/refs.bib]\n`)), ['gone']);
  assert.deepEqual(
    await problemsOf(
      'src/one.md',
      tree('input-file: ./src/one.md\nmetadata:\n  bibliography: bib/refs.bib\n'),
    ),
    ['gone'],
  );
  for (const other of [
    'metadata-file: metadata.yaml\n',
    'input-files: [src/two.md]\nbibliography: bib/refs.bib\n',
  ])
    assert.deepEqual(await problemsOf('src/one.md', tree(other)), [], other);
});
