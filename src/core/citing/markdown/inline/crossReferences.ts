import type { MarkdownDialect } from '../../citation';
import type { InlineExtensions } from './inlineReader';

/** By the name of a document: Quarto and R Markdown have endings of their own, and it is Quarto that cites in notebooks. */
export function dialectOfPath(path: string): MarkdownDialect {
  if (/\.(?:qmd|ipynb)$/i.test(path)) return 'quarto';
  return /\.(?:rmd|rmarkdown)$/i.test(path) ? 'bookdown' : 'pandoc';
}

/** What rmarkdown tells Pandoc to read beyond its own Markdown (`rmarkdown_format`); Quarto adds nothing. */
export function extensionsOf(dialect: MarkdownDialect): InlineExtensions {
  if (dialect === 'bookdown') return { bareUris: true, backslashMath: true };
  return dialect === 'quarto' || dialect === 'codeCell' ? { shortcodes: true } : {};
}

export type CrossReferenceKey = (key: string) => 'citation' | 'cross-reference' | 'not a citation';

/** Kinds of things that Quarto numbers (quarto.org, “Cross References”, 1.6). */
const quarto =
  /^(?:fig|sec|tbl|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|apx|dia|vid)-/i;
/** Those of the pandoc-crossref filter. */
const pandocCrossref = /^(?:fig|sec|tbl|eq|lst):/i;

/** Quarto's own references are no citations there; elsewhere they look like citations to Pandoc, but nobody cites by them. */
export function crossReferencesOf(dialect: MarkdownDialect): CrossReferenceKey {
  if (dialect === 'quarto' || dialect === 'codeCell')
    return key => (quarto.test(key) ? 'not a citation' : plain(key));
  return plain;
}

function plain(key: string): 'citation' | 'cross-reference' {
  return quarto.test(key) || pandocCrossref.test(key) ? 'cross-reference' : 'citation';
}
