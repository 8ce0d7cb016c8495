import type { CslItem } from '../../model/reference';
import { tableOf } from '../../util/collections/tableOf';
import type { EntryPosition } from '../bibliographyFormat';
import type { Filling } from '../filling';
import { risLines } from './appendRis';

/** Tags worth filling in, and those that say the same. */
const filled: Readonly<Record<string, RegExp>> = tableOf({
  AU: /^(?:AU|A1)$/,
  PY: /^(?:PY|Y1)$/,
  JO: /^(?:JO|JF|JA|T2)$/,
  T2: /^(?:T2|BT|JO)$/,
  VL: /^VL$/,
  IS: /^(?:IS|M1)$/,
  SP: /^SP$/,
  EP: /^(?:EP|SP)$/,
  PB: /^PB$/,
  SN: /^SN$/,
  DO: /^DO$/,
  N1: /^(?:N1|N2)$/,
  AB: /^(?:AB|N2)$/,
});

const tagLine = /^[ \t]*([A-Za-z][A-Za-z0-9]) {1,2}-/gm;

/** The edit that gives an entry of a RIS text the lines that it lacks, before its end. `undefined` when it lacks none. */
export function fillRis(
  text: string,
  { entryStart, entryEnd, key }: EntryPosition,
  item: CslItem,
): Filling | undefined {
  const written = text.slice(entryStart, entryEnd);
  const present = [...written.matchAll(tagLine)].map(match => match[1]!.toUpperCase());
  const missing = risLines(item, key).filter(line => {
    const same = filled[line.slice(0, 2)];
    return same !== undefined && !present.some(tag => same.test(tag));
  });
  const end = /^[ \t]*ER {1,2}-/im.exec(written)?.index;
  if (missing.length === 0 || end === undefined) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = entryStart + end;
  return {
    edit: { start: at, end: at, text: missing.map(line => line + newline).join('') },
    fields: [...new Set(missing.map(line => line.slice(0, 2)))],
  };
}
