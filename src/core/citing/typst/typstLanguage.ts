import type { CitationLanguage } from '../citationLanguage';
import {
  convertInTypst,
  locateInTypst,
  removeKeyInTypst,
  renameInTypst,
  renameLabel,
} from './edit/changeInTypst';
import { completionInTypst, writeKeyInTypst } from './edit/completionInTypst';
import { declareInTypst } from './edit/declareInTypst';
import { insertInTypst } from './edit/insertInTypst';
import { typstOutline } from './edit/typstOutline';
import { isLabel } from './label';
import { readTypst } from './readTypst';
import { findTypstBibliographies } from './typstBibliographies';
import { typstTokens } from './typstTokens';

/** Typst. A citation has one key there. */
export const typstLanguage: CitationLanguage = {
  id: 'typst',
  names: { languageIds: ['typst'], extensions: ['typ'], plainTextExtensions: ['typ'] },
  triggerCharacters: ['@', '<', '(', '"'],
  sample: key => `#cite(<${key}>)`,
  formattedAs: 'typst',
  read: text => readTypst(text),
  readLike: text => readTypst(text),
  tokens: (text, offset, { citations }) => typstTokens(text, offset, citations),
  outline: typstOutline,
  findBibliographies: (path, _text, files, top) => findTypstBibliographies(path, files, top),
  completionAt: (text, offset) => completionInTypst(text, offset),
  writeKey: writeKeyInTypst,
  insert: insertInTypst,
  removeKey: removeKeyInTypst,
  reorderKeys: () => [],
  convertForm: convertInTypst,
  setLocator: (text, citation, _key, locator) => locateInTypst(text, citation, locator),
  renameKey: (text, oldKey, newKey, parsed) => renameInTypst(text, parsed, oldKey, newKey),
  renameEmbedded: renameLabel,
  declareBibliography: declareInTypst,
  invalidKeyReason: key =>
    isLabel(key) || !/["\\]/.test(key) ? undefined : 'it contains a quote or a backslash.',
  isComputedKey: () => false,
};
