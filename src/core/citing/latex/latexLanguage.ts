import { say } from '../../util/say';
import type { CitationLanguage } from '../citationLanguage';
import {
  convertInLatex,
  removeKeyInLatex,
  renameInLatex,
  reorderInLatex,
  setNotesInLatex,
} from './edit/changeInLatex';
import { commandsToCiteWith } from './edit/commandsToCiteWith';
import { completionInLatex } from './edit/completionInLatex';
import { declareInLatex } from './edit/declareInLatex';
import { insertInLatex } from './edit/insertInLatex';
import { latexOutline } from './edit/latexOutline';
import { latexTokens } from './edit/latexTokens';
import { findLatexBibliographies } from './latexBibliographies';
import type { LatexCitation, LatexDocument } from './latexDocument';
import { readLatex, readLatexInSteps } from './readLatex';

/** LaTeX, natbib and biblatex; Sweave is LaTeX with chunks of R. */
export const latexLanguage: CitationLanguage<LatexDocument> = {
  id: 'latex',
  names: {
    languageIds: ['latex', 'rsweave', 'jlweave'],
    extensions: ['tex', 'ltx', 'rnw'],
    plainTextExtensions: [],
    otherExtensions: ['latex', 'sty', 'cls'],
  },
  triggerCharacters: ['{', ','],
  sample: key => `\\cite{${key}}`,
  formattedAs: 'latex',
  read: (text, { latexCommands = [], latexVocabulary }) => readLatex(text, latexCommands, latexVocabulary),
  readInSteps: (text, { latexCommands = [], latexVocabulary }) =>
    readLatexInSteps(text, latexCommands, latexVocabulary),
  readLike: (text, { readBy }) => readLatex(text, readBy.moreCommands, readBy.others),
  tokens: (text, offset, { citations }) => latexTokens(text, offset, citations),
  outline: latexOutline,
  findBibliographies: findLatexBibliographies,
  completionAt: (text, offset, parsed) => completionInLatex(parsed, text, offset),
  writeKey: (key, { keyEnd }) => key + keyEnd,
  insert: (text, offset, items, form, parsed, command) =>
    insertInLatex(parsed, text, offset, items, form, command),
  citingCommands: commandsToCiteWith,
  // What `read` gave has LaTeX's own citations in it.
  removeKey: (text, citation, key) => removeKeyInLatex(text, citation as LatexCitation, key),
  reorderKeys: (_text, citation, order) => reorderInLatex(citation as LatexCitation, order),
  convertForm: (_text, citation, form, parsed) => convertInLatex(parsed, citation as LatexCitation, form),
  setLocator: (text, citation, key, locator, parsed) =>
    setNotesInLatex(parsed, text, citation as LatexCitation, key, { locator }),
  renameKey: (_text, oldKey, newKey, parsed) => renameInLatex(parsed, oldKey, newKey),
  declareBibliography: declareInLatex,
  invalidKeyReason(key) {
    const broken = /["#%'(),={}\\]/.exec(key)?.[0];
    if (broken) return say('“{0}” cannot be in a key of a bibliography.', broken);
    // In REVTeX `\cite{a,*b}` has `b` in the entry of `a`.
    if (key.startsWith('*')) return say('“{0}” has a meaning of its own in LaTeX.', '*');
    const active = /[~^$&]/.exec(key)?.[0];
    return active && say('“{0}” has a meaning of its own in LaTeX.', active);
  },
  isComputedKey: key => /[#\\]/.test(key),
};
