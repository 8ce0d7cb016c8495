import { contentHash } from '../../util/hash';
import type { FindAbbreviation } from '../parsedBibliography';
import type { SourceText } from '../sourceText';
import { plainTex } from '../tex/plainTex';
import { inheritedName } from './inheritance';
import { withoutJournalMacro } from './journalMacros';
import { splitAtAnd } from './names/splitNames';
import { matchesAt } from './scan/delimiters';
import { type FieldTable, valueKind } from './scan/fieldTable';
import type { ScannedEntry, ScannedFile, StringDefinition } from './scan/scanBibtex';
import { styleAbbreviations } from './styleAbbreviations';

/** Abbreviations that expand to each other could grow without bound; no value is longer than this. */
const maxExpansionLength = 100_000;

/** An entry inherits from no more others than this, and those from others in turn no further than this. */
const maxParents = 30;
const maxInheritanceDepth = 10;

const part = /\s*(?:\{|"|([^\s,#{}"]+)|#)/y;

/** The fields of an entry by name, as written but with abbreviations filled in, and with what it inherits by `crossref` and `xdata`. */
export class EntryFields {
  private inherited: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly file: BibtexFile,
    private readonly entry: ScannedEntry,
  ) {}

  get(name: string): string | undefined {
    const value = this.file.own(this.entry, name) ?? this.inheritedValue(name);
    if (value === undefined) return undefined;
    if (name === 'journal' || name === 'journaltitle') return withoutJournalMacro(value);
    return value.includes('xdata') ? this.file.withXdata(value) : value;
  }

  /** What the entry says itself. */
  own(name: string): string | undefined {
    return this.file.own(this.entry, name);
  }

  /** As `plainTex` of the value. */
  plain(name: string): string | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : plainTex(value);
  }

  private inheritedValue(name: string): string | undefined {
    this.inherited ??= this.file.inherited(this.entry);
    return this.inherited.get(name);
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

/** A scanned file, with what its entries take from elsewhere in it: abbreviations and cross-references. */
export class BibtexFile {
  private readonly strings = new Map<string, { readonly at: number; readonly text: string }[]>();
  private readonly families = new Map<ScannedEntry, ReadonlyMap<string, string>>();
  private readonly fingerprints = new Map<ScannedEntry, string>();
  private byKey: Map<string, ScannedEntry> | undefined;

  private readonly fields: FieldTable;
  private readonly entries: readonly ScannedEntry[];

  /** `text` is what was scanned, or the same in less memory. */
  constructor(
    { fields, entries, strings }: ScannedFile,
    private readonly text: SourceText,
    private readonly abbreviation: FindAbbreviation = () => undefined,
  ) {
    this.fields = fields;
    this.entries = entries;
    for (const definition of strings) this.define(definition);
  }

  /** Everything that decides what an entry means: its text, and that of what it refers to. */
  contentOf(entry: ScannedEntry): string {
    const own = this.text.slice(entry.start, entry.end);
    if (!this.inherits(entry) && !this.usesStrings(entry)) return own;
    const used = [own];
    for (let field = entry.firstField; field < entry.endField; field++)
      if (this.fields.kind(field) === valueKind.expression) used.push(this.value(field, entry));
    for (const parent of this.parents(entry)) used.push(parent.type, this.fingerprint(parent));
    return used.join('\u0000');
  }

  textOf(entry: ScannedEntry): string {
    return this.text.slice(entry.start, entry.end);
  }

  /** Whether it means something else in a file that lacks the abbreviations and entries of this one. */
  takesFromElsewhere(entry: ScannedEntry): boolean {
    if (this.inherits(entry)) return true;
    const { fields } = this;
    for (let field = entry.firstField; field < entry.endField; field++) {
      if (fields.kind(field) !== valueKind.expression) continue;
      const written = this.text.slice(fields.start(field), fields.end(field));
      for (const { name, literal } of expressionParts(written))
        if (literal === undefined && !/^(?:\d+|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i.test(name))
          return true;
    }
    return false;
  }

  /** The entry's own fields in their order, as written and with abbreviations filled in. */
  *fieldsOf(entry: ScannedEntry) {
    const { fields } = this;
    for (let field = entry.firstField; field < entry.endField; field++)
      yield {
        name: fields.name(field),
        kind: fields.kind(field),
        written: this.text.slice(fields.start(field), fields.end(field)),
        value: this.value(field, entry),
      };
  }

  private inherits(entry: ScannedEntry): boolean {
    const { fields } = this;
    return (
      fields.find('crossref', entry.firstField, entry.endField) >= 0 ||
      fields.find('xdata', entry.firstField, entry.endField) >= 0
    );
  }

  private usesStrings(entry: ScannedEntry): boolean {
    const { fields } = this;
    if (this.strings.size === 0) return false;
    for (let field = entry.firstField; field < entry.endField; field++)
      if (fields.kind(field) === valueKind.expression) return true;
    return false;
  }

  /** What the entry says itself. */
  own(entry: ScannedEntry, name: string): string | undefined {
    const field = this.fields.find(name, entry.firstField, entry.endField);
    return field < 0 ? undefined : this.value(field, entry);
  }

  private value(field: number, entry: ScannedEntry): string {
    const { fields } = this;
    const text = this.text.slice(fields.start(field), fields.end(field));
    return fields.kind(field) === valueKind.expression ? this.expand(text, entry.start) : text;
  }

  /** `jan # "~1"` → `jan~1`: abbreviations as defined before this place, or else anywhere. */
  private expand(expression: string, at: number): string {
    let result = '';
    for (const piece of expressionParts(expression)) {
      result += piece.literal ?? this.string(piece.name, at) ?? piece.name;
      if (result.length > maxExpansionLength) break;
    }
    return result;
  }

  private string(name: string, at: number): string | undefined {
    const folded = name.toLowerCase();
    const definitions = this.strings.get(folded);
    if (!definitions) return this.abbreviation(folded) ?? styleAbbreviations.get(folded);
    return (definitions.findLast(definition => definition.at < at) ?? definitions[0])?.text;
  }

  /** What the file's `@string`s say in the end, by names in lower case. */
  get abbreviations(): ReadonlyMap<string, string> {
    return new Map([...this.strings].map(([name, definitions]) => [name, definitions.at(-1)!.text]));
  }

  private define({ name, at, kind, start, end }: StringDefinition): void {
    const written = this.text.slice(start, end);
    const text = kind === valueKind.expression ? this.expand(written, at) : written;
    const definitions = this.strings.get(name);
    if (definitions) definitions.push({ at, text });
    else this.strings.set(name, [{ at, text }]);
  }

  /**
   * Values that name those of another entry (biblatex manual § 3.14.6, "granular XData"): `xdata=names-author-2` is the second author of the
   * entry `names`. What cannot be found is left out.
   */
  withXdata(value: string): string {
    return value.replace(
      /\bxdata\s*=\s*\{?([^\s,{}]+?)-([A-Za-z]+)(?:-(\d+))?\}?(?=\s|,|$)/g,
      (_, key, field, number) => {
        const entry = this.find(key as string);
        const whole = entry && this.own(entry, (field as string).toLowerCase());
        if (whole === undefined || whole.includes('xdata')) return '';
        return number === undefined ? whole : (splitAtAnd(whole)[Number(number) - 1] ?? '');
      },
    );
  }

  /** What it takes over from the entries that its `crossref` and `xdata` name. */
  inherited(entry: ScannedEntry, depth = 0): ReadonlyMap<string, string> {
    if (!this.inherits(entry)) return nothing;
    const result = new Map<string, string>();
    for (const parent of this.parents(entry))
      for (const [name, value] of this.family(parent, depth))
        for (const target of inheritedName(parent.type, entry.type, name))
          if (!result.has(target)) result.set(target, value);
    return result;
  }

  /** All fields of an entry that others inherit from, with what it inherits itself. */
  private family(entry: ScannedEntry, depth = 0): ReadonlyMap<string, string> {
    const known = this.families.get(entry);
    if (known) return known;
    const result = new Map<string, string>();
    // Known from here on, so that entries that refer to each other in a circle end.
    this.families.set(entry, result);
    for (let field = entry.firstField; field < entry.endField; field++)
      result.set(this.fields.name(field), this.value(field, entry));
    if (depth < maxInheritanceDepth)
      for (const [name, value] of this.inherited(entry, depth + 1))
        if (!result.has(name)) result.set(name, value);
    return result;
  }

  private fingerprint(parent: ScannedEntry): string {
    let print = this.fingerprints.get(parent);
    if (print === undefined) {
      print = contentHash([...this.family(parent)].flat().join('\u0000'));
      this.fingerprints.set(parent, print);
    }
    return print;
  }

  private parents(entry: ScannedEntry): ScannedEntry[] {
    const keys = `${this.own(entry, 'xdata') ?? ''},${this.own(entry, 'crossref') ?? ''}`;
    return keys
      .slice(0, maxExpansionLength)
      .split(',', maxParents)
      .map(key => this.find(key.trim()))
      .filter(parent => parent !== undefined && parent !== entry) as ScannedEntry[];
  }

  private find(key: string): ScannedEntry | undefined {
    if (key === '') return undefined;
    if (!this.byKey) {
      this.byKey = new Map();
      for (const entry of this.entries) {
        if (!this.byKey.has(entry.key)) this.byKey.set(entry.key, entry);
        // BibTeX does not tell upper from lower case here.
        const folded = entry.key.toLowerCase();
        if (!this.byKey.has(folded)) this.byKey.set(folded, entry);
      }
    }
    return this.byKey.get(key) ?? this.byKey.get(key.toLowerCase());
  }
}

/** The parts of a value: texts in braces or quotation marks, and names of abbreviations. */
export function* expressionParts(
  expression: string,
): Generator<{ readonly name: string; readonly literal?: string }> {
  let at = 0;
  while (at < expression.length) {
    part.lastIndex = at;
    const match = part.exec(expression);
    if (!match) return;
    at += match[0].length;
    const opener = match[0].at(-1);
    if (match[1] !== undefined) yield { name: match[1] };
    else if (opener === '{' || opener === '"') {
      const end = literalEnd(expression, at, opener);
      yield { name: '', literal: expression.slice(at, end) };
      at = end + 1;
    }
  }
}

const partOver = /\s{0,500}(?:#|$)/y;

/** Where a part in braces or quotation marks ends: by BibTeX's count if another part or the end follows there, else by that of TeX. */
function literalEnd(text: string, from: number, opener: '{' | '"'): number {
  const counted = countedEnd(text, from, opener, false);
  return matchesAt(partOver, text, counted + 1) ? counted : countedEnd(text, from, opener, true);
}

function countedEnd(text: string, from: number, opener: '{' | '"', escapes: boolean): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && escapes) at++;
    else if (character === '{') depth++;
    else if (character === '}') {
      if (depth === 0 && opener === '{') return at;
      depth--;
    } else if (character === '"' && opener === '"' && depth === 0) return at;
  }
  return text.length;
}
