import { isScalar, parseDocument } from 'yaml';
import { errorMessage } from '../../util/errorMessage';
import { say } from '../../util/say';
import { exceedsYamlLimits } from '../../util/yamlLimits';
import type { EntryPosition, KeyPosition, KeyPositions } from '../bibliographyFormat';
import { type FileToRead, type ReadingSteps, stepLength } from '../parsedBibliography';
import { TextEntries } from '../textEntries';
import { markdownTags } from './markdownText';
import { isRecord } from './normaliseItem';
import { readPlainYaml } from './plainYaml';

/** Reads a CSL-YAML file (a list of items, or one under `references:`) item by item: one that is broken costs only itself. */
export function* readCslYaml(file: FileToRead): ReadingSteps {
  const { text } = file;
  const entries = new TextEntries(file);
  let read = 0;
  for (const [start, end] of itemSpans(text)) {
    readItem(text, start, end, entries);
    read += end - start;
    if (read >= stepLength / 8) {
      read = 0;
      yield end / text.length;
    }
  }
  if (entries.isEmpty && /\S/.test(text.replace(/^(?:---|\.\.\.|references:|#.*).*$/gm, '')))
    entries.tell(
      0,
      1,
      'unreadable-bibliography',
      say('No references could be made out: this is no list of CSL items.'),
    );
  return entries.read(false);
}

function readItem(text: string, start: number, end: number, entries: TextEntries): void {
  const { item, error } = parseItem(text.slice(start, end));
  if (error !== undefined) {
    entries.tell(
      start,
      end,
      item ? 'repaired-entry' : 'invalid-entry',
      item
        ? say('This item is not valid YAML; it was read as far as it is, the others are there: {0}', error)
        : say('This item is not valid YAML; it was left out, the others are there: {0}', error),
    );
  }
  if (!item) return;
  const key = typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id) : '';
  if (key === '')
    entries.tell(start, end, 'no-key', say('This item has no “id”, so nothing can cite it. Give it one.'));
  entries.add(key, start, end, content => parseItem(content).item ?? {}, item, withTags);
}

/** The places of the list's items. In valid YAML, a line with `- ` at the list's own indentation begins one, whatever is between. */
function* itemSpans(text: string): Generator<readonly [start: number, end: number]> {
  const header = /^(?:references|items)[ \t]*:[ \t]*(?:#.*)?\r?$/m.exec(text);
  const from = header ? header.index + header[0].length : 0;
  const dash = /^([ \t]*)-(?=[ \t\r\n])/gm;
  dash.lastIndex = from;
  const first = dash.exec(text);
  if (!first) return;
  const indent = first[1]!;
  let start = first.index;
  const next = /^(?:([ \t]*)-(?=[ \t\r\n])|(?=[^\s#-])|(?:---|\.\.\.)[ \t]*\r?$)/gm;
  next.lastIndex = dash.lastIndex;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    if (match[1] !== undefined && match[1] !== indent) continue;
    yield [start, itemEnd(text, start, match.index)];
    start = match.index;
    // What is not indented any more belongs to another part of the document.
    if (match[1] === undefined) return;
  }
  yield [start, itemEnd(text, start, text.length)];
}

/** After its last character that is no blank. */
function itemEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function parseItem(text: string): { readonly item?: Record<string, unknown>; readonly error?: string } {
  const plain = readPlainYaml(text);
  if (Array.isArray(plain) && isRecord(plain[0])) return { item: plain[0] };
  if (exceedsYamlLimits(text))
    return { error: say('it is nested too deeply, or has too many anchors and tags') };
  try {
    const document = parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const message = document.errors[0]?.message.split('\n')[0];
    const error = message === undefined ? {} : { error: message };
    const list: unknown = document.toJS({ maxAliasCount: 100 });
    const item: unknown = Array.isArray(list) ? list[0] : list;
    if (!isRecord(item)) return error;
    return { item, ...error };
  } catch (thrown) {
    // An alias without its anchor, too many of them, or lists in lists deeper than the parser's stack.
    return { error: errorMessage(thrown) };
  }
}

/** Pandoc takes texts in YAML as Markdown; identifiers it does not. */
const plainFields = /^(?:id|type|URL|DOI|url|doi|ISBN|ISSN)$/;

function withTags(item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const texts = Object.entries(item).map(([field, value]) => [
    field,
    plainFields.test(field) ? value : inTags(value),
  ]);
  return Object.fromEntries(texts);
}

/** A value with all texts in it, those of names too, in CSL's own markup. */
function inTags(value: unknown): unknown {
  if (typeof value === 'string') return markdownTags(value);
  if (Array.isArray(value)) return value.map(inTags);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inTags(inner)]));
}

/** Where the keys of a CSL-YAML file stand. */
export function cslYamlPositions(text: string): KeyPositions {
  const entries: EntryPosition[] = [];
  for (const [start, end] of itemSpans(text)) {
    const key = keyOfItem(text, start, end);
    if (key) entries.push({ ...key, entryStart: start, entryEnd: end });
  }
  return { entries, mentions: [] };
}

/** An item's first field, and from there the column of all of them. */
const firstField = /^[ \t]*-[ \t]+(?=\S)/;

/** The `id` of an item: in a line of its own among the item's fields, or else wherever the parser finds it. */
function keyOfItem(text: string, start: number, end: number): KeyPosition | undefined {
  const item = text.slice(start, end);
  const indent = firstField.exec(item)?.[0].length;
  if (indent !== undefined && item[indent] !== '{') {
    const field = new RegExp(
      `(?:^[ \\t]*-[ \\t]+|^ {${indent}})(["']?)id\\1[ \\t]*:[ \\t]+(?:"([^"\\\\\\n]*)"|'([^'\\n]*)'|([^\\s"'#&*!|>][^\\n\\r]*?))[ \\t]*(?:[ \\t]#.*)?\\r?$`,
      'm',
    );
    const match = field.exec(item);
    const key = match?.[2] ?? match?.[3] ?? match?.[4];
    if (match && key) {
      const at = start + match.index + match[0].indexOf(key, match[0].indexOf(':'));
      return { key, start: at, end: at + key.length };
    }
  }
  if (exceedsYamlLimits(item)) return undefined;
  const node = parseDocument(item, {
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  }).getIn([0, 'id'], true);
  if (!isScalar(node) || !node.range) return undefined;
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const [from, to] = node.range;
  // Whose quotation mark is not typed yet.
  if (quotes && (to - from < 2 || item[to - 1] !== item[from])) return undefined;
  return { key: String(node.value), start: start + from + quotes, end: start + to - quotes };
}
