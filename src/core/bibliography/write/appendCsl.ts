import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from 'yaml';
import { toCiteprocItem } from '../../model/citeprocItem';
import type { CslItem } from '../../model/reference';
import type { TextEdit } from '../../model/textEdit';
import { exceedsYamlLimits } from '../../util/yamlLimits';
import type { AddingOptions } from '../bibliographyFormat';
import { writtenMarkdown } from '../csl/writtenMarkdown';
import { richText } from './richText';

/** The item as other programs take it: under its key, with the markup that CSL has, without what only this program keeps in it. */
export function portableItem(item: CslItem, key: string): CslItem {
  const { custom: _, ...fields }: Record<string, unknown> = { ...toCiteprocItem(item) };
  for (const field of Object.keys(item.custom?.formatted ?? {})) fields[field] = richText(item, field);
  return { ...fields, id: key } as CslItem;
}

/** Pandoc takes texts in YAML as Markdown; identifiers and addresses have no signs in it that mean anything there. */
const plainFields = /^(?:id|type|URL|DOI|ISBN|ISSN|PMID|PMCID|language)$/;

/** The value of a field with all texts in it as Markdown. */
function inMarkdown(value: unknown): unknown {
  if (typeof value === 'string') return writtenMarkdown(value);
  if (Array.isArray(value)) return value.map(inMarkdown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inMarkdown(inner)]));
}

/**
 * The edit that adds an item at the end of a CSL JSON text, written as its neighbours are. `undefined` when the text is no array
 * of items.
 */
export function appendCslJson(
  json: string,
  item: CslItem,
  key: string,
  { ascii = false }: Pick<AddingOptions, 'ascii'> = {},
): TextEdit | undefined {
  const edit = jsonEdit(json, item, key);
  return edit && ascii ? { ...edit, text: inAscii(edit.text) } : edit;
}

/** JSON, and YAML in double quotation marks, write any character by its number (RFC 8259 § 7, YAML 1.2.2 § 5.7). */
function inAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function jsonEdit(json: string, item: CslItem, key: string): TextEdit | undefined {
  const newline = json.includes('\r\n') ? '\r\n' : '\n';
  if (json.replace(/^\ufeff/, '').trim() === '') {
    const text = JSON.stringify([portableItem(item, key)], null, 2).replaceAll('\n', newline) + newline;
    return { start: json.length, end: json.length, text };
  }
  const close = json.trimEnd().length - 1;
  const open = json.indexOf('[');
  if (
    json[close] !== ']' ||
    open < 0 ||
    json
      .slice(0, open)
      .replace(/^\ufeff/, '')
      .trim() !== ''
  )
    return undefined;
  const last = json.slice(0, close).trimEnd().length;
  if (last === open + 1) {
    const text = JSON.stringify([portableItem(item, key)], null, 2).replaceAll('\n', newline);
    return { start: open + 1, end: close, text: text.slice(1, -1) };
  }
  if (json[last - 1] !== '}') return undefined;
  const between = /^\s*/.exec(json.slice(open + 1))![0];
  const inner = /^\{(\s*)/.exec(json.slice(open + 1 + between.length))?.[1] ?? '';
  const separator =
    between === '' && /\}\s+\{/.test(json.slice(Math.max(0, last - 5000), last)) ? ' ' : between;
  return {
    start: last,
    end: last,
    text: `,${separator}${itemText(portableItem(item, key), between, inner, newline)}`,
  };
}

/** Over several lines when its neighbours are, indented as they are. */
function itemText(item: CslItem, between: string, inner: string, newline: string): string {
  if (!inner.includes('\n')) return JSON.stringify(item);
  const outerIndent = between.slice(between.lastIndexOf('\n') + 1);
  const innerIndent = inner.slice(inner.lastIndexOf('\n') + 1);
  const step = innerIndent.startsWith(outerIndent) ? innerIndent.slice(outerIndent.length) : innerIndent;
  return JSON.stringify(item, null, step || 2)
    .split('\n')
    .join(newline + outerIndent);
}

/** The item as CSL YAML has it, its texts as Markdown. */
export function markdownItem(item: CslItem, key: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(portableItem(item, key)).map(([field, value]) => [
      field,
      plainFields.test(field) ? value : inMarkdown(value),
    ]),
  );
}

/** As YAML; programs that follow YAML 1.1 take `yes` and `on` for something else than texts. */
export function yamlText(value: unknown, ascii = false): string {
  const quoted = ascii ? ({ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const) : {};
  const options = { lineWidth: 0, version: '1.1', schema: 'yaml-1.1', ...quoted } as const;
  const written = stringify(value, options);
  return ascii ? inAscii(written) : written;
}

/**
 * The edit that adds an item to a CSL YAML text: to its `references`, or to the list that the whole text is. `undefined` when
 * there is no such list.
 */
export function appendCslYaml(
  yaml: string,
  item: CslItem,
  key: string,
  { ascii = false }: Pick<AddingOptions, 'ascii'> = {},
): TextEdit | undefined {
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  const portable = markdownItem(item, key);
  const text = (value: unknown) => yamlText(value, ascii).replaceAll('\n', newline);
  if (yaml.replace(/^\ufeff/, '').trim() === '')
    return {
      start: yaml.length,
      end: yaml.length,
      text: `---${newline}${text({ references: [portable] })}...${newline}`,
    };
  const body = headerEnd(yaml);
  const lines = new LineCounter();
  if (exceedsYamlLimits(yaml)) return undefined;
  const document = parsed(yaml.slice(0, body), lines);
  if (!document) return undefined;
  const root = document.contents as Node | null;
  const list = isMap(root) ? (root.get('references', true) as Node | undefined) : root;
  if (!list?.range) return undefined;
  const isEmpty = isSeq(list) ? list.items.length === 0 : isScalar(list) && list.value === null;
  if (isEmpty && isMap(root)) {
    const entry = text([portable]).trimEnd();
    return { start: list.range[0], end: list.range[1], text: newline + entry };
  }
  if (!isSeq(list) || list.flow || isEmpty) return undefined;
  // Any other list of a YAML file, like the tasks of a program.
  if (!list.items.some(one => isMap(one) && one.has('id'))) return undefined;
  const first = list.items[0] as Node;
  const dash = yaml.lastIndexOf('-', first.range![0] - 1);
  const indent = ' '.repeat(lines.linePos(dash).col - 1);
  const end = list.range[1];
  const entry = text([portable])
    .trimEnd()
    .split(newline)
    .map(line => indent + line)
    .join(newline);
  return { start: end, end, text: yaml[end - 1] === '\n' ? entry + newline : newline + entry };
}

function parsed(yaml: string, lineCounter: LineCounter) {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch {
    return undefined; // Nested deeper than the parser's stack.
  }
}

/** Where the first document ends: what comes after its `---` or `...` is Markdown or another document. */
function headerEnd(yaml: string): number {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(yaml)?.[0].length ?? 0;
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(yaml.slice(opening).replaceAll('\r', ' '));
  return closing ? opening + closing.index : yaml.length;
}
