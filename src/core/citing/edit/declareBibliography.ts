import type { TextEdit } from '../../model/textEdit';
import type { Language } from '../citation';
import { citationLanguage } from '../citationLanguages';
import type { LatexVocabulary } from '../latex/latexDocument';

/**
 * The edits that make a document name one more bibliography, so that Pandoc, LaTeX or Typst finds it there: a `bibliography` in the
 * front matter, `\bibliography` or `\addbibresource` (with what prints them, where that is missing), `#bibliography`.
 *
 * `path` is relative to the document, with `/`. `undefined` where the document is not the place: a part of a larger LaTeX document,
 * one that writes its references by hand, or whose bibliographies only code tells. `latexVocabulary` is that of the project's other files.
 */
export function declareBibliography(
  text: string,
  language: Language,
  path: string,
  latexVocabulary?: LatexVocabulary,
): readonly TextEdit[] | undefined {
  return citationLanguage(language).declareBibliography(text, path, latexVocabulary);
}
