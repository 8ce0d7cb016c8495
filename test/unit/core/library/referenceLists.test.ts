import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationProblemText } from '../../../../src/core/display/citationProblemText';
import { keysOfOtherLists } from '../../../../src/core/library/documents/keysOfOtherLists';
import { assertLinear } from '../../growth';
import { bib, check, problemsOf, type Tree } from './checkTree';

const bibliographies: Tree = {
  'main.bib': bib('m'),
  'one.bib': bib('a'),
  'two.bib': bib('b'),
  'global.bib': bib('g'),
};

const biblatex = '\\usepackage{biblatex}\\addbibresource{main.bib}\n';

/** The keys called undefined in a document of class `book`. */
async function told(body: string, preamble = biblatex, more: Tree = {}, path = 'main.tex') {
  return problemsOf(path, {
    'main.tex': `\\documentclass{book}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`,
    ...bibliographies,
    ...more,
  });
}

test('a section of biblatex cites from the bibliographies that it names', async () => {
  assert.deepEqual(
    await told('\\cite{m,a} \\begin{refsection}[one.bib]\\cite{m,a}\\end{refsection} \\cite{a,m}'),
    ['a', 'm', 'a'],
  );
  assert.deepEqual(
    await told('\\newrefsection[one.bib]\\cite{m,a}\\chapter{A}\\cite{m,a}\\newrefsection\\cite{m,a}'),
    ['m', 'm', 'a'],
  );
  assert.deepEqual(await told('\\newrefsection[one.bib]\\cite{m}\\endrefsection\\cite{m,a}'), ['m', 'a']);
  assert.deepEqual(
    await told(
      '\\begin{refsection}\\cite{m}\\end{refsection}\\begin{refsection}[one.bib]\\cite{a}\\end{refsection}',
    ),
    [],
  );
  // Those for all sections, those that are named by a label, and those that only sections have.
  const preamble = `${biblatex}\\addbibresource[label=lab]{one.bib}\\addsectionbib[label=sec]{two.bib}\\addglobalbib{global.bib}`;
  assert.deepEqual(await told('\\cite{m,a,b,g}', preamble), ['b']);
  assert.deepEqual(await told('\\begin{refsection}[lab]\\cite{m,a,b,g}\\end{refsection}', preamble), [
    'm',
    'b',
  ]);
  assert.deepEqual(await told('\\begin{refsection}[sec]\\cite{m,a,b,g}\\end{refsection}', preamble), [
    'm',
    'a',
  ]);
});

test('a chapter in a file of its own is in the section that takes it in', async () => {
  const body = '\\begin{refsection}[one.bib]\\input{ch}\\end{refsection}\\cite{a}';
  assert.deepEqual(await told(body, biblatex, { 'ch.tex': '\\chapter{A}\\cite{m,a}' }, 'ch.tex'), ['m']);
  const own = { 'ch.tex': '\\newrefsection[one.bib]\\cite{m,a}' };
  assert.deepEqual(await told('\\include{ch}\\cite{m,a}', biblatex, own), ['m']);
  assert.deepEqual(await told('\\include{ch}\\cite{m,a}', biblatex, own, 'ch.tex'), ['m']);
  const subfile = '\\documentclass[main.tex]{subfiles}\\begin{document}\\cite{m,a}\\end{document}';
  const taking = '\\begin{refsection}[one.bib]\\subfile{ch}\\end{refsection}\\cite{a}';
  assert.deepEqual(await told(taking, biblatex, { 'ch.tex': subfile }, 'ch.tex'), ['m']);
  assert.deepEqual(await told(taking, biblatex, { 'ch.tex': subfile }), ['a']);
  const twice = '\\input{ch}\\begin{refsection}[one.bib]\\input{ch}\\end{refsection}';
  assert.deepEqual(await told(twice, biblatex, { 'ch.tex': '\\cite{m,a}' }, 'ch.tex'), []);
});

test('with the option, a chapter begins a section with the usual bibliographies', async () => {
  const body = '\\newrefsection[one.bib]\\cite{m,a}\\section{B}\\cite{m,a}\\chapter{C}\\cite{m,a}';
  for (const preamble of [
    '\\usepackage[refsection=chapter]{biblatex}\\addbibresource{main.bib}',
    '\\usepackage{biblatex}\\addbibresource{main.bib}\\ExecuteBibliographyOptions{refsection=chapter}',
    '\\PassOptionsToPackage{refsection=chapter}{biblatex}\\usepackage{biblatex}\\addbibresource{main.bib}',
  ])
    assert.deepEqual(await told(body, preamble), ['m', 'm', 'a'], preamble);
  assert.deepEqual(
    await told(
      body.replace('chapter', 'chapter*'),
      '\\usepackage[refsection=chapter]{biblatex}\\addbibresource{main.bib}',
    ),
    ['m', 'm', 'a'],
  );
  // Options of the class are none of biblatex's, and a part is no chapter.
  const option = {
    'main.tex': `\\documentclass[refsection=chapter]{book}${biblatex}\\begin{document}${body}\\end{document}`,
  };
  assert.deepEqual(await told(body, '', option), ['m', 'm', 'm']);
  assert.deepEqual(
    await told(
      body.replace('chapter', 'part'),
      '\\usepackage[refsection=chapter]{biblatex}\\addbibresource{main.bib}',
    ),
    ['m', 'm', 'm'],
  );
  assert.deepEqual(
    await told(
      body.replace('chapter', 'part'),
      '\\usepackage[refsection=chapter+]{biblatex}\\addbibresource{main.bib}',
    ),
    ['m', 'm', 'a'],
  );
});

test('of a section that may be there or not, nothing is said', async () => {
  for (const body of [
    '\\newcommand{\\ch}[1]{\\newrefsection[#1.bib]}\\ch{one}\\cite{m,a}',
    '\\newenvironment{ch}{\\begin{refsection}[one.bib]}{\\end{refsection}}\\begin{ch}\\cite{m,a}\\end{ch}',
    '\\ifdefined\\x\\newrefsection[one.bib]\\fi\\cite{m,a}',
    '\\pretocmd{\\chapter}{\\newrefsection[one.bib]}{}{}\\chapter{A}\\cite{m,a}',
  ])
    assert.deepEqual(await told(body), [], body);
  const other = {
    'pre.tex': '\\newif\\ifthesis',
    'ch.tex': '\\ifthesis\\newrefsection[one.bib]\\fi\\cite{m,a}',
  };
  assert.deepEqual(await told('\\input{ch}', `${biblatex}\\input{pre}`, other, 'ch.tex'), []);
  const koma = '\\usepackage[refsection=chapter]{biblatex}\\addbibresource{main.bib}';
  assert.deepEqual(await told('\\newrefsection[one.bib]\\addchap{A}\\cite{m,a}', koma), ['a']);
  assert.deepEqual(
    await told(
      '\\begin{bibunit}\\cite*{m}\\cite{m}\\putbib[one]\\end{bibunit}\\bibliography{main}',
      '\\usepackage{bibunits}',
    ),
    ['m'],
  );
  const written = '\\bibitem{a} A.';
  assert.deepEqual(
    await told(
      `\\begin{refsection}[one.bib]\\cite{m}\\end{refsection}\\cite{a}\\begin{thebibliography}{9}${written}\\end{thebibliography}`,
    ),
    ['m'],
  );
});

test('a label that a section names is no missing file', async () => {
  const preamble = '\\usepackage{biblatex}\\addbibresource[label = lab, location=local]{one.bib}';
  assert.deepEqual(await told('\\begin{refsection}[lab]\\cite{a,gone}\\end{refsection}', preamble), ['gone']);
});

test('sections that name bibliographies by labels alone cite from these', async () => {
  const preamble = '\\usepackage{biblatex}\\addbibresource{main.bib}\\addbibresource[label=lab]{one.bib}';
  assert.deepEqual(await told('\\cite{m,a}\\newrefsection[lab]\\cite{m,a}', preamble), ['m']);
});

test('it is said where the key is, and what applies', async () => {
  const tree = {
    'main.tex': `\\documentclass{book}${biblatex}\\begin{document}\\begin{refsection}[one.bib]\\cite{m}\\end{refsection}\\end{document}`,
    ...bibliographies,
  };
  const { problems } = await check('main.tex', tree);
  assert.match(citationProblemText(problems[0]!), /“m” is in main\.bib, .*from one\.bib alone/);
});

test('each list of multibib and multibbl has its bibliographies', async () => {
  const multibib = '\\usepackage{multibib}\\newcites{web}{Web}\\newcommand{\\webcite}[1]{\\citeweb{#1}}';
  const end = '\\bibliography{main}\\bibliographyweb{one,two}';
  const cited = '\\cite{m,a}\\citeweb{m,a,b}\\webcite{m,a}\\citep{b}';
  assert.deepEqual(await told(cited + end, multibib), ['a', 'm', 'm', 'b']);
  assert.deepEqual(
    await told(
      `\\input{ch}${end}`,
      '\\input{pre}',
      { 'pre.tex': multibib, 'ch.tex': '\\webcite{m,a}\\cite{m,a}' },
      'ch.tex',
    ),
    ['m', 'a'],
  );
  const multibbl = '\\usepackage{multibbl}\\newbibliography{x}\\newbibliography{y}';
  const lists = '\\bibliography{x}{one}{X}\\bibliography{y}{two}{Y}';
  assert.deepEqual(await told(`\\cite{x}{a,b}\\cite{y}{a,b}${lists}`, multibbl), ['b', 'a']);
});

test('a unit of bibunits cites from what it puts at its end', async () => {
  const units = '\\usepackage{bibunits}\\defaultbibliography{main}';
  assert.deepEqual(
    await told(
      '\\begin{bibunit}[plain]\\cite{m,a}\\putbib[one]\\end{bibunit}\\begin{bibunit}\\cite{m,a}\\putbib\\end{bibunit}\\cite{a,b}\\bibliography{two}',
      units,
    ),
    ['m', 'a', 'a'],
  );
});

test('what a chapter of chapterbib takes in cites from the bibliographies of the chapter', async () => {
  const files = {
    'one.tex': '\\chapter{A}\\input{part}\\bibliography{one}',
    'part.tex': '\\cite{m,a,b,gone}',
    'two.tex': '\\chapter{B}\\cite{b}\\bibliography{two}',
  };
  const body = '\\include{one}\\include{two}\\cite{m,a}\\bibliography{main}';
  assert.deepEqual(await told(body, '\\usepackage{chapterbib}', files, 'part.tex'), ['gone', 'm', 'b']);
  assert.deepEqual(await told(body, '\\usepackage{chapterbib}', files), []);
  assert.deepEqual(await told(body, '', files, 'part.tex'), ['gone']);
});

test('what lists many citations go into is found in proportion to their number, each in a list of its own name or not', async () => {
  const key = (at: number) => ({ key: 'm', start: 10 * at, end: 10 * at + 1, form: 'normal' as const });
  await assertLinear(40_000, async count => {
    const citations = Array.from({ length: count }, (_, at) => ({ keys: [key(at)], ...key(at) }));
    const [main, web] = [['main.bib'], ['web.bib']];
    const all = { start: 0, end: Number.MAX_SAFE_INTEGER, sources: main };
    const lists = [all, ...citations.map(({ start, end }) => ({ start, end, sources: web }))];
    const library = {
      areDefined: async (keys: readonly string[], [source]: readonly string[]) =>
        keys.map(() => source === 'main.bib'),
    };
    const applied = { sources: [...main, ...web], unread: [], definedKeys: new Set<string>(), lists };
    const document = { language: 'latex' as const, citations, bibliographies: [], definedKeys: [] };
    const problems = await keysOfOtherLists(document, applied, new Set(['m']), library);
    assert.equal(problems.length, count);
  });
});
