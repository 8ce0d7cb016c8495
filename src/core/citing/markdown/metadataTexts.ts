import { isScalar, parseDocument, visit } from 'yaml';
import { indentOf, isBlank, type Line, linesOf, outdented } from './lines';

/** A text of the metadata, which Pandoc reads as Markdown like any other. */
export interface MetadataText {
  /** A block scalar (`|`, `>`) holds blocks, every other value running text. */
  readonly kind: 'text' | 'blocks';
  readonly lines: readonly Line[];
}

/** The values of a YAML metadata block in which something could be cited: `nocite`, `abstract`, `title`, … */
export function metadataTexts(document: string, metadata: readonly Line[]): MetadataText[] {
  const [first] = metadata;
  const last = metadata.at(-1);
  if (!first || !last) return [];
  const yaml = document.slice(first.start, last.end);
  if (!yaml.includes('@')) return [];
  const texts: MetadataText[] = [];
  try {
    visit(parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false }), {
      Scalar(position, node) {
        if (position === 'key' || !isScalar(node) || !node.range) return;
        const [start, end] = node.range;
        if (!yaml.slice(start, end).includes('@')) return;
        const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
        const inset = Number(quoted);
        const lines = linesOf(document, first.start + start + inset, first.start + end - inset);
        if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
          texts.push({ kind: 'blocks', lines: withoutIndent(document, lines.slice(1)) });
        else
          texts.push({
            kind: 'text',
            lines: lines.map(line => outdented(document, line, Number.MAX_SAFE_INTEGER)),
          });
      },
    });
  } catch {
    // Half-typed YAML: nothing in it is cited yet.
  }
  return texts;
}

function withoutIndent(document: string, lines: readonly Line[]): Line[] {
  const indents = lines.filter(line => !isBlank(document, line)).map(line => indentOf(document, line));
  const common = Math.min(...indents);
  return lines.map(line => outdented(document, line, common));
}
