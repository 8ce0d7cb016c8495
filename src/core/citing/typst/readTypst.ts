import type { Citation, DocumentCitations } from '../citation';
import { TypstReader } from './typstReader';

/**
 * The citations of a Typst document, `@key` and `#cite(<key>)`, and its `#bibliography`. Typst writes references to its own labels in the
 * same way: those are marked as cross-references where the label is in this document; elsewhere only a bibliography can tell.
 */
export function readTypst(text: string): DocumentCitations {
  const reader = new TypstReader(text);
  reader.read();
  const { citations, labels, bibliographies } = reader;
  return {
    language: 'typst',
    citations: citations
      .map(citation => withCrossReferences(citation, labels))
      .sort((a, b) => a.start - b.start || b.end - a.end),
    bibliographies,
    definedKeys: [],
  };
}

function withCrossReferences(citation: Citation, labels: ReadonlySet<string>): Citation {
  const keys = citation.keys.map(key => (labels.has(key.key) ? { ...key, crossReference: true } : key));
  return { ...citation, keys };
}
