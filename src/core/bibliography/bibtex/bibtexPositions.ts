import type { EntryPosition, KeyPosition, KeyPositions } from '../bibliographyFormat';
import { entryStartAt } from './scan/entryStart';
import { valueKind } from './scan/fieldTable';
import { BibtexScanner, type ScannedEntry } from './scan/scanBibtex';

/** Entries that are only there to be inherited from, or that styles write. */
export const auxiliaryTypes: ReadonlySet<string> = new Set(['xdata', 'bibnote']);

/** Fields of biblatex (manual § 2.2.3 and 2.4.1) whose value is a key or a list of keys. */
const keyFields = new Set(['crossref', 'xdata', 'xref', 'related', 'entryset', 'ids']);

/** The last bibliography: what is asked of one comes in several questions. */
let latest: BibtexScanner | undefined;

/** A bibliography read through at once. */
export function scanned(text: string): BibtexScanner {
  if (latest?.text === text) return latest;
  latest = scannedAnew(text, latest);
  return latest;
}

/** BibTeX read through at once, and not kept: one entry, say. */
export function scannedAnew(text: string, earlier?: BibtexScanner): BibtexScanner {
  const scanner = new BibtexScanner(text, earlier);
  while (!scanner.advance(text.length + 1));
  return scanner;
}

/** Where the keys of a `.bib` stand: not those in comments or in values, however much they look like entries. */
export function bibtexPositions(text: string): KeyPositions {
  const scanner = scanned(text);
  const entries: EntryPosition[] = [];
  for (const entry of scanner.entries) {
    const start = keyStart(text, entry);
    if (start < 0) continue;
    entries.push({
      key: entry.key,
      start,
      end: start + entry.key.length,
      entryStart: entry.start,
      entryEnd: entry.end,
      ...(auxiliaryTypes.has(entry.type) && { auxiliary: true }),
    });
  }
  return { entries, mentions: [...mentionsIn(scanner)] };
}

/** Where the key of a scanned entry stands; -1 when it has none. */
export function keyStart(text: string, entry: Pick<ScannedEntry, 'key' | 'start'>): number {
  if (entry.key === '') return -1;
  let at = entryStartAt(text, entry.start)?.inside ?? entry.start;
  for (; /[\s\u00a0\ufeff%]/.test(text[at] ?? ''); at++) if (text[at] === '%') at = lineEnd(text, at) - 1;
  return text.startsWith(entry.key, at) ? at : -1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function* mentionsIn({ fields, text }: BibtexScanner): Generator<KeyPosition> {
  for (let field = 0; field < fields.length; field++) {
    if (!keyFields.has(fields.name(field)) || fields.kind(field) === valueKind.expression) continue;
    let at = fields.start(field);
    for (const part of text.slice(at, fields.end(field)).split(',')) {
      const key = part.trim();
      const start = at + part.length - part.trimStart().length;
      if (key) yield { key, start, end: start + key.length };
      at += part.length + 1;
    }
  }
}
