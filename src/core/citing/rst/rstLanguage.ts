import type { CitationLanguage, CompletionPlace } from '../citationLanguage';
import {
  completionInRole,
  convertRole,
  insertRole,
  invalidRoleKeyReason,
  removeRoleKey,
  renameInRoles,
  reorderRoleKeys,
  setRoleLocator,
} from '../roles/roleEdits';
import { readRst } from './readRst';
import { findRstBibliographies } from './rstBibliographies';
import { rstOutline } from './rstOutline';
import { rstTokens } from './rstTokens';

const writeRole = (role: string) => `:${role}:`;
const opened = /(?<![\w`:]):(?:foot)?cite(?::[a-z]{1,15})?:`([^`\n]*)$/;

/** reStructuredText with sphinxcontrib-bibtex. */
export const rstLanguage: CitationLanguage = {
  id: 'rst',
  names: { languageIds: ['restructuredtext'], extensions: ['rst'], plainTextExtensions: [] },
  triggerCharacters: ['`', ','],
  sample: key => `:cite:p:\`${key}\``,
  formattedAs: 'text',
  read: text => readRst(text),
  readLike: text => readRst(text),
  tokens: (text, offset, parsed) => rstTokens(text, offset, parsed.citations),
  outline: rstOutline,
  findBibliographies: findRstBibliographies,
  completionAt: completionInRst,
  writeKey: key => key,
  insert: (text, offset, items, form, parsed) =>
    insertRole(
      text,
      offset,
      items,
      form,
      parsed,
      rstTokens(text, offset, parsed.citations),
      writeRole,
      completionInRst(text, offset),
    ),
  removeKey: (text, citation, key) => removeRoleKey(text, citation, key, writeRole),
  reorderKeys: (_text, citation, order) => reorderRoleKeys(citation, order, writeRole),
  convertForm: (_text, citation, form) => convertRole(citation, form, writeRole),
  setLocator: (_text, citation, key, locator) => setRoleLocator(citation, key, locator, writeRole),
  renameKey: (_text, oldKey, newKey, parsed) => renameInRoles(parsed, oldKey, newKey),
  // What a Sphinx project reads is said in its conf.py, which is a program.
  declareBibliography: () => undefined,
  invalidKeyReason: invalidRoleKeyReason,
  isComputedKey: () => false,
};

/** The key being typed in a role that is one: a key in its place has to cite, which it does not in comments and code. */
function completionInRst(text: string, offset: number): CompletionPlace | undefined {
  const place = completionInRole(text, offset, opened);
  if (!place) return undefined;
  const probed = `${text.slice(0, place.start)}probe${place.groupEnd}${text.slice(place.end)}`;
  const { citations } = readRst(probed);
  return citations.some(({ keys }) => keys.some(({ start }) => start === place.start)) ? place : undefined;
}
