import type { DocumentCitations } from '../citation';

export type MarkdownDialect = 'pandoc' | 'quarto' | 'bookdown';

export function readMarkdown(_text: string, _dialect: MarkdownDialect): DocumentCitations {
  return { language: 'markdown', citations: [], bibliographies: [], definedKeys: [] };
}
