import { stringify } from 'yaml';
import type { CslItem } from '../../model/reference';
import { newlineOf } from '../../util/lines/newline';
import type { EntryPosition } from '../bibliographyFormat';
import type { Filling } from '../filling';
import { hayagrivaEntry } from './hayagrivaEntry';

/** Fields worth filling in. What an entry is part of is filled whole or not at all. */
const filled = new Set(['author', 'date', 'page-range', 'serial-number', 'parent']);

/** The edit that gives an entry of a Hayagriva file the fields that it lacks, behind its last one; one in braces is left alone. */
export function fillHayagriva(
  text: string,
  { entryStart, entryEnd }: EntryPosition,
  item: CslItem,
): Filling | undefined {
  const written = text.slice(entryStart, entryEnd).trimEnd();
  const indent = /\n([ ]+)\S/.exec(written)?.[1];
  if (indent === undefined) return undefined;
  const present = new Set(
    [...written.matchAll(new RegExp(`^${indent}["']?([\\w-]+)["']?[ \\t]*:`, 'gm'))].map(match => match[1]!),
  );
  const missing = Object.entries(hayagrivaEntry(item)).filter(
    ([name]) => filled.has(name) && !present.has(name),
  );
  if (missing.length === 0) return undefined;
  const newline = newlineOf(text);
  const lines = stringify(Object.fromEntries(missing), {
    indent: indent.length,
    lineWidth: 0,
    version: '1.1',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
    .trimEnd()
    .split('\n');
  const at = entryStart + written.length;
  return {
    edit: { start: at, end: at, text: lines.map(line => newline + indent + line).join('') },
    fields: missing.map(([name]) => name),
  };
}
