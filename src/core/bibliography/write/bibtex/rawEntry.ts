import { expressionParts } from '../../bibtex/bibtexFile';
import { keyStart, scannedAnew } from '../../bibtex/bibtexPositions';
import { valueKind } from '../../bibtex/scan/fieldTable';

import { months } from './bibtexDate';
import type { Field } from './bibtexField';

/** An entry as it stands in a `.bib`: its values are TeX, as written. */
export interface RawEntry {
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  readonly fields: readonly Field[];
  /** It closes, has nothing wrong, and means the same in any file: it can be copied as it stands. */
  readonly sound: boolean;
  /** Where its key stands in its text; -1 when it has none. */
  readonly keyStart: number;
}

/** The first entry of a text that holds one, whatever else; `undefined` when there is none. */
export function rawEntryOf(text: string): RawEntry | undefined {
  const scanner = scannedAnew(text);
  const entry = scanner.entries[0];
  if (!entry) return undefined;
  const fields: Field[] = [];
  let usesOthers = false;
  for (let at = entry.firstField; at < entry.endField; at++) {
    const name = scanner.fields.name(at);
    const value = text.slice(scanner.fields.start(at), scanner.fields.end(at));
    if (name === 'crossref' || name === 'xdata') usesOthers = true;
    if (scanner.fields.kind(at) !== valueKind.expression) {
      fields.push({ name, value: value.trim() });
      continue;
    }
    const parts = [...expressionParts(value)];
    if (parts.some(part => part.literal === undefined && !isKnown(part.name))) usesOthers = true;
    const [only] = parts;
    if (parts.length === 1 && only!.literal === undefined)
      fields.push({ name, value: only!.name, bare: true });
    else fields.push({ name, value: parts.map(part => part.literal ?? part.name).join('') });
  }
  const isAll =
    scanner.entries.length === 1 &&
    text.slice(entry.end).trim() === '' &&
    text.slice(0, entry.start).trim() === '';
  return {
    type: entry.type,
    key: entry.key,
    fields,
    sound: isAll && !usesOthers && !scanner.truncated && scanner.findings.length === 0,
    keyStart: keyStart(text, entry),
  };
}

/** A number, or a month that every style defines. */
function isKnown(name: string): boolean {
  return /^\d+$/.test(name) || months.includes(name.toLowerCase());
}
