import { detachString } from '../../../util/detachString';
import { say } from '../../../util/say';
import type { Finding } from '../../parsedBibliography';
import { Cursor } from './cursor';
import { type EntryStart, entryStartAt, isFirstOnLine, isWholeEntry } from './entryStart';
import { FieldReader } from './fieldReader';
import { FieldTable, type ScannedValue } from './fieldTable';
import { told } from './messages';
import { readKey } from './readKey';

/** One entry as it stands in the file: its fields are those at `[firstField, endField)` of the table, not decoded. */
export interface ScannedEntry {
  readonly type: string;
  /** As written; empty when the entry has none. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** 0-based. */
  readonly line: number;
  readonly firstField: number;
  readonly endField: number;
}

/** An abbreviation: `@string{name = value}`. */
export interface StringDefinition extends ScannedValue {
  readonly name: string;
  readonly at: number;
}

/** What reading the fields of a file's entries stands on. */
export interface ScannedFile {
  readonly entries: readonly ScannedEntry[];
  readonly strings: readonly StringDefinition[];
  readonly fields: FieldTable;
}

/** A `@comment`, `@preamble` or `@string`. */
export interface Aside {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** It has a closing brace of its own. */
  readonly closed: boolean;
}

const comma = 44;
const closeBrace = 125;
const closeParenthesis = 41;
const atSign = 64;

/** After a closing brace: a field, by its name. */
const fieldAfterBrace = /\s{0,200}(?:,\s{0,200})?([A-Za-z][\w+.:-]{0,60})\s{0,20}=\s{0,20}["{\d]/y;
/** The next entry, or the end of the file. */
const entryOver = /\s{0,200}(?:@|$)/y;
/** After an `@` that begins no entry: a type and what was meant for a key, with the wrong sign between them or none, or a type that is none. */
const failedEntry =
  /@[ \t]*(?:[^\sA-Za-z@,{}()"=][^\s@,{}()"=]{0,30}\s{0,20}[{(]\s{0,20}[^\s,{}]{1,60},|\{[^\s,{}]{1,60},|[A-Za-z]{1,30}[ \t]*["[<][^\s,{}"[\]]{1,60},|[A-Za-z]{1,30}[ \t]+[A-Za-z]{1,30}[ \t]*\{[^\s,{}]{1,60},)/y;
const commentGoesOn = /[^\n\r]{0,2000}\r?\n[ \t]{0,200}%/y;
const strayEnd = new Set([',', '\n', '\r', '}', ')', '@', '{', '=']);

/**
 * Finds the entries of a BibTeX or BibLaTeX file and the places of their fields, in one pass and without decoding anything. What is
 * wrong costs the entry it stands in at most, and is told in `findings`. Works through the file in steps, so that a large one can be
 * read between other things: call `advance` until it says that nothing is left.
 */
export class BibtexScanner implements ScannedFile {
  readonly entries: ScannedEntry[];
  readonly strings: StringDefinition[];
  readonly fields: FieldTable;
  /** What stands between entries and is none. */
  readonly asides: Aside[];
  /** The file ends inside an entry, as one does that is still being written. */
  truncated = false;
  private readonly cursor: Cursor;
  private readonly reader: FieldReader;

  /** @param earlier a scanner that reached the end of a text: where this one begins like it, that is not read again */
  constructor(
    readonly text: string,
    earlier?: BibtexScanner,
  ) {
    this.cursor = new Cursor(text);
    this.reader = new FieldReader(this.cursor);
    const same = earlier?.sameEntries(text) ?? 0;
    const from = same ? earlier!.entries[same - 1]!.end : 0;
    this.cursor.at = from;
    this.entries = earlier?.entries.slice(0, same) ?? [];
    this.strings = earlier?.strings.filter(({ at }) => at < from) ?? [];
    this.asides = earlier?.asides.filter(({ start }) => start < from) ?? [];
    this.fields = earlier?.fields.beginning(this.entries.at(-1)?.endField ?? 0) ?? new FieldTable();
  }

  /**
   * How many entries another text has as this one does: all but the last where it goes on as this one up to there. None where something is
   * wrong, since that can reach to the end of the text.
   */
  private sameEntries(text: string): number {
    const last = this.entries.at(-1);
    if (!last || this.truncated || this.findings.length) return 0;
    return text.startsWith(this.text.slice(0, last.start + 1)) ? this.entries.length - 1 : 0;
  }

  get findings(): readonly Finding[] {
    return this.cursor.findings;
  }

  /** How far the file has been read. */
  get position(): number {
    return this.cursor.at;
  }

  /** Reads on for about so many characters; `true` when the end is reached. */
  advance(characters: number): boolean {
    const { cursor, text } = this;
    const until = cursor.at + characters;
    while (cursor.at < until) {
      const sign = text.indexOf('@', cursor.at);
      if (sign < 0) {
        cursor.at = text.length;
        this.fields.trim();
        return true;
      }
      const start = entryStartAt(text, sign);
      cursor.at = sign + 1;
      if (start && !this.isCommentedOut(sign)) this.readEntry(sign, start);
      else if (!start) this.tellFailedEntry(sign);
    }
    return false;
  }

  /** BibTeX and Pandoc know no comment sign outside entries; but where the next line has one too, the author has put the whole entry away. */
  private isCommentedOut(sign: number): boolean {
    const before = this.text.slice(Math.max(0, sign - 22), sign);
    return /%[ \t%]{0,20}$/.test(before) && this.cursor.match(commentGoesOn) !== null;
  }

  /** What stands first on its line and was clearly meant for an entry: `@article[key,`, `@{key,`, `@art icle{key,`. */
  private tellFailedEntry(sign: number): void {
    const { cursor, text } = this;
    failedEntry.lastIndex = sign;
    const match = isFirstOnLine(text, sign) ? failedEntry.exec(text) : null;
    if (!match) return;
    const end = sign + match[0].length;
    cursor.tell(sign, end, 'warning', told.notAnEntry(match[0].trim()));
  }

  private readEntry(sign: number, start: EntryStart): void {
    this.reader.beginEntry(start.delimiter);
    this.cursor.at = start.inside;
    const { type } = start;
    if (type !== 'comment' && type !== 'preamble' && type !== 'string') {
      this.readReference(sign, start);
      return;
    }
    const closed = type === 'string' ? this.readString(sign) : this.skipAside(sign, start);
    this.asides.push({ type, start: sign, end: this.cursor.at, closed });
  }

  /** `@comment{…}`, `@preamble{…}`. A comment in parentheses, or without any delimiter, is its line. */
  private skipAside(sign: number, start: EntryStart): boolean {
    const { cursor } = this;
    const { delimiters } = this.reader;
    const isBraced = start.delimiter === '{';
    const close = isBraced ? delimiters.closingBraceOfAside(cursor.at) : -1;
    if (close >= 0) {
      cursor.at = close + 1;
      return true;
    }
    const next = delimiters.nextPlausibleEntry(cursor.at);
    if (isBraced) cursor.tell(sign, start.inside, 'warning', told.openAside(start.type));
    cursor.at = isBraced ? next : Math.min(cursor.endOfLine, next);
    return !isBraced;
  }

  private readString(sign: number): boolean {
    const { cursor } = this;
    const name = this.reader.readName();
    if (name === undefined) {
      cursor.tell(sign, cursor.at, 'warning', told.emptyString());
      return true;
    }
    this.strings.push({ name: detachString(name.toLowerCase()), at: sign, ...this.reader.readValue(name) });
    cursor.skipBlanks();
    const isClosed = cursor.code === closeBrace || cursor.code === closeParenthesis;
    if (isClosed) cursor.at++;
    else cursor.tell(sign, cursor.at, 'warning', told.openString(name));
    return isClosed;
  }

  private readReference(sign: number, start: EntryStart): void {
    const { cursor } = this;
    const line = cursor.lines.lineAt(sign);
    const firstField = this.fields.length;
    const key = detachString(readKey(cursor, sign));
    const isClosed = this.readFields(start, key, firstField) || this.readAgainByLine(start, key, firstField);
    if (!isClosed) {
      const atEnd = cursor.at >= this.text.length;
      if (atEnd) this.truncated = true;
      const entry = key ? say('Entry “{0}”', key) : say('This “@{0}”', start.type);
      cursor.tell(sign, start.inside, 'error', told.openEntry(entry, atEnd));
    }
    const endField = this.fields.length;
    if (!key && firstField === endField) return;
    this.entries.push({
      type: detachString(start.type),
      key,
      start: sign,
      end: cursor.at,
      line,
      firstField,
      endField,
    });
  }

  /** Reads fields up to the end of the entry; `false` when it has none. */
  private readFields({ type, delimiter }: EntryStart, key: string, firstField: number): boolean {
    const { cursor } = this;
    for (;;) {
      cursor.skipBlanks();
      if (cursor.isAtLimit) return false;
      const { at, code } = cursor;
      if (code === comma) cursor.at++;
      else if (code === closeBrace || code === closeParenthesis) {
        if (this.closes(code, delimiter, firstField)) return true;
      } else if (code === atSign && this.isNextEntry(at)) {
        cursor.limit = at;
        return false;
      } else {
        const name = this.reader.readName();
        if (name === undefined) this.skipStray(key || type);
        else this.readField(name, at);
      }
    }
  }

  /** No field begins with `@`: what looks like an entry here is one, though the entry at hand has no end. */
  private isNextEntry(at: number): boolean {
    return isFirstOnLine(this.text, at)
      ? entryStartAt(this.text, at) !== undefined
      : isWholeEntry(this.text, at);
  }

  /**
   * At a closing brace or parenthesis: whether it ends the entry. Passes it either way. When a field follows the brace was one too many,
   * unless the entry, whose fields begin at `firstField`, has such a field: then another entry follows that lost its first line.
   */
  private closes(code: number, delimiter: '{' | '(', firstField: number): boolean {
    const { cursor } = this;
    const at = cursor.at++;
    if ((code === closeParenthesis) !== (delimiter === '(')) {
      const isEnd = cursor.match(entryOver) !== null;
      cursor.tell(at, at + 1, 'error', told.wrongClosing(String.fromCharCode(code), delimiter, isEnd));
      return isEnd;
    }
    const field = cursor.match(fieldAfterBrace);
    if (!field) return true;
    if (this.fields.find(field[1]!.toLowerCase(), firstField, this.fields.length) >= 0) {
      const start = cursor.at + field[0].indexOf(field[1]!);
      cursor.tell(start, start + field[1]!.length, 'error', told.headless());
      return true;
    }
    cursor.tell(at, at + 1, 'error', told.braceTooMany());
    return false;
  }

  private readField(name: string, start: number): void {
    const { cursor } = this;
    const wasBroken = this.reader.isBroken;
    const value = this.reader.readValue(name);
    this.fields.add(name, value);
    const end = cursor.at;
    cursor.skipBlanks();
    const { code } = cursor;
    if (code === comma || code === closeBrace || code === closeParenthesis || cursor.isAtLimit) return;
    // After a value without an end this would be telling the same twice.
    if (this.reader.isAtField && wasBroken === this.reader.isBroken)
      cursor.tell(start, end, 'error', told.missingComma(name));
  }

  /**
   * A value that lacks its closing brace takes that of the entry for its own. Read with each value going no further than to the next
   * line that begins a field, the entry may close after all.
   */
  private readAgainByLine(start: EntryStart, key: string, firstField: number): boolean {
    const { cursor, fields, reader } = this;
    const field = fields.length - 1;
    if (reader.isBroken || field < firstField) return false;
    if (!this.text.slice(fields.start(field), fields.end(field)).includes('=')) return false;
    const { at } = cursor;
    const findings = cursor.findings.length;
    reader.isBroken = true;
    cursor.limit = at;
    cursor.at = fields.start(field) - 1;
    const name = fields.name(field);
    fields.truncate(field);
    this.readField(name, cursor.at);
    if (this.readFields(start, key, firstField)) return true;
    cursor.findings.length = findings;
    cursor.at = at;
    return false;
  }

  /** Passes over text between fields that belongs to none. */
  private skipStray(entry: string): void {
    const { cursor, text } = this;
    const start = cursor.at;
    if (text[start] === '{') {
      const close = this.reader.seekBrace(start + 1);
      cursor.at = close >= 0 ? close + 1 : start + 1;
    } else {
      cursor.at++;
      while (!cursor.isAtLimit && !strayEnd.has(text[cursor.at]!)) cursor.at++;
    }
    const seen = text.slice(start, Math.min(cursor.at, start + 40)).trim();
    cursor.tell(start, cursor.at, 'error', told.stray(seen, entry));
  }
}
