import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../../model/textEdit';
import { newlineOf } from '../../../util/lines/newline';
import { parseMap, valueUnder } from '../metadata/metadata';
import { closedMetadataBlocks, type MetadataBlock } from '../metadata/metadataBlocks';

/**
 * Adds to `bibliography` in the metadata, in the form it has there; makes the key, or the front matter, where it lacks. `undefined` where
 * the value is not the document's to change: a list elsewhere (`*refs`), or a tag of a program that is not known.
 */
export function declareInMarkdown(text: string, path: string): readonly TextEdit[] | undefined {
  const newline = newlineOf(text);
  const block = declaringBlock(text);
  if (!block) return [newFrontMatter(text, path, newline)];
  const yaml = text.slice(block.start, block.end);
  const edit = declareInYaml(yaml, path, newline);
  return edit && [{ ...edit, start: block.start + edit.start, end: block.start + edit.end }];
}

/** Where blocks set the same field, that of the last counts (Pandoc's manual, `yaml_metadata_block`); without any, the front matter. */
function declaringBlock(text: string): MetadataBlock | undefined {
  const blocks = closedMetadataBlocks(text);
  const declares = ({ start, end }: MetadataBlock) => {
    const yaml = text.slice(start, end);
    const map = yaml.includes('bibliography') ? parseMap(yaml) : undefined;
    return map !== undefined && valueUnder(map, 'bibliography') !== undefined;
  };
  const [first] = blocks;
  const isFrontMatter = first && /^\ufeff?---[ \t]*\r?\n$/.test(text.slice(0, first.start));
  return blocks.findLast(declares) ?? (isFrontMatter ? first : undefined);
}

function declareInYaml(yaml: string, path: string, newline: string): TextEdit | undefined {
  const map = parseMap(yaml);
  const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });
  if (map?.flow) {
    const close = (map.range?.[1] ?? yaml.length) - 1;
    return insert(close, `${map.items.length ? ', ' : ''}bibliography: ${scalar(path)}`);
  }
  const value = map && valueUnder(map, 'bibliography');
  if (!value?.range) return insert(yaml.length, `bibliography: ${scalar(path)}${newline}`);
  if (isSeq(value)) return insert(...addedToList(value, yaml, path, newline));
  if (isMap(value)) return insert(...addedToMap(value, yaml, path, newline));
  if (!isScalar(value)) return undefined;
  const [start, end] = value.range;
  const written = yaml.slice(start, end);
  if (value.tag?.startsWith('!')) return addedToCode(value, yaml, path);
  if (written.trim() === '') return insert(yaml.lastIndexOf(':', start) + 1, ` ${scalar(path)}`);
  // `~`, `null`, `""`: there, and naming none.
  if (value.value === null || value.value === '')
    return { start, end: start + written.trimEnd().length, text: scalar(path) };
  const isInFlow = value.type !== 'PLAIN' || !/[,[\]{}]/.test(written);
  const isBlock = value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED';
  const first = isInFlow && !isBlock ? written : JSON.stringify(String(value.value).trim());
  return { start, end, text: `[${first}, ${scalar(path)}]${isBlock ? newline : ''}` };
}

/** `!expr f()` of R Markdown is code of R, whose values R joins; other tags are not known. */
function addedToCode(value: Scalar, yaml: string, path: string): TextEdit | undefined {
  if (value.tag !== '!expr' && value.tag !== '!r') return undefined;
  const [start, end] = value.range!;
  const code = `c(${String(value.value).trim()}, ${JSON.stringify(path)})`;
  const text =
    value.type === 'PLAIN' && !/[:#]\s|^[\s'"]/.test(code) ? code : `'${code.replaceAll("'", "''")}'`;
  const from = yaml.slice(start, end).startsWith(value.tag) ? start + value.tag.length + 1 : start;
  return { start: from, end: from + yaml.slice(from, end).trimEnd().length, text };
}

/** A map names several lists, by the names of filters: one more is named by its file. */
function addedToMap(
  map: YAMLMap<unknown, unknown>,
  yaml: string,
  path: string,
  newline: string,
): [offset: number, text: string] {
  const names = new Set(map.items.map(({ key }) => String(isScalar(key) ? key.value : key)));
  const stem = /([^/]*?)(?:\.[^./]*)?$/.exec(path)![1]!.replace(/[^\w-]+/g, '-') || 'references';
  let name = stem;
  for (let count = 2; names.has(name); count++) name = `${stem}${count}`;
  if (map.flow) {
    const close = (map.range?.[1] ?? yaml.length) - 1;
    const inside = yaml.slice(map.range![0] + 1, close).trimEnd();
    return [map.range![0] + 1 + inside.length, `${map.items.length ? ', ' : ''}${name}: ${scalar(path)}`];
  }
  const first = (map.items[0]!.key as Node).range![0];
  const indent = yaml.slice(yaml.lastIndexOf('\n', first) + 1, first);
  const last = (map.items.at(-1)!.value as Node | null)?.range?.[1] ?? map.range![1];
  const end = yaml.indexOf('\n', last - 1);
  const line = `${indent}${name}: ${scalar(path)}${newline}`;
  return end < 0 ? [yaml.length, newline + line] : [end + 1, line];
}

function addedToList(
  list: YAMLSeq,
  yaml: string,
  path: string,
  newline: string,
): [offset: number, text: string] {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow || !last?.range) {
    const close = (list.range?.[1] ?? yaml.length) - 1;
    return [last?.range?.[1] ?? close, `${last ? ', ' : ''}${scalar(path)}`];
  }
  // The dash of the last item tells the indent; the item ends with its line.
  const dash = yaml.lastIndexOf('-', last.range[0] - 1);
  const indent = yaml.slice(yaml.lastIndexOf('\n', dash) + 1, dash);
  const end = yaml.indexOf('\n', last.range[1] - 1);
  const item = `${indent}- ${scalar(path)}${newline}`;
  return end < 0 ? [yaml.length, newline + item] : [end + 1, item];
}

/** At the very start; but after Pandoc's title block (`% title`), which must come first. */
function newFrontMatter(text: string, path: string, newline: string): TextEdit {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const block = `---${newline}bibliography: ${scalar(path)}${newline}---${newline}`;
  if (text[start] !== '%') return { start, end: start, text: block + (start < text.length ? newline : '') };
  // The lines of a title block begin with `%`, or with a space when they go on.
  for (let end = start; end < text.length && /[% ]/.test(text[end]!); start = end) {
    const lineEnd = text.indexOf('\n', end);
    end = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  const before = text.endsWith('\n', start) ? newline : newline + newline;
  return { start, end: start, text: before + block };
}

/** A path as YAML: bare where that cannot be misread. */
function scalar(path: string): string {
  return /^[A-Za-z0-9./~][\w./~+-]*$/.test(path) ? path : JSON.stringify(path);
}
