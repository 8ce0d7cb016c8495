import { isScalar, parseDocument, visit } from 'yaml';
import { isQuicklyRead } from '../../../util/yamlLimits';
import { indentOf, isBlank, type Line, linesOf, outdented } from '../blocks/lines';
import { readKey } from '../inline/citationKey';

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
  const texts: MetadataText[] = [];
  for (const { start, end } of fieldsWithKeys(document, first.start, last.end)) {
    const lines = linesOfBlockScalar(document, start, end);
    if (lines) texts.push({ kind: 'blocks', lines });
    else addTexts(document, start, end, texts);
  }
  return texts;
}

/** Where a field is nothing but a block scalar, as an abstract mostly is, its lines; YAML need not be parsed for that. */
function linesOfBlockScalar(document: string, start: number, end: number): Line[] | undefined {
  const [header, ...lines] = linesOf(document, start, end);
  if (!header || !/^[\w-]+[ \t]*:[ \t]+[|>][-+]?[ \t]*$/.test(document.slice(header.start, header.end)))
    return undefined;
  const isInside = (line: Line) => isBlank(document, line) || indentOf(document, line) > 0;
  const next = lines.findIndex(line => !isInside(line));
  if (next < 0) return withoutIndent(document, lines);
  const isComment = (line: Line) => isBlank(document, line) || document[line.start] === '#';
  return lines.slice(next).every(isComment) ? withoutIndent(document, lines.slice(0, next)) : undefined;
}

function addTexts(document: string, from: number, to: number, texts: MetadataText[]): void {
  const yaml = document.slice(from, to);
  if (!isQuicklyRead(yaml)) return;
  try {
    visit(parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false }), {
      Scalar(position, node) {
        if (position === 'key' || !isScalar(node) || !node.range) return;
        const [start, end] = node.range;
        if (!yaml.slice(start, end).includes('@')) return;
        const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
        const inset = Number(quoted);
        const lines = linesOf(document, from + start + inset, from + end - inset);
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
}

const fieldName = /^[\w-]+[ \t]*:(?=\s|$)/gm;

/** The top-level fields in which something may be cited, each YAML by itself; most hold no `@`, or only that of an e-mail address. */
function fieldsWithKeys(document: string, from: number, to: number): Line[] {
  const fields: Line[] = [];
  const yaml = document.slice(from, to);
  let start = 0;
  const add = (end: number) => {
    if (holdsKey(yaml, start, end)) fields.push({ start: from + start, end: from + end });
    start = end;
  };
  if (!holdsKey(yaml, 0, yaml.length)) return fields;
  for (const { index } of yaml.matchAll(fieldName)) add(index);
  add(yaml.length);
  return fields;
}

function holdsKey(yaml: string, from: number, to: number): boolean {
  for (let at = yaml.indexOf('@', from); at >= 0 && at < to; at = yaml.indexOf('@', at + 1))
    if (readKey(yaml, at, -1)) return true;
  return false;
}

function withoutIndent(document: string, lines: readonly Line[]): Line[] {
  const indents = lines.filter(line => !isBlank(document, line)).map(line => indentOf(document, line));
  const common = Math.min(...indents);
  return lines.map(line => outdented(document, line, common));
}
