import type { CslItem } from '../../model/reference';
import type { EntryPosition } from '../bibliographyFormat';
import { type Filling, filledVariables } from '../filling';
import { markdownItem, portableItem, yamlText } from './appendCsl';

/** The edit that gives an item of a CSL JSON text the variables that it lacks, behind its last one. `undefined` when it lacks none, or is not valid. */
export function fillCslJson(
  text: string,
  { entryStart, entryEnd, key }: EntryPosition,
  item: CslItem,
): Filling | undefined {
  const written = text.slice(entryStart, entryEnd);
  const own = parsed(written);
  const missing = own && missingIn(own, portableItem(item, key));
  if (!missing?.length) return undefined;
  const last = written.lastIndexOf('}');
  const body = written.slice(0, last).trimEnd();
  const indent = /^\{(\s*)/.exec(written)![1]!;
  const isOnLines = indent.includes('\n');
  const step = isOnLines ? indent.slice(indent.lastIndexOf('\n') + 1) : '';
  const fields = missing.map(([name, value]) => `${JSON.stringify(name)}: ${json(value, isOnLines, step)}`);
  const separator = isOnLines ? `,${indent}` : ', ';
  const at = entryStart + body.length;
  return {
    edit: { start: at, end: at, text: fields.map(field => separator + field).join('') },
    fields: missing.map(([name]) => name),
  };
}

/** The same for CSL YAML; an item in braces is left alone. */
export function fillCslYaml(
  text: string,
  { entryStart, entryEnd, key }: EntryPosition,
  item: CslItem,
): Filling | undefined {
  const written = text.slice(entryStart, entryEnd);
  const indent = /^[ \t]*-[ \t]+(?=[^\s{])/.exec(written)?.[0].length;
  if (indent === undefined) return undefined;
  const present = new Set(
    [
      ...written.matchAll(new RegExp(`(?:^[ \\t]*-[ \\t]+|^ {${indent}})["']?([\\w-]+)["']?[ \\t]*:`, 'gm')),
    ].map(match => match[1]!),
  );
  const missing = Object.entries(markdownItem(item, key)).filter(
    ([name]) => filledVariables.has(name) && !present.has(name),
  );
  if (!missing.length) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = yamlText(Object.fromEntries(missing)).trimEnd().split('\n');
  return {
    edit: {
      start: entryEnd,
      end: entryEnd,
      text: lines.map(line => newline + (line && ' '.repeat(indent) + line)).join(''),
    },
    fields: missing.map(([name]) => name),
  };
}

function missingIn(own: Readonly<Record<string, unknown>>, item: CslItem): [string, unknown][] {
  return Object.entries(item).filter(([name]) => filledVariables.has(name) && own[name] === undefined);
}

function parsed(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Over several lines where the item is, indented as its fields are. */
function json(value: unknown, isOnLines: boolean, step: string): string {
  return isOnLines ? JSON.stringify(value, null, 2).replaceAll('\n', `\n${step}`) : JSON.stringify(value);
}
