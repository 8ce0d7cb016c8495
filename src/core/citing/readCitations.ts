import type { DocumentCitations, Language } from './citation';
import type { LatexVocabulary } from './latex/latexDocument';
import { readLatex } from './latex/readLatex';
import { type MarkdownDialect, readMarkdown } from './markdown/readMarkdown';
import { readTypst } from './typst/readTypst';

export interface ReadingOptions {
  /** Which cross-references are not citations. Default `pandoc`. */
  readonly dialect?: MarkdownDialect;
  /** More LaTeX commands that cite, without backslash, from the setting. */
  readonly latexCommands?: readonly string[];
  /** What the other files of the document's project define, see `findBibliographies`. */
  readonly latexVocabulary?: LatexVocabulary;
}

/** Reads one document's text. Linear in its length, never throws, understands half-typed citations. */
export function readCitations(
  text: string,
  language: Language,
  options: ReadingOptions = {},
): DocumentCitations {
  switch (language) {
    case 'markdown':
      return readMarkdown(text, options.dialect ?? 'pandoc');
    case 'latex':
      return readLatex(text, options.latexCommands ?? [], options.latexVocabulary);
    case 'typst':
      return readTypst(text);
  }
}
