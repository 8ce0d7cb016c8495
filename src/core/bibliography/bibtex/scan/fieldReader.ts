import type { Cursor } from './cursor';
import { Delimiters } from './delimiters';
import { type ScannedValue, type ValueKind, valueKind } from './fieldTable';
import { type Told, told } from './messages';

/** The name of a field and its `=`; names may have inner blanks and signs that no program allows, but people write. */
const nameAndEquals =
  /([^\s=,{}"#%@]{1,100}(?:[ \t]{1,100}[^\s=,{}"#%@]{1,100}){0,8})\s{0,200}=(?!=)\s{0,500}/y;
/** A name that is followed at once by a value: its `=` is missing. */
const nameWithoutEquals = /([A-Za-z][\w+-]{0,60})[ \t]{0,50}(?=[{"])/y;
const bareValue = /[^\s,#{}"@=()%]+/y;
const bareFollowed = /[,})#%@]/y;
/** The rest of a value that is written without braces and goes on after a blank: `year = 2001 (reprint),`. */
const bareRest = /[^\n\r,{}"@=]{1,500}/y;
/** A line on which a field begins, for reading on after a value that has no end. */
const fieldLine =
  /[\n\r][ \t]{0,100}(?:,[ \t]{0,100})?[A-Za-z][\w+.:-]{0,60}[ \t]{0,100}=[ \t]{0,100}["{\dA-Za-z]/g;

const blank = 32;
const quotationMark = 34;
const equals = 61;
const openingBrace = 123;
const maxPlainNameLength = 60;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Reads fields: names, and values in braces, in quotation marks and without, also where their ends are missing. */
export class FieldReader {
  readonly delimiters: Delimiters;
  /** A value of the entry at hand had no end: the others are looked for line by line. */
  isBroken = false;
  private knownFieldLineFrom = -1;
  private knownFieldLine = -1;

  constructor(private readonly cursor: Cursor) {
    this.delimiters = new Delimiters(cursor.text);
  }

  /** Makes ready for another entry, opened by this sign. */
  beginEntry(opener: '{' | '('): void {
    this.delimiters.opener = opener;
    this.cursor.limit = this.cursor.text.length;
    this.isBroken = false;
  }

  /** Whether a field begins here. */
  get isAtField(): boolean {
    return this.cursor.match(nameAndEquals) !== null;
  }

  /** The name of the field that begins here, and past its `=`; `undefined` when none does. */
  readName(): string | undefined {
    const { cursor } = this;
    cursor.skipBlanks();
    const plain = this.readPlainName();
    if (plain !== undefined) return plain;
    const match = cursor.match(nameAndEquals);
    if (match) {
      cursor.at += match[0].length;
      return match[1]!;
    }
    const named = cursor.match(nameWithoutEquals);
    if (!named) return undefined;
    const start = cursor.at;
    cursor.at += named[0].length;
    cursor.tell(start, cursor.at, 'error', told.missingEquals(named[1]!));
    return named[1]!;
  }

  /** `title = ` in letters and blanks alone, as nearly all names are: told without an expression. Does not move when it is none. */
  private readPlainName(): string | undefined {
    const { cursor } = this;
    const { text } = cursor;
    let at = cursor.at;
    while (isLetter(text.charCodeAt(at))) at++;
    const end = at;
    while (text.charCodeAt(at) === blank) at++;
    if (end === cursor.at || at - cursor.at > maxPlainNameLength || text.charCodeAt(at) !== equals)
      return undefined;
    do at++;
    while (text.charCodeAt(at) === blank);
    const next = text.charCodeAt(at);
    if (next !== openingBrace && next !== quotationMark) return undefined;
    const name = text.slice(cursor.at, end);
    cursor.at = at;
    return name;
  }

  /** Reads a value, which may be put together from several by `#`. */
  readValue(name: string): ScannedValue {
    const { cursor } = this;
    const start = cursor.at;
    for (let part = 0; ; part++) {
      const value = this.readPart(name);
      const end = cursor.at;
      cursor.skipBlanks();
      if (cursor.text[cursor.at] !== '#') {
        if (part === 0) return value;
        return { kind: valueKind.expression, start, end };
      }
      cursor.at++;
      cursor.skipBlanks();
    }
  }

  private readPart(name: string): ScannedValue {
    const { cursor } = this;
    const opener = cursor.code;
    if (opener === openingBrace) return this.readBraced(name);
    if (opener === quotationMark) return this.readQuoted(name);
    return this.readBare(name);
  }

  private readBraced(name: string): ScannedValue {
    const { cursor } = this;
    const start = cursor.at + 1;
    const end = this.seekBrace(start);
    if (end < 0) return this.endBrokenValue(start, valueKind.braced, told.openBrace(name));
    cursor.at = end + 1;
    return { kind: valueKind.braced, start, end };
  }

  /** The brace that closes what begins at `from`, or -1. */
  seekBrace(from: number): number {
    const { cursor, delimiters } = this;
    if (!this.isBroken && !delimiters.exhausted) {
      const close = delimiters.closingBrace(from, cursor.limit);
      if (close >= 0) return close;
      this.breakOff(from);
    }
    return delimiters.closingBrace(from, Math.min(this.nextFieldLine(from), cursor.limit));
  }

  private readQuoted(name: string): ScannedValue {
    const { cursor, delimiters } = this;
    const start = cursor.at + 1;
    const isBounded = this.isBroken || delimiters.exhausted;
    const limit = isBounded ? Math.min(this.nextFieldLine(start), cursor.limit) : cursor.limit;
    const { end, stray } = delimiters.closingQuote(start, limit);
    if (end < 0) {
      if (!isBounded) this.breakOff(start);
      return this.endBrokenValue(start, valueKind.quoted, told.openQuote(name));
    }
    cursor.at = end + 1;
    if (stray) cursor.tell(start - 1, end + 1, 'error', told.quotesInQuotes(name));
    return { kind: valueKind.quoted, start, end };
  }

  /** A number or an abbreviation; with more words on its line, what a person forgot to put in braces. */
  private readBare(name: string): ScannedValue {
    const { cursor } = this;
    const start = cursor.at;
    const match = cursor.match(bareValue);
    if (!match) {
      const sign = cursor.text.lastIndexOf('=', start);
      cursor.tell(sign, sign + 1, 'warning', told.noValue(name));
      return { kind: valueKind.expression, start, end: start };
    }
    const end = start + match[0].length;
    cursor.at = end;
    cursor.skipBlanks();
    const isOver = cursor.isAtLimit || cursor.match(bareFollowed) !== null || this.isAtField;
    cursor.at = end;
    const rest = isOver ? '' : (cursor.match(bareRest)?.[0].trimEnd() ?? '');
    if (rest === '') return { kind: valueKind.expression, start, end };
    cursor.at = end + rest.length;
    cursor.tell(start, cursor.at, 'error', told.bareWords(name));
    return { kind: valueKind.braced, start, end: cursor.at };
  }

  /** After a value that has no end: the entry can go to the next entry at most, and its other values no further than their lines. */
  private breakOff(from: number): void {
    this.isBroken = true;
    this.cursor.limit = Math.min(this.cursor.limit, this.delimiters.nextPlausibleEntry(from));
  }

  private endBrokenValue(start: number, kind: ValueKind, message: Told): ScannedValue {
    const { cursor } = this;
    cursor.tell(start - 1, start, 'error', message);
    cursor.at = Math.max(start, Math.min(this.nextFieldLine(start), cursor.limit));
    let end = cursor.at;
    while (end > start && ' \t\r\n,}"'.includes(cursor.text[end - 1]!)) end--;
    return { kind, start, end };
  }

  private nextFieldLine(from: number): number {
    if (from < this.knownFieldLineFrom || from > this.knownFieldLine) {
      fieldLine.lastIndex = from;
      this.knownFieldLineFrom = from;
      this.knownFieldLine = fieldLine.exec(this.cursor.text)?.index ?? this.cursor.text.length;
    }
    return this.knownFieldLine;
  }
}
