import { isScalar, isSeq, type Node, type YAMLSeq } from 'yaml';
import type { TextEdit } from '../../../model/textEdit';
import { newlineOf } from '../../../util/newline';
import { parseMap, valueUnder } from '../metadata';

/** Adds to `bibliography` in the front matter, in the form it has there; makes the key, or the front matter, where it lacks. */
export function declareInMarkdown(text: string, path: string): readonly TextEdit[] {
  const newline = newlineOf(text);
  const front = frontMatter(text);
  if (!front) return [newFrontMatter(text, path, newline)];
  const yaml = text.slice(front.start, front.end);
  const line = `bibliography: ${scalar(path)}${newline}`;
  const map = parseMap(yaml);
  const at = (offset: number, inserted: string, end = offset): readonly TextEdit[] => [
    { start: front.start + offset, end: front.start + end, text: inserted },
  ];
  if (map?.flow) {
    const close = (map.range?.[1] ?? yaml.length) - 1;
    return at(close, `${map.items.length ? ', ' : ''}bibliography: ${scalar(path)}`);
  }
  const value = map && valueUnder(map, 'bibliography');
  if (!value?.range) return at(yaml.length, line);
  if (isSeq(value)) return at(...addedToList(value, yaml, path, newline));
  const [start, end] = value.range;
  const written = yaml.slice(start, end);
  if (isScalar(value) && written.trim() === '') {
    const colon = yaml.lastIndexOf(':', start);
    return at(colon + 1, ` ${scalar(path)}`);
  }
  return at(
    start,
    `[${isScalar(value) && !/[,[\]{}]/.test(written) ? written : JSON.stringify(String(value))}, ${scalar(path)}]`,
    end,
  );
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

/** The YAML between the first line `---` and the next `---` or `...`. */
export function frontMatter(text: string): { start: number; end: number } | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0];
  if (!opening) return undefined;
  let at = opening.length;
  // A blank line after `---` makes it a rule, not metadata.
  if (/^[ \t]*\r?\n/.test(text.slice(at, at + 200))) return undefined;
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd).trimEnd();
    if (line === '---' || line === '...') return { start: opening.length, end: at };
    if (lineEnd < 0) return undefined;
    at = lineEnd + 1;
  }
  return undefined;
}

/** A path as YAML: bare where that cannot be misread. */
function scalar(path: string): string {
  return /^[A-Za-z0-9./~][\w./~+-]*$/.test(path) ? path : JSON.stringify(path);
}
