import type { DocumentCitations } from '../citation';

export function readTypst(_text: string): DocumentCitations {
  return { language: 'typst', citations: [], bibliographies: [], definedKeys: [] };
}
