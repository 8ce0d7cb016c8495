import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertForm, removeKey, renameKey } from '../../../../../src/core/citing/edit/changeCitation';
import { readLatex } from '../../../../../src/core/citing/latex/readLatex';
import { applyEdits } from '../../../../../src/core/model/textEdit';

/** The keys that a text cites, as pdfLaTeX writes them into its `.aux` for each of these. */
function cited(text: string): string {
  const { citations } = readLatex(text);
  return citations.flatMap(({ keys }) => keys.map(({ start, end }) => text.slice(start, end))).join(' ');
}

test('each of a list that is handed to a command that cites is cited', () => {
  for (const loop of [
    '\\forcsvlist{\\nocite}{a,b}',
    '\\forcsvlist\\nocite{a, b }',
    '\\forcsvlist{\\cite[p.~1]}{a,b}',
    '\\forcsvlist{ \\parencite }{a,%\n b}',
    '\\renewcommand*{\\do}[1]{\\cite{#1}}\\docsvlist{a,b}',
    '\\newcommand\\mycite[1]{\\cite{#1}; }\\forcsvlist{\\mycite}{a,b}',
    '\\newcommand\\note[2]{#1 \\cite{#2}}\\forcsvlist{\\note{See}}{a,b}',
    '\\foreach \\k in {a,b} {\\cite{\\k}; }',
    '\\foreach\\one [count=\\i] in {a, b}{\\i. \\citep[see][3]{ \\one }}',
    '\\newcommand\\mycite[1]{\\cite{#1}; }\\foreach \\k in {a,%\n b}{\\mycite{\\k}}',
    '\\clist_map_inline:nn {a,b} { \\cite{#1} }',
    '\\newcommand{\\all}{\\clist_map_inline:nn {a,b} { \\nocite { ##1 } }}\\all',
    '\\clist_map_function:nN { a, b } \\parencite',
    '\\foreach \\k in {a}{\\cite{\\k}\\cite{b}}',
  ])
    assert.equal(cited(loop), 'a b', loop);
});

test('a list that something else is done with cites nothing', () => {
  for (const loop of [
    '\\forcsvlist{\\listadd\\mylist}{a,b}',
    '\\forcsvlist{\\textbf}{a,b}',
    '\\forcsvlist\\textbf{a,b}',
    '\\docsvlist{a,b}',
    '\\expandafter\\forcsvlist\\expandafter\\nocite\\expandafter{\\keys}',
    '\\foreach \\k in {a,b} {\\textbf{\\k}}',
    '\\foreach \\k in {a,b} {\\cite{\\j}}',
    '\\foreach \\k in {1,...,9} {\\cite{\\k}}',
    '\\foreach \\k in \\mylist {\\cite{\\k}}',
    '\\foreach \\k in {a,b',
    '\\clist_map_inline:nn {a,b} { \\textbf{#1} }',
    '\\clist_map_function:nN {a,b} \\textbf',
    '\\clist_map_function:nN {a,b}',
    '\\clist_set:Nn \\l_tmpa_clist {a,b}',
    '\\forcsvlist',
    '\\forcsvlist{\\nocite}',
  ])
    assert.equal(cited(loop), '', loop);
  assert.equal(cited('\\forcsvlist{\\textbf}{a,\\cite{b}}'), 'b');
});

test('a key of such a list is renamed', () => {
  for (const loop of ['\\forcsvlist{\\nocite}{a, old,b}', '\\foreach \\k in {a, old,b} {\\cite{\\k}}'])
    assert.equal(
      applyEdits(loop, renameKey(loop, readLatex(loop), 'old', 'new')),
      loop.replace('old', 'new'),
    );
});

test('an environment cites what it is given to cite', () => {
  for (const text of [
    '\\newenvironment{claim}[1]{\\par Claim (\\cite{#1})}{} \\begin{claim}{a,b}x\\end{claim}',
    '\\newenvironment{claim}[2][]{\\par #1 (\\cite{#2})}{} \\begin{claim}[See]{a,b}x\\end{claim}',
    '\\NewDocumentEnvironment{claim}{O{} m}{\\citep[#1]{#2}}{} \\begin{claim}[3]{a,b}x\\end{claim}',
    '\\newenvironment{claim}[1]{x}{y} \\begin{claim}{no}\\cite{a}\\end{claim} \\cite{b}',
    '\\newenvironment{claim}{\\cite{a}}{} \\begin{claim}{no}\\cite{b}\\end{claim}',
  ])
    assert.equal(cited(text), 'a b', text);
  const { vocabulary } = readLatex('\\newenvironment{claim}[1]{\\cite{#1}}{}');
  const chapter = readLatex('\\begin{claim}{a}x\\end{claim}', [], vocabulary);
  assert.deepEqual(
    chapter.citations.map(({ keys }) => keys.map(({ key }) => key)),
    [['a']],
  );
});

test('what takes more than keys is not made another command, and an environment keeps its beginning', () => {
  const changed = (text: string) => {
    const parsed = readLatex(`\\usepackage{natbib}${text}`);
    const whole = `\\usepackage{natbib}${text}`;
    const citation = parsed.citations.at(-1)!;
    return {
      converted: applyEdits(whole, convertForm(whole, parsed, citation, 'inText')).slice(19),
      removed: applyEdits(whole, removeKey(whole, parsed, citation, citation.keys[0]!)).slice(19),
    };
  };
  const environment = '\\newenvironment{claim}[1]{\\cite{#1}}{}\\begin{claim}{a}x\\end{claim}';
  assert.equal(changed(environment).converted, environment);
  assert.equal(changed(environment).removed, environment.replace('{a}', '{}'));
  for (const text of [
    '\\forcsvlist{\\cite}{a,b}',
    '\\textcquote[5]{a}{Words}',
    '\\foreach \\k in {a,b} {\\cite{\\k}}',
    '\\clist_map_inline:nn {a,b} { \\cite{#1} }',
    '\\clist_map_function:nN {a,b} \\cite',
  ])
    assert.equal(changed(text).converted, text);
  assert.equal(changed('x \\citep[3]{a}').converted, 'x \\citet[3]{a}');
});
