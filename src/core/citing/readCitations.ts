import type { Task } from '../util/cooperative';
import type { DocumentCitations, Language } from './citation';
import type { ReadingOptions } from './citationLanguage';
import { citationLanguage } from './citationLanguages';

export type { ReadingOptions } from './citationLanguage';

/** Reads one document's text. Linear in its length, never throws, understands half-typed citations. */
export function readCitations(
  text: string,
  language: Language,
  options: ReadingOptions = {},
): DocumentCitations {
  return citationLanguage(language).read(text, options);
}

/** The same in small steps. */
export function* readCitationsInSteps(
  text: string,
  language: Language,
  options: ReadingOptions = {},
): Task<DocumentCitations> {
  const reader = citationLanguage(language);
  return reader.readInSteps ? yield* reader.readInSteps(text, options) : reader.read(text, options);
}
