import { say } from '../../util/say';
import type { CitationLanguage } from '../citationLanguage';
import {
  convertRole,
  removeRoleKey,
  renameInRoles,
  reorderRoleKeys,
  setRoleLocator,
} from '../roles/roleEdits';
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
import { markdownOutline } from './markdownOutline';
import { citesByRoles, completionInMyst, insertInMyst, writeMystRole } from './myst/mystEdits';
import { readMarkdownLike } from './partOfMarkdown';
import { readMarkdown, readMarkdownInSteps } from './readMarkdown';

/** Pandoc's Markdown with its dialects: Quarto, R Markdown (bookdown). */
export const markdownLanguage: CitationLanguage = {
  id: 'markdown',
  names: {
    languageIds: ['markdown', 'quarto', 'rmd', 'juliamarkdown'],
    extensions: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd', 'rmarkdown'],
    plainTextExtensions: ['qmd', 'rmd'],
    notebookExtensions: ['ipynb'],
  },
  triggerCharacters: ['@', '`', ','],
  sample: key => `[@${key}]`,
  formattedAs: 'markdown',
  read: (text, { dialect = 'pandoc' }) => readMarkdown(text, dialect),
  readInSteps: (text, { dialect = 'pandoc' }) => readMarkdownInSteps(text, dialect),
  readLike: readMarkdownLike,
  tokens: (text, offset, { citations }) => markdownTokens(text, offset, citations),
  outline: markdownOutline,
  findBibliographies: findMarkdownBibliographies,
  completionAt: (text, offset, parsed) =>
    (parsed.dialect?.startsWith('myst') ? completionInMyst(text, offset, parsed) : undefined) ??
    (parsed.dialect === 'myst' ? undefined : completionInMarkdown(text, offset, parsed)),
  writeKey: (key, { keyEnd }, isBraced) => (!isBraced && !fitsBare(key) ? `{${key}}` : key + keyEnd),
  insert: (text, offset, items, form, parsed) =>
    (citesByRoles(parsed, offset) ? insertInMyst : insertInMarkdown)(text, offset, items, form, parsed),
  // A citation with a command is a role of MyST.
  removeKey: (text, citation, key) =>
    citation.command
      ? removeRoleKey(text, citation, key, writeMystRole)
      : removeKeyInMarkdown(text, citation, key),
  reorderKeys: (text, citation, order) =>
    citation.command
      ? reorderRoleKeys(citation, order, writeMystRole)
      : reorderInMarkdown(text, citation, order),
  convertForm: (text, citation, form) =>
    citation.command ? convertRole(citation, form, writeMystRole) : convertInMarkdown(text, citation, form),
  setLocator: (text, citation, key, locator) =>
    citation.command
      ? setRoleLocator(citation, key, locator, writeMystRole)
      : locateInMarkdown(text, citation, key, locator),
  renameKey(text, oldKey, newKey, parsed) {
    const roles = parsed.citations.filter(({ command }) => command);
    const others = parsed.citations.filter(({ command }) => !command);
    return [
      ...renameInRoles({ ...parsed, citations: roles }, oldKey, newKey),
      ...renameInMarkdown(text, { ...parsed, citations: others }, oldKey, newKey),
    ];
  },
  declareBibliography: declareInMarkdown,
  invalidKeyReason: key => (fitsBare(key) || fitsBraces(key) ? undefined : say('its braces do not match.')),
  // manubot and filters like it look these up themselves.
  isComputedKey: key => /^(?:doi|pmid|pmcid|pmc|arxiv|isbn|url|https?|wikidata|tag):/i.test(key),
};
