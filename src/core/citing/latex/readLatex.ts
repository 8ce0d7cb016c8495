import type { DocumentCitations } from '../citation';

export function readLatex(_text: string, _moreCommands: readonly string[]): DocumentCitations {
  return { language: 'latex', citations: [], bibliographies: [], definedKeys: [] };
}
