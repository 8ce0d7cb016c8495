import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../../src/core/citing/citation';
import type { ReadingOptions } from '../../../../src/core/citing/citationLanguage';
import { citationLanguage } from '../../../../src/core/citing/citationLanguages';
import { readLatex } from '../../../../src/core/citing/latex/readLatex';
import { readCitations } from '../../../../src/core/citing/readCitations';

const preamble = readLatex('\\usepackage{natbib}\\newcommand{\\see}[1]{(see \\citealp{#1})}').vocabulary;
const documents: readonly (readonly [Language, ReadingOptions, text: string])[] = [
  ['markdown', {}, 'As @a and [@b] say, {cite}`c`.\n'],
  ['markdown', { dialect: 'bookdown' }, 'As @a and https://a.org/@b say.\n'],
  ['markdown', { dialect: 'myst' }, 'As {cite}`a` says, not @b.\n'],
  ['typst', {}, 'As @a and #cite(<b>) say.\n'],
  ['rst', {}, 'As :cite:p:`a` says.\n'],
  // What is defined behind its use counts for TeX from there on only.
  ['latex', {}, '\\late{a} \\newcommand{\\late}[1]{\\cite{x:#1}} \\late{b} \\let\\cite\\ignored \\cite{c}'],
  ['latex', { latexCommands: ['mine'], latexVocabulary: preamble }, '\\mine{a} \\see{b} \\citet{c}'],
];

test('a text is read like itself to the same citations, whatever it was read by', () => {
  for (const [language, options, text] of documents) {
    const parsed = readCitations(text, language, options);
    const again = citationLanguage(language).readLike(text, parsed);
    assert.ok(parsed.citations.length > 0, text);
    assert.deepEqual(again, parsed, text);
  }
});
