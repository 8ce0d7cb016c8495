import type { TextEdit } from '../model/textEdit';
import type { Citation, CitedKey, DocumentCitations, Form } from './citation';
import { citationLanguage } from './citationLanguages';

/** Takes a key out, with its prefix, locator and suffix; the last one takes the citation with it. */
export function removeKey(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
): TextEdit[] {
  return citationLanguage(parsed.language).removeKey(text, citation, key, parsed);
}

/** Puts the keys of a citation in another order, with what is printed around each where the language lets each key have its own. */
export function reorderKeys(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  order: readonly string[],
): TextEdit[] {
  return citationLanguage(parsed.language).reorderKeys(text, citation, order, parsed);
}

/** Moves a key so many places on in its citation, back where that is negative; no edit beyond its ends. */
export function moveKey(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  by: number,
): TextEdit[] {
  const order = citation.keys.map(cited => cited.key);
  const from = citation.keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [];
  order.splice(from, 1);
  order.splice(to, 0, key.key);
  return reorderKeys(text, parsed, citation, order);
}

/** Writes a citation in another form: the author in the text, or left out. */
export function convertForm(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  form: Form,
): TextEdit[] {
  return citationLanguage(parsed.language).convertForm(text, citation, form, parsed);
}

/** Gives a key a locator, `p. 3`, in place of the one it has. */
export function addLocator(
  text: string,
  parsed: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  locator: string,
): TextEdit[] {
  return citationLanguage(parsed.language).setLocator(text, citation, key, locator, parsed);
}

/** Every place where the document cites or defines a key gets another key, spelled as the language wants it. */
export function renameKey(
  text: string,
  parsed: DocumentCitations,
  oldKey: string,
  newKey: string,
): TextEdit[] {
  return citationLanguage(parsed.language).renameKey(text, oldKey, newKey, parsed);
}
