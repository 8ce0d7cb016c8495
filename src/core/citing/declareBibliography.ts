import type { TextEdit } from '../model/textEdit';
import type { Language } from './citation';
import { citationLanguage } from './citationLanguages';

/**
 * The edits that make a document name one more bibliography, so that Pandoc, LaTeX or Typst finds it there: a `bibliography` in the
 * front matter, `\bibliography` or `\addbibresource` (with what prints them, where that is missing), `#bibliography`.
 *
 * `path` is relative to the document, with `/`. `undefined` where the document is not the place: a part of a larger LaTeX document,
 * or one that writes its references by hand.
 */
export function declareBibliography(
  text: string,
  language: Language,
  path: string,
): readonly TextEdit[] | undefined {
  return citationLanguage(language).declareBibliography(text, path);
}
