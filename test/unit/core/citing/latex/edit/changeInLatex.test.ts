import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  convertInLatex,
  removeKeyInLatex,
  renameInLatex,
  reorderInLatex,
  setNotesInLatex,
} from '../../../../../../src/core/citing/latex/edit/changeInLatex';
import type { LatexCitation, LatexDocument } from '../../../../../../src/core/citing/latex/latexDocument';
import { readLatex } from '../../../../../../src/core/citing/latex/readLatex';
import type { TextEdit } from '../../../../../../src/core/model/textEdit';
import { applyEdits } from '../../../../../../src/core/model/textEdit';

/** The text after a change to its last citation. */
function changed(
  text: string,
  change: (citation: LatexCitation, document: LatexDocument) => TextEdit[],
): string {
  const document = readLatex(text);
  return applyEdits(text, change(document.citations.at(-1)!, document));
}

function without(text: string, key: string): string {
  return changed(text, citation =>
    removeKeyInLatex(text, citation, citation.keys.find(cited => cited.key === key)!),
  );
}

test('a key goes with its comma, comments stay, the last takes the citation along', () => {
  assert.equal(without('\\cite{a, b,c}', 'a'), '\\cite{b,c}');
  assert.equal(without('\\cite{a, b,c}', 'b'), '\\cite{a, c}');
  assert.equal(without('\\cite{a, b,c}', 'c'), '\\cite{a, b}');
  assert.equal(without('\\cite{a, % one\n b}', 'a'), '\\cite{% one\n b}');
  assert.equal(without('\\cite{\n  a,\n  b\n}', 'b'), '\\cite{\n  a\n}');
  assert.equal(without('Text~\\citep[3]{a}.', 'a'), 'Text.');
  assert.equal(without('Text \\citep{a} more', 'a'), 'Text more');
  assert.equal(without('\\cites[1]{a}[2]{b}', 'a'), '\\cites[2]{b}');
  assert.equal(without('\\cites[1]{a}[2]{b}', 'b'), '\\cites[1]{a}');
  assert.equal(without('\\cites[1]{a}{b', 'b'), '\\cites[1]{a}');
  assert.equal(without('\\cites[1]{a}{b\n\nNext', 'b'), '\\cites[1]{a}\n\nNext');
});

test('a new order keeps line breaks and comments', () => {
  const text = '\\cite{a, % x\n  b,\n  c}';
  assert.equal(
    changed(text, citation => reorderInLatex(citation, ['c', 'a', 'b'])),
    '\\cite{c, % x\n  a,\n  b}',
  );
});

test('another form, by the commands of the document', () => {
  const convert = (text: string, form: 'normal' | 'inText' | 'suppressAuthor') =>
    changed(text, (citation, document) => convertInLatex(document, citation, form)).replace(/^\S+ /, '');
  assert.equal(convert('\\usepackage{natbib} \\citep[see][3]{a}', 'inText'), '\\citet[see][3]{a}');
  assert.equal(convert('\\usepackage{natbib} \\Citet*{a}', 'normal'), '\\Citep{a}');
  assert.equal(convert('\\usepackage{natbib} \\citet{a}', 'suppressAuthor'), '\\citeyearpar{a}');
  assert.equal(convert('\\usepackage{biblatex} \\parencite*{a}', 'inText'), '\\textcite{a}');
  assert.equal(convert('\\usepackage{biblatex} \\Parencites{a}{b}', 'inText'), '\\Textcites{a}{b}');
  assert.equal(convert('\\usepackage{biblatex} \\textcite{a}', 'inText'), '\\textcite{a}');
});

test('notes are put in, replaced, taken out', () => {
  const noted = (text: string, notes: { prefix?: string; locator?: string }) =>
    changed(text, (citation, document) =>
      setNotesInLatex(document, text, citation, citation.keys.at(-1)!, notes),
    ).replace(/^\S+ /, '');
  const natbib = '\\usepackage{natbib} ';
  assert.equal(noted(`${natbib}\\citep{a}`, { locator: 'p. 3' }), '\\citep[p. 3]{a}');
  assert.equal(noted(`${natbib}\\citep[p. 3]{a}`, { prefix: 'see' }), '\\citep[see][p. 3]{a}');
  assert.equal(noted(`${natbib}\\citep[see][p. 3]{a}`, { locator: '' }), '\\citep[see][]{a}');
  assert.equal(noted(`${natbib}\\citep[p. 3]{a}`, { locator: '' }), '\\citep{a}');
  assert.equal(noted('\\usepackage{biblatex} \\cites{a}[2]{b}', { locator: '5' }), '\\cites{a}[5]{b}');
  assert.equal(noted('\\usepackage{apacite} \\cite<see>{a}', { locator: '5' }), '\\cite<see>[5]{a}');
});

test('a key gets another name everywhere, and nowhere else', () => {
  const text = '\\cite{a,ab,a}% a\n\\nocite{a}\\bibitem{a} a \\verb|\\cite{a}|';
  assert.equal(
    applyEdits(text, renameInLatex(readLatex(text), 'a', 'z')),
    '\\cite{z,ab,z}% a\n\\nocite{z}\\bibitem{z} a \\verb|\\cite{a}|',
  );
});

test('after any removal the other keys are read as before', () => {
  const separator = fc.constantFrom(',', ', ', ',\n  ', ', % why, {\n', '%\n ,', ' , ');
  fc.assert(
    fc.property(fc.array(separator, { minLength: 1, maxLength: 5 }), fc.nat(5), (separators, which) => {
      const keys = ['k0', ...separators.map((_, index) => `k${index + 1}`)];
      const list = keys[0] + separators.map((between, index) => between + keys[index + 1]).join('');
      const text = `\\citep[see][p. 3]{${list}} and more`;
      const gone = keys[which % keys.length]!;
      const after = without(text, gone);
      const [citation] = readLatex(after).citations;
      assert.deepEqual(
        citation?.keys.map(({ key }) => key),
        keys.filter(key => key !== gone),
        after,
      );
      assert.ok(after.endsWith('} and more'));
      const comments = (document: string) => document.match(/%[^\n]*/g)?.length ?? 0;
      assert.equal(comments(after), comments(text));
    }),
  );
});
