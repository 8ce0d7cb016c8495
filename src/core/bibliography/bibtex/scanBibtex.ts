import { LineCounter } from '../lineCounter';
import type { Finding } from '../parsedBibliography';
import { Delimiters, matchesAt } from './delimiters';
import { type EntryStart, entryStartAt, isFirstOnLine } from './entryStart';
import { FieldTable, type ValueKind, valueKind } from './fieldTable';

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
export interface StringDefinition {
  readonly name: string;
  readonly at: number;
  readonly kind: ValueKind;
  readonly start: number;
  readonly end: number;
}

const comma = 44;
const closeBrace = 125;
const closeParenthesis = 41;

/** The name of a field and its `=`; names may have inner blanks and signs that no program allows, but people write. */
const fieldStart = /([^\s=,{}"#%@]{1,100}(?:[ \t]{1,100}[^\s=,{}"#%@]{1,100}){0,8})\s{0,200}=(?!=)\s{0,500}/y;
/** A name that is followed at once by a value: its `=` is missing. */
const fieldWithoutEquals = /([A-Za-z][\w+-]{0,60})[ \t]{0,50}(?=[{"])/y;
const bareValue = /[^\s,#{}"@=()%]+/y;
/** The rest of a value that is written without braces and goes on after a blank: `year = 2001 (reprint),`. */
const bareRest = /[^\n\r,{}"@=]{1,500}/y;
const keyText = /[^,={}"\n\r]{0,1000}/y;
const oddKey = /[^\s,={}"]{1,300}=[^\s,{}"]{0,300}[ \t]{0,50}(?=,)/y;
const bareFollowed = /[,})#%@]/y;
/** After a closing brace: fields go on, so the brace was one too many. */
const fieldsGoOn = /\s{0,200}(?:,\s{0,200})?[A-Za-z][\w+.:-]{0,60}\s{0,20}=\s{0,20}["{\d]/y;
/** The next entry, or the end of the file. */
const entryOver = /\s{0,200}(?:@|$)/y;
/** A line on which a field begins, for reading on after a value that has no end. */
const fieldLine =
  /[\n\r][ \t]{0,100}(?:,[ \t]{0,100})?[A-Za-z][\w+.:-]{0,60}[ \t]{0,100}=[ \t]{0,100}["{\dA-Za-z]/g;

/**
 * Finds the entries of a BibTeX or BibLaTeX file and the places of their fields, in one pass and without decoding anything. What is
 * wrong costs the entry it stands in at most, and is told in `findings`. Works through the file in steps, so that a large one can be
 * read between other things: call `advance` until it says that nothing is left.
 */
export class BibtexScanner {
  readonly entries: ScannedEntry[] = [];
  readonly strings: StringDefinition[] = [];
  readonly findings: Finding[] = [];
  readonly fields = new FieldTable();
  private readonly delimiters: Delimiters;
  private at = 0;
  private readonly lines: LineCounter;
  /** The entry at hand can go this far at most. */
  private limit: number;
  /** A value of the entry at hand had no end: the others are looked for line by line. */
  private broken = false;
  private knownFieldLineFrom = -1;
  private knownFieldLine = -1;

  constructor(readonly text: string) {
    this.delimiters = new Delimiters(text);
    this.limit = text.length;
    this.lines = new LineCounter(text);
  }

  /** The file ends inside an entry, as one does that is still being written. */
  truncated = false;

  /** How far the file has been read. */
  get position(): number {
    return this.at;
  }

  /** Reads on for about so many characters; `true` when the end is reached. */
  advance(characters: number): boolean {
    const until = this.at + characters;
    while (this.at < until) {
      const sign = this.text.indexOf('@', this.at);
      if (sign < 0) {
        this.at = this.text.length;
        this.fields.trim();
        return true;
      }
      const start = entryStartAt(this.text, sign);
      if (start && !this.isCommentedOut(sign)) this.readEntry(sign, start);
      else this.at = sign + 1;
    }
    return false;
  }

  /** BibTeX and Pandoc know no comment sign outside entries; but where the next line has one too, the author has put the whole entry away. */
  private isCommentedOut(sign: number): boolean {
    return (
      /%[ \t%]{0,20}$/.test(this.text.slice(Math.max(0, sign - 22), sign)) &&
      matchesAt(commentGoesOn, this.text, sign)
    );
  }

  private readEntry(sign: number, start: EntryStart): void {
    this.limit = this.text.length;
    this.broken = false;
    this.at = start.inside;
    if (start.type === 'comment' || start.type === 'preamble') this.skipBalanced(sign, start);
    else if (start.type === 'string') this.readString(sign, start);
    else this.readReference(sign, start);
  }

  private skipBalanced(sign: number, start: EntryStart): void {
    const close = start.delimiter === '{' ? this.delimiters.closingBrace(this.at, this.limit) : -1;
    if (close >= 0) {
      this.at = close + 1;
      return;
    }
    const lineEnd = this.endOfLine(this.at);
    const next = this.delimiters.nextPlausibleEntry(this.at);
    if (start.delimiter === '{') {
      this.tell(
        sign,
        start.inside,
        'warning',
        `“@${start.type}” has no closing brace; read as ended before the next entry. Add the brace.`,
      );
      this.at = next;
    } else this.at = Math.min(lineEnd, next);
  }

  private readString(sign: number, start: EntryStart): void {
    const name = this.fieldName();
    if (name === undefined) {
      this.tell(
        sign,
        start.inside,
        'warning',
        'This “@string” defines nothing; it was left out. Write it as “@string{name = "text"}”.',
      );
      return;
    }
    const value = this.readValue(name);
    this.strings.push({ name: name.toLowerCase(), at: sign, ...value });
    this.skipBlanks();
    const code = this.text.charCodeAt(this.at);
    if (code === closeBrace || code === closeParenthesis) this.at++;
    else
      this.tell(
        sign,
        this.at,
        'warning',
        `The “@string” for “${name}” has no closing brace; read as if it were there. Add the brace.`,
      );
  }

  private readReference(sign: number, start: EntryStart): void {
    const line = this.lines.lineAt(sign);
    const firstField = this.fields.length;
    const key = this.readKey(sign);
    const closed =
      this.readFields(start.delimiter, key || start.type) || this.readAgainByLine(start, key, firstField);
    if (!closed) this.tellUnclosed(sign, start, key);
    const endField = this.fields.length;
    if (!key && firstField === endField) return;
    this.entries.push({ type: start.type, key, start: sign, end: this.at, line, firstField, endField });
  }

  /**
   * A value that lacks its closing brace takes that of the entry for its own. Read with each value going no further than to the next
   * line that begins a field, the entry may close after all.
   */
  private readAgainByLine(start: EntryStart, key: string, firstField: number): boolean {
    if (this.broken || this.fields.length === firstField) return false;
    const { at } = this;
    const lastField = this.fields.length - 1;
    const findings = this.findings.length;
    if (!this.text.slice(this.fields.start(lastField), this.fields.end(lastField)).includes('='))
      return false;
    const fieldStart = this.fields.start(lastField) - 1;
    this.broken = true;
    this.limit = at;
    this.at = fieldStart;
    const name = this.fields.name(lastField);
    this.fields.truncate(lastField);
    this.readField(name, fieldStart);
    if (this.readFields(start.delimiter, key || start.type)) return true;
    this.findings.length = findings;
    this.at = at;
    return false;
  }

  private tellUnclosed(sign: number, start: EntryStart, key: string): void {
    const name = key ? `Entry “${key}”` : `This “@${start.type}”`;
    const atEnd = this.at >= this.text.length;
    if (atEnd) this.truncated = true;
    const why = atEnd ? 'the file ends inside it' : 'the next entry begins inside it';
    this.tell(
      sign,
      start.inside,
      'error',
      `${name} has no closing brace: ${why}. It was read as ended there. Add the brace.`,
    );
  }

  /** The citation key, and past its comma; empty when the entry has none. */
  private readKey(sign: number): string {
    this.skipBlanks();
    const begin = this.at;
    oddKey.lastIndex = keyText.lastIndex = begin;
    const written = oddKey.exec(this.text)?.[0] ?? keyText.exec(this.text)![0];
    const stop = this.text[begin + written.length];
    const words = written.trim().split(/\s+/, 2);
    if (stop === '=' || stop === '{' || stop === '"') {
      // What stands here is the first field, with or without a key before it.
      const key = words[1] === undefined && stop === '=' ? '' : words[0]!;
      this.at = begin + key.length;
      this.tell(sign, this.at, 'error', key ? missingKeyComma(key) : noKey);
      return key;
    }
    const key = written.trim();
    this.at = begin + written.length;
    if (stop !== ',' && stop !== '}') {
      this.skipBlanks();
      const next = this.text[this.at];
      if (next !== ',' && next !== '}' && next !== ')' && this.at < this.text.length)
        this.tell(sign, begin + written.length, 'error', missingKeyComma(key));
    }
    if (!key) this.tell(sign, begin, 'error', noKey);
    else if (words.length > 1)
      this.tell(
        begin,
        begin + key.length,
        'warning',
        `The key “${key}” contains a blank, which cannot be cited. Remove the blank.`,
      );
    return key;
  }

  /** Reads fields up to the end of the entry; `false` when it has none. */
  private readFields(delimiter: '{' | '(', entry: string): boolean {
    const { text } = this;
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.limit) return false;
      const code = text.charCodeAt(this.at);
      if (code === comma) this.at++;
      else if (code === closeBrace || code === closeParenthesis) {
        if (this.closes(code, delimiter)) return true;
      } else if (code === 64 && isFirstOnLine(text, this.at) && entryStartAt(text, this.at)) {
        this.limit = this.at;
        return false;
      } else {
        const start = this.at;
        const name = this.fieldName();
        if (name === undefined) this.skipStray(entry);
        else this.readField(name, start);
      }
    }
  }

  /** At a closing brace or parenthesis: whether it ends the entry. Passes it either way. */
  private closes(code: number, delimiter: '{' | '('): boolean {
    const at = this.at++;
    if ((code === closeParenthesis) !== (delimiter === '(')) {
      const over = matchesAt(entryOver, this.text, this.at);
      const sign = String.fromCharCode(code);
      this.tell(
        at,
        at + 1,
        'error',
        `“${sign}” does not close an entry that was opened by “${delimiter}”; ${over ? 'read as its end' : 'left out'}.`,
      );
      return over;
    }
    if (!matchesAt(fieldsGoOn, this.text, this.at)) return true;
    this.tell(
      at,
      at + 1,
      'error',
      'A closing brace too many: fields go on after it. Read as if it were not there. Remove it.',
    );
    return false;
  }

  private readField(name: string, nameStart: number): void {
    const value = this.readValue(name);
    this.fields.add(name, value.kind, value.start, value.end);
    const end = this.at;
    this.skipBlanks();
    const code = this.text.charCodeAt(this.at);
    if (code === comma || code === closeBrace || code === closeParenthesis || this.at >= this.limit) return;
    if (matchesAt(fieldStart, this.text, this.at))
      this.tell(
        nameStart,
        end,
        'error',
        `Missing comma after the field “${name}”; read as if it were there. Add the comma.`,
      );
  }

  /** The name of the field that begins here, and past its `=`; `undefined` when none does. */
  private fieldName(): string | undefined {
    this.skipBlanks();
    fieldStart.lastIndex = this.at;
    const match = fieldStart.exec(this.text);
    if (match) {
      this.at += match[0].length;
      return match[1]!;
    }
    fieldWithoutEquals.lastIndex = this.at;
    const named = fieldWithoutEquals.exec(this.text);
    if (!named) return undefined;
    this.tell(
      this.at,
      this.at + named[0].length,
      'error',
      `Missing “=” after the field “${named[1]}”; read as if it were there. Add it.`,
    );
    this.at += named[0].length;
    return named[1]!;
  }

  private readValue(name: string): { kind: ValueKind; start: number; end: number } {
    const start = this.at;
    let kind: ValueKind = valueKind.expression;
    let inside = start;
    let end = start;
    for (let part = 0; ; part++) {
      const code = this.text[this.at];
      inside = this.at + 1;
      if (code === '{') {
        end = this.readBraced(name);
        kind = valueKind.braced;
      } else if (code === '"') {
        end = this.readQuoted(name);
        kind = valueKind.quoted;
      } else {
        inside = this.at;
        kind = this.readBare(name);
        end = this.at;
      }
      const after = this.at;
      this.skipBlanks();
      if (this.text[this.at] !== '#') {
        if (part > 0) return { kind: valueKind.expression, start, end: after };
        return { kind, start: inside, end };
      }
      this.at++;
      this.skipBlanks();
    }
  }

  /** From an opening brace past the closing one; where what is inside ends. */
  private readBraced(name: string): number {
    const open = this.at;
    const close = this.seekBrace(open + 1);
    if (close >= 0) {
      this.at = close + 1;
      return close;
    }
    this.tell(
      open,
      open + 1,
      'error',
      `The value of “${name}” has no closing brace; read as ended before the next field. Add the brace.`,
    );
    return this.endOfBrokenValue(open + 1);
  }

  private seekBrace(from: number): number {
    if (!this.broken && !this.delimiters.exhausted) {
      const close = this.delimiters.closingBrace(from, this.limit);
      if (close >= 0) return close;
      this.breakOff(from);
    }
    return this.delimiters.closingBrace(from, Math.min(this.nextFieldLine(from), this.limit));
  }

  private readQuoted(name: string): number {
    const open = this.at;
    const bounded = this.broken || this.delimiters.exhausted;
    const limit = bounded ? Math.min(this.nextFieldLine(open + 1), this.limit) : this.limit;
    const { end, stray } = this.delimiters.closingQuote(open + 1, limit);
    if (end >= 0) {
      this.at = end + 1;
      if (stray)
        this.tell(
          open,
          end + 1,
          'error',
          `The value of “${name}” has quotation marks inside quotation marks; read up to the last one. Put the value in braces.`,
        );
      return end;
    }
    if (!bounded) this.breakOff(open);
    this.tell(
      open,
      open + 1,
      'error',
      `The value of “${name}” has no closing quotation mark; read as ended before the next field. Add the mark.`,
    );
    return this.endOfBrokenValue(open + 1);
  }

  /** A number or an abbreviation; with more words on its line, what a person forgot to put in braces. */
  private readBare(name: string): ValueKind {
    const start = this.at;
    bareValue.lastIndex = start;
    const match = bareValue.exec(this.text);
    if (!match) {
      this.tell(start, start, 'warning', `The field “${name}” has no value.`);
      return valueKind.expression;
    }
    const end = start + match[0].length;
    this.at = end;
    this.skipBlanks();
    const isOver = matchesAt(bareFollowed, this.text, this.at) || matchesAt(fieldStart, this.text, this.at);
    bareRest.lastIndex = end;
    const rest = isOver || this.at >= this.limit ? '' : (bareRest.exec(this.text)?.[0].trimEnd() ?? '');
    this.at = end + rest.length;
    if (rest === '') return valueKind.expression;
    this.tell(
      start,
      this.at,
      'error',
      `The value of “${name}” stands in neither braces nor quotation marks; read to the end of its line. Put it in braces.`,
    );
    return valueKind.braced;
  }

  /** After a value that has no end: the entry can go to the next entry at most, and its other values no further than their lines. */
  private breakOff(from: number): void {
    this.broken = true;
    this.limit = Math.min(this.limit, this.delimiters.nextPlausibleEntry(from));
  }

  private endOfBrokenValue(from: number): number {
    const end = Math.max(from, Math.min(this.nextFieldLine(from), this.limit));
    this.at = end;
    return from + this.text.slice(from, end).replace(/[\s,}"]*$/, '').length;
  }

  private nextFieldLine(from: number): number {
    if (from < this.knownFieldLineFrom || from > this.knownFieldLine) {
      fieldLine.lastIndex = from;
      this.knownFieldLineFrom = from;
      this.knownFieldLine = fieldLine.exec(this.text)?.index ?? this.text.length;
    }
    return this.knownFieldLine;
  }

  /** Passes over text between fields that belongs to none. */
  private skipStray(entry: string): void {
    const start = this.at;
    const { text } = this;
    if (text[this.at] === '{') {
      const close = this.seekBrace(this.at + 1);
      this.at = close >= 0 ? close + 1 : this.at + 1;
    } else {
      this.at++;
      while (this.at < this.limit && !strayEnd.has(text[this.at]!)) this.at++;
    }
    const seen = text.slice(start, Math.min(this.at, start + 40)).trim();
    this.tell(
      start,
      this.at,
      'error',
      `“${seen}” in entry “${entry}” belongs to no field; it was left out. A comma, brace or “=” may be missing before it.`,
    );
  }

  /** Passes over blanks and comment lines. */
  private skipBlanks(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff) this.at++;
      else if (code === 37) this.at = this.endOfLine(this.at);
      else return;
    }
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf(this.lines.newline, from);
    return end < 0 ? this.text.length : end;
  }

  private tell(start: number, end: number, severity: Finding['severity'], message: string): void {
    this.findings.push({ start, end, severity, message });
  }
}

const commentGoesOn = /[^\n\r]{0,2000}\r?\n[ \t]{0,200}%/y;
const strayEnd = new Set([',', '\n', '\r', '}', ')', '@', '{', '=']);
const noKey = 'This entry has no citation key, so nothing can cite it. Write a key before the first comma.';

function missingKeyComma(key: string): string {
  return `Missing comma after the key “${key}”; read as if it were there. Add the comma.`;
}
