import type { TextEdit } from '../model/textEdit';
import type { Citation, CitedKey, DocumentCitations, Form } from './citation';
import {
  convertInLatex,
  removeKeyInLatex,
  renameInLatex,
  reorderInLatex,
  setNotesInLatex,
} from './latex/edit/changeInLatex';
import type { LatexCitation, LatexDocument } from './latex/latexDocument';
import {
  convertInMarkdown,
  locateInMarkdown,
  removeKeyInMarkdown,
  renameInMarkdown,
  reorderInMarkdown,
} from './markdown/edit/changeInMarkdown';
import { convertInTypst, locateInTypst, removeKeyInTypst, renameInTypst } from './typst/changeInTypst';

/** Takes a key out, with its prefix, locator and suffix; the last one takes the citation with it. */
export function removeKey(
  text: string,
  reading: DocumentCitations,
  citation: Citation,
  key: CitedKey,
): TextEdit[] {
  switch (reading.language) {
    case 'markdown':
      return removeKeyInMarkdown(text, citation, key);
    case 'latex':
      return removeKeyInLatex(text, citation as LatexCitation, key);
    case 'typst':
      return removeKeyInTypst(text, citation);
  }
}

/** Puts the keys of a citation in another order, with what is printed around each where the language lets each key have its own. */
export function reorderKeys(
  text: string,
  reading: DocumentCitations,
  citation: Citation,
  order: readonly string[],
): TextEdit[] {
  switch (reading.language) {
    case 'markdown':
      return reorderInMarkdown(text, citation, order);
    case 'latex':
      return reorderInLatex(citation as LatexCitation, order);
    case 'typst':
      return []; // One key each.
  }
}

/** Moves a key so many places on in its citation, back where that is negative; no edit beyond its ends. */
export function moveKey(
  text: string,
  reading: DocumentCitations,
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
  return reorderKeys(text, reading, citation, order);
}

/** Writes a citation in another form: the author in the text, or left out. */
export function convertForm(
  text: string,
  reading: DocumentCitations,
  citation: Citation,
  form: Form,
): TextEdit[] {
  switch (reading.language) {
    case 'markdown':
      return convertInMarkdown(text, citation, form);
    case 'latex':
      return convertInLatex(reading as LatexDocument, citation as LatexCitation, form);
    case 'typst':
      return convertInTypst(citation, form);
  }
}

/** Gives a key a locator, `p. 3`, in place of the one it has. */
export function addLocator(
  text: string,
  reading: DocumentCitations,
  citation: Citation,
  key: CitedKey,
  locator: string,
): TextEdit[] {
  switch (reading.language) {
    case 'markdown':
      return locateInMarkdown(text, citation, key, locator);
    case 'latex':
      return setNotesInLatex(reading as LatexDocument, text, citation as LatexCitation, key, { locator });
    case 'typst':
      return locateInTypst(citation, locator);
  }
}

/** Every place where the document cites or defines a key gets another key, spelled as the language wants it. */
export function renameKey(
  text: string,
  reading: DocumentCitations,
  oldKey: string,
  newKey: string,
): TextEdit[] {
  switch (reading.language) {
    case 'markdown':
      return renameInMarkdown(text, reading, oldKey, newKey);
    case 'latex':
      return renameInLatex(reading as LatexDocument, oldKey, newKey);
    case 'typst':
      return renameInTypst(text, reading, oldKey, newKey);
  }
}
