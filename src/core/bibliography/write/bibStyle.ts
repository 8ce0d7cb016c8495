/** How one file writes its entries. */
export interface FileHabits {
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
  /** Some entry uses biblatex's own fields. */
  readonly biblatex: boolean;
}

export type LetterCase = 'lower' | 'upper' | 'capital';

/** What Zotero, JabRef and most people write. */
export const commonHabits: FileHabits = {
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

/** Habits are those of this many entries at the end of the file. */
const entriesLookedAt = 5;
/** And of no more text than this, so that a file of a million lines costs no more than a short one. */
const textLookedAt = 20_000;

interface FieldLine {
  readonly indent: string;
  readonly name: string;
  readonly beforeEquals: string;
  readonly afterEquals: string;
  readonly opening: string;
  readonly equalsAt: number;
}

/** The habits of a `.bib` text, from its last entries; the common ones where it shows none. */
export function habitsOf(bibtex: string): FileHabits {
  const tail = bibtex.slice(-textLookedAt);
  const newline = /\r\n/.test(tail) ? '\r\n' : '\n';
  const lines = tail.split(/\r?\n/);
  const starts = lines.flatMap((line, index) =>
    /^\s*@(?!comment|string|preamble)\w+\s*[{(]/i.test(line) ? [index] : [],
  );
  const [first] = starts.slice(-entriesLookedAt);
  if (first === undefined) return { ...commonHabits, newline };
  const considered = lines.slice(first);
  const fields = considered.flatMap(line => fieldLine(line) ?? []);
  if (fields.length === 0) return { ...commonHabits, newline };
  const types = considered.flatMap(line => /^\s*@(\w+)/.exec(line)?.[1] ?? []);
  const delimited = fields
    .filter(({ opening }) => opening === '{' || opening === '"')
    .map(({ opening }) => opening);
  const nameWidth = aligned(fields);
  return {
    newline,
    indent: mostFrequent(fields.map(({ indent }) => indent)) ?? commonHabits.indent,
    nameWidth,
    beforeEquals: nameWidth > 0 ? ' ' : (mostFrequent(fields.map(field => field.beforeEquals)) ?? ' '),
    afterEquals: mostFrequent(fields.map(field => field.afterEquals)) ?? ' ',
    delimiters: mostFrequent(delimited) === '"' ? 'quotes' : 'braces',
    fieldCase: letterCase(fields.map(({ name }) => name)),
    typeCase: letterCase(types),
    lastComma: hasLastComma(considered),
    emptyLines: emptyLines(considered),
    order: [...new Set(fields.map(({ name }) => name.toLowerCase()))],
    biblatex: isBiblatex(tail, fields),
  };
}

function fieldLine(line: string): FieldLine | undefined {
  const match = /^([ \t]*)([A-Za-z][\w-]*)([ \t]*)=([ \t]*)(\S)/.exec(line);
  if (!match) return undefined;
  const [, indent = '', name = '', beforeEquals = '', afterEquals = '', opening = ''] = match;
  return {
    indent,
    name,
    beforeEquals,
    afterEquals,
    opening,
    equalsAt: indent.length + name.length + beforeEquals.length,
  };
}

/** The width of names when names of different lengths have their `=` in one column. */
function aligned(fields: readonly FieldLine[]): number {
  const column = mostFrequent(fields.map(({ equalsAt }) => equalsAt))!;
  const there = fields.filter(({ equalsAt }) => equalsAt === column);
  const lengths = new Set(there.map(({ name }) => name.length));
  const isPadded = lengths.size > 1 || there.some(({ beforeEquals }) => beforeEquals.length > 1);
  if (!isPadded || there.length < fields.length * 0.7) return 0;
  return column - there[0]!.indent.length - 1;
}

/** JabRef says it; else the fields tell. `location` alone does not, as ACM's BibTeX has it too. */
function isBiblatex(tail: string, fields: readonly FieldLine[]): boolean {
  if (/\bdatabaseType:\s*biblatex\b/i.test(tail)) return true;
  const count = (names: RegExp) => fields.filter(({ name }) => names.test(name)).length;
  return count(/^(?:date|journaltitle|eprinttype)$/i) > count(/^(?:year|journal|archiveprefix)$/i);
}

function hasLastComma(lines: readonly string[]): boolean {
  const closing = lines.flatMap((line, index) =>
    /^\s*[})]\s*$/.test(line) && index > 0 ? [lines[index - 1]!] : [],
  );
  return closing.filter(line => /,\s*$/.test(line)).length > closing.length / 2;
}

function emptyLines(lines: readonly string[]): number {
  const counts: number[] = [];
  let empty = 0;
  lines.forEach((line, index) => {
    if (/^\s*@/.test(line) && index > 0) counts.push(empty);
    empty = line.trim() === '' ? empty + 1 : 0;
  });
  return mostFrequent(counts) ?? commonHabits.emptyLines;
}

function letterCase(words: readonly string[]): LetterCase {
  const cases = words.map(word => {
    if (word === word.toLowerCase()) return 'lower';
    return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'capital';
  });
  return mostFrequent<LetterCase>(cases) ?? 'lower';
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
