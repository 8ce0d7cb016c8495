import type { CslItem } from '../../../model/reference';
import type { TextEdit } from '../../../model/textEdit';
import type { AddingOptions } from '../../bibliographyFormat';
import { scanned } from '../../bibtex/bibtexPositions';
import type { BibtexScanner } from '../../bibtex/scan/scanBibtex';
import type { FileEncoding } from '../tex/texEncoding';
import { type BibStyle, detectStyle } from './bibStyle';
import { type Dialect, dialectOf } from './bibtexDialect';
import { encodedFields, encodingOf } from './bibtexEncoding';
import { entryDialect, inDialect } from './convertEntry';
import { rawEntryOf } from './rawEntry';
import { withTypstDates } from './typstDates';
import { layOutEntry, writeBibtex } from './writeBibtex';

/**
 * The edit that adds an entry to a `.bib`: it inserts and replaces nothing. The entry comes before what JabRef keeps at the end of its
 * files, and before a last entry that does not close, which would swallow it.
 */
export function appendBibtex(
  bibtex: string,
  item: CslItem,
  key: string,
  options: AddingOptions = {},
): TextEdit {
  const scanner = scanned(bibtex);
  const shown = dialectOf(scanner) ?? (options.usesBiblatex ? 'biblatex' : undefined);
  const style = { ...detectStyle(scanner), biblatex: shown === 'biblatex' };
  const encoding = encodingOf(scanner, options);
  const borrowed = options.entry && borrowedEntry(options.entry, key, shown, encoding, style, options);
  const dialect = shown ?? 'bibtex';
  const entry = borrowed || writeBibtex(item, key, { dialect, style, encoding, readBy: options.readBy });
  return insertEntry(scanner, style, entry);
}

/** An entry of another file as it fits this one: the same text where it does, else its fields in this file's dialect, encoding and layout. */
function borrowedEntry(
  text: string,
  key: string,
  dialect: Dialect | undefined,
  encoding: FileEncoding,
  style: BibStyle,
  { readBy }: AddingOptions,
): string | undefined {
  const raw = rawEntryOf(text);
  if (!raw || raw.fields.length === 0) return undefined;
  const own = entryDialect(raw);
  const converted = dialect && own && own !== dialect ? inDialect(raw, dialect) : raw;
  const fields = encodedFields(
    readBy === 'typst' ? withTypstDates(converted.fields) : converted.fields,
    encoding,
  );
  const isSame =
    converted === raw &&
    fields.length === raw.fields.length &&
    fields.every(
      ({ name, value }, index) => name === raw.fields[index]!.name && value === raw.fields[index]!.value,
    );
  if (isSame && raw.sound && raw.keyStart >= 0)
    return text.slice(0, raw.keyStart) + key + text.slice(raw.keyStart + raw.key.length);
  return layOutEntry(converted.type, key, fields, style);
}

/** The edit that puts the text of an entry where entries are added. */
export function insertEntry(
  scanner: BibtexScanner,
  { newline, emptyLines }: BibStyle,
  entry: string,
): TextEdit {
  const bibtex = scanner.text;
  const text = entry.trim().replace(/\r?\n/g, newline);
  const at = insertionPoint(scanner);
  const before = bibtex.slice(0, at);
  if (at < bibtex.length) return { start: at, end: at, text: text + newline.repeat(emptyLines + 1) };
  if (before.replace(/^\ufeff/, '').trim() === '') return { start: at, end: at, text: text + newline };
  const newlines = /(?:\r?\n[ \t]*)*$/.exec(before.slice(-100))![0].split('\n').length - 1;
  const gap = newline.repeat(Math.max(0, emptyLines + 1 - newlines));
  return { start: at, end: at, text: gap + text + (newlines > 0 ? newline : '') };
}

function insertionPoint({ text, entries, asides, truncated }: BibtexScanner): number {
  const lastAside = asides.at(-1);
  const lastEntry = entries.at(-1);
  const isAsideLast = (lastAside?.start ?? -1) > (lastEntry?.start ?? -1);
  if (isAsideLast && lastAside && !lastAside.closed) return lastAside.start;
  if (!isAsideLast && truncated && lastEntry) return lastEntry.start;
  let at = text.length;
  for (const { type, start, end } of [...asides].reverse()) {
    const isJabRef = type === 'comment' && /^@comment\s*\{\s*jabref-/i.test(text.slice(start, start + 40));
    if (!isJabRef || text.slice(end, at).trim() !== '') break;
    at = start;
  }
  return at;
}
