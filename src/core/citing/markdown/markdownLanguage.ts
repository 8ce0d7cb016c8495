import type { CitationLanguage } from '../citationLanguage';
import {
  convertInMarkdown,
  locateInMarkdown,
  removeKeyInMarkdown,
  renameInMarkdown,
  reorderInMarkdown,
} from './edit/changeInMarkdown';
import { completionInMarkdown } from './edit/completionInMarkdown';
import { declareInMarkdown } from './edit/declareInMarkdown';
import { insertInMarkdown } from './edit/insertInMarkdown';
import { markdownTokens } from './edit/markdownTokens';
import { fitsBare, fitsBraces } from './inline/citationKey';
import { findMarkdownBibliographies } from './markdownBibliographies';
import { readMarkdown } from './readMarkdown';

/** Pandoc's Markdown with its dialects: Quarto, R Markdown (bookdown). */
export const markdownLanguage: CitationLanguage = {
  id: 'markdown',
  names: {
    languageIds: ['markdown', 'quarto', 'rmd', 'juliamarkdown'],
    extensions: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd', 'rmarkdown'],
    plainTextExtensions: ['qmd', 'rmd'],
  },
  triggerCharacters: ['@'],
  sample: key => `[@${key}]`,
  formattedAs: 'markdown',
  read: (text, { dialect = 'pandoc' }) => readMarkdown(text, dialect),
  readLike: text => readMarkdown(text, 'pandoc'),
  tokens: (text, offset, { citations }) => markdownTokens(text, offset, citations),
  findBibliographies: findMarkdownBibliographies,
  completionAt: completionInMarkdown,
  writeKey: (key, { keyEnd }, isBraced) => (!isBraced && !fitsBare(key) ? `{${key}}` : key + keyEnd),
  insert: insertInMarkdown,
  removeKey: removeKeyInMarkdown,
  reorderKeys: reorderInMarkdown,
  convertForm: convertInMarkdown,
  setLocator: locateInMarkdown,
  renameKey: (text, oldKey, newKey, parsed) => renameInMarkdown(text, parsed, oldKey, newKey),
  declareBibliography: declareInMarkdown,
  invalidKeyReason: key => (fitsBare(key) || fitsBraces(key) ? undefined : 'its braces do not match.'),
  // manubot and filters like it look these up themselves.
  isComputedKey: key => /^(?:doi|pmid|pmcid|pmc|arxiv|isbn|url|https?|wikidata|tag):/i.test(key),
};
