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
        const isSingle = node.type === 'QUOTE_SINGLE';
        const inset = Number(isSingle || node.type === 'QUOTE_DOUBLE');
        const lines = linesOf(document, from + start + inset, from + end - inset);
        if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
          texts.push({ kind: 'blocks', lines: withoutIndent(document, lines.slice(1)) });
        else
          texts.push({
            kind: 'text',
            lines: lines.flatMap(line => {
              const text = outdented(document, line, Number.MAX_SAFE_INTEGER);
              return isSingle ? withoutDoubledQuotes(document, text) : [text];
            }),
          });
      },
    });
  } catch {
    // Half-typed YAML: nothing in it is cited yet.
  }
}

/** Whether a place in a metadata block is in a single-quoted text. */
export function isSingleQuoted(document: string, { start, end }: Line, offset: number): boolean {
  const yaml = document.slice(start, end);
  if (!isQuicklyRead(yaml)) return false;
  let isQuoted = false;
  try {
    visit(parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false }), {
      Scalar(_, { type, range }) {
        if (type === 'QUOTE_SINGLE' && range && start + range[0] < offset && offset < start + range[1])
          isQuoted = true;
      },
    });
  } catch {
    // Nested deeper than the parser's stack.
  }
  return isQuoted;
}

/** Two quotation marks in a single-quoted text are one; in a double-quoted one, a backslash means to Markdown what it means to YAML. */
function withoutDoubledQuotes(document: string, { start, end }: Line): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (
    let at = document.indexOf("''", start);
    at >= 0 && at + 2 <= end;
    at = document.indexOf("''", at + 2)
  ) {
    lines.push({ start: from, end: at + 1, ...(from > start && { goesOn: true }) });
    from = at + 2;
  }
  lines.push({ start: from, end, ...(from > start && { goesOn: true }) });
  return lines;
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
