import { auxiliaryTypes } from '../../bibtex/bibtexPositions';
import { valueKind } from '../../bibtex/scan/fieldTable';
import type { BibtexScanner, ScannedEntry } from '../../bibtex/scan/scanBibtex';
import { commonest } from '../commonest';
import { dialectOf } from './bibtexDialect';

/** How one file lays out its entries. */
export interface BibStyle {
  readonly newline: '\n' | '\r\n';
  /** White space before a field. */
  readonly indent: string;
  /** Field names are padded to this width at least, so that the `=` stand below one another; 0 when they do not. */
  readonly nameWidth: number;
  /** White space around `=`. */
  readonly beforeEquals: string;
  readonly afterEquals: string;
  readonly delimiters: 'braces' | 'quotes';
  readonly fieldCase: LetterCase;
  readonly typeCase: LetterCase;
  /** A comma after the last field. */
  readonly lastComma: boolean;
  /** Empty lines between entries. */
  readonly emptyLines: number;
  /** Field names, lower case, in the order the file has them. */
  readonly order: readonly string[];
  /** Whether the file is biblatex's: by what JabRef says of it, else by its fields and types. */
  readonly biblatex: boolean;
}

export type LetterCase = 'lower' | 'upper' | 'capital';

/** What Zotero, JabRef and most people write. */
export const commonStyle: BibStyle = {
  newline: '\n',
  indent: '  ',
  nameWidth: 0,
  beforeEquals: ' ',
  afterEquals: ' ',
  delimiters: 'braces',
  fieldCase: 'lower',
  typeCase: 'lower',
  lastComma: false,
  emptyLines: 1,
  order: [],
  biblatex: false,
};

/** A field begins with its indent, name and `=` in so many characters; what goes before is something else that stands there. */
const longestBeginning = 300;
/** The style is that of this many entries at the end of the file. */
const entriesLookedAt = 5;

interface FieldLine {
  readonly indent: string | undefined;
  readonly name: string;
  readonly beforeEquals: string;
  readonly afterEquals: string;
  readonly opening: string;
  /** Its `=` stands so far from the beginning of its line. */
  readonly equalsAt: number;
}

/** The style of a `.bib`, from its last entries; the common one where it shows none. */
export function detectStyle(scanner: BibtexScanner): BibStyle {
  const { text } = scanner;
  const newline = /\r\n/.test(text.slice(0, 20_000)) ? '\r\n' : '\n';
  const biblatex = dialectOf(scanner) === 'biblatex';
  const entries = scanner.entries.filter(({ type }) => !auxiliaryTypes.has(type)).slice(-entriesLookedAt);
  const byEntry = entries.map(entry => fieldLines(scanner, entry));
  const fields = byEntry.flat();
  if (fields.length === 0) return { ...commonStyle, newline, biblatex };
  const delimited = fields
    .filter(({ opening }) => opening === '{' || opening === '"')
    .map(({ opening }) => opening);
  const nameWidth = alignedWidth(byEntry);
  return {
    newline,
    indent: commonest(fields.flatMap(({ indent }) => indent ?? [])) ?? commonStyle.indent,
    nameWidth,
    beforeEquals: nameWidth > 0 ? ' ' : (commonest(fields.map(field => field.beforeEquals)) ?? ' '),
    afterEquals: commonest(fields.map(field => field.afterEquals)) ?? ' ',
    delimiters: commonest(delimited) === '"' ? 'quotes' : 'braces',
    fieldCase: letterCase(fields.map(({ name }) => name)),
    typeCase: letterCase(
      entries.map(
        ({ start, end }) => /^@\s*(\w+)/.exec(text.slice(start, Math.min(end, start + 100)))?.[1] ?? '',
      ),
    ),
    lastComma: hasLastComma(scanner, entries),
    emptyLines: emptyLines(scanner, entries),
    order: commonOrder(byEntry.map(lines => lines.map(({ name }) => name.toLowerCase()))),
    biblatex,
  };
}

/** One order of fields for all entries: what the first do not have stands where the later ones have it, before what follows it there. */
function commonOrder(entries: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const names of entries)
    names.forEach((name, index) => {
      if (order.includes(name)) return;
      const next = names.slice(index + 1).find(other => order.includes(other));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, name);
    });
  return order;
}

/** How the fields of an entry begin; those that do not begin as fields do are left out. */
function fieldLines(
  { text, fields }: BibtexScanner,
  { start, firstField, endField }: ScannedEntry,
): FieldLine[] {
  const lines: FieldLine[] = [];
  let before = start;
  for (let field = firstField; field < endField; field++) {
    const isDelimited = fields.kind(field) !== valueKind.expression;
    const opening = fields.start(field) - (isDelimited ? 1 : 0);
    const beginning = text.slice(Math.max(before, opening - longestBeginning), opening);
    const match = /([\n\r])?([ \t]*)([^\s=,{}"]+)([ \t]*)=([ \t]*)$/.exec(beginning);
    before = fields.end(field);
    if (!match) continue;
    const [, isFirst, indent = '', name = '', beforeEquals = '', afterEquals = ''] = match;
    lines.push({
      indent: isFirst === undefined ? undefined : indent,
      name,
      beforeEquals,
      afterEquals,
      opening: text[opening] ?? '',
      equalsAt: indent.length + name.length + beforeEquals.length,
    });
  }
  return lines;
}

/**
 * The width of names where most entries have the `=` of names of different lengths in one column: that of the column where it is the same
 * in all of them, else the least, so that each entry has the width of its longest name.
 */
function alignedWidth(byEntry: readonly (readonly FieldLine[])[]): number {
  const columns: number[] = [];
  let looked = 0;
  for (const all of byEntry) {
    const lines = all.filter(({ indent }) => indent !== undefined);
    if (lines.length === 0) continue;
    looked++;
    const column = commonest(lines.map(({ equalsAt }) => equalsAt))!;
    const there = lines.filter(({ equalsAt }) => equalsAt === column);
    const lengths = new Set(there.map(({ name }) => name.length));
    const isPadded = lengths.size > 1 || there.some(({ beforeEquals }) => beforeEquals.length > 1);
    if (isPadded && there.length >= lines.length * 0.7) columns.push(column - there[0]!.indent!.length - 1);
  }
  if (columns.length === 0 || columns.length <= looked / 2) return 0;
  return new Set(columns).size === 1 ? columns[0]! : 1;
}

function hasLastComma({ text, fields }: BibtexScanner, entries: readonly ScannedEntry[]): boolean {
  const closings = entries
    .filter(({ firstField, endField }) => endField > firstField)
    .map(({ end, endField }) => text.slice(fields.end(endField - 1), end));
  return closings.filter(closing => closing.includes(',')).length > closings.length / 2;
}

function emptyLines({ text, entries }: BibtexScanner, looked: readonly ScannedEntry[]): number {
  const gaps: number[] = [];
  for (const entry of looked) {
    const before = entries[entries.indexOf(entry) - 1];
    const between = before && text.slice(before.end, entry.start);
    if (between !== undefined && between.trim() === '')
      gaps.push(Math.max(0, between.split(/\r\n|\n|\r/).length - 2));
  }
  return commonest(gaps) ?? commonStyle.emptyLines;
}

function letterCase(words: readonly string[]): LetterCase {
  const cases = words.map(word => {
    if (word === word.toLowerCase()) return 'lower';
    return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'capital';
  });
  return commonest<LetterCase>(cases) ?? 'lower';
}
