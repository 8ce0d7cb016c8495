import { CharacterFinder } from './characterFinder';
import { isPlausibleEntry } from './entryStart';

/** The characters that decide where values end, by their numbers in `finder`. */
const open = 0;
const close = 1;
const backslash = 2;
const at = 3;

/** After a closed value: what may follow when it was the right end. */
const properlyFollowed = /\s{0,500}(?:[,})#%]|$)/y;
/** After a closing quotation mark: the next field, the end of the entry, or an end of line before either. */
const quoteFollowed =
  /\s{0,500}(?:[#%})]|$|(?:,\s{0,500}(?:[})%]|$))|(?:,\s{0,500})?[A-Za-z][^\s=,{}"]{0,60}\s{0,60}=|,\s{0,500}[^\s=,{}"#%@()]{1,60}\s{0,60}=\s{0,60}["{\w])/y;

/** After a value that ends as BibTeX has it: a further part, the next field, or the end of an entry that was opened by this sign. */
const fieldOver = {
  '{': /\s{0,500}(?:#|,\s{0,500}(?:[^\s=,{}"#%()']{1,100}\s{0,200}=|\}|$)|\}(?!\s{0,200}(?:[,})"]|[A-Za-z][\w+.:-]{0,60}\s{0,20}=)))/y,
  '(': /\s{0,500}(?:#|,\s{0,500}(?:[^\s=,{}"#%()']{1,100}\s{0,200}=|\)|$)|\)(?!\s{0,200}(?:[,})"]|[A-Za-z][\w+.:-]{0,60}\s{0,20}=)))/y,
};

/** A value runs at most over so many plausible entries; beyond that its closing brace is missing. */
const entriesInsideValue = 2;

/**
 * Finds where values in braces and quotation marks end, and notices when they do not: the next entry begins inside them. Reads each
 * character of a file a bounded number of times, whatever the file looks like.
 */
export class Delimiters {
  private readonly finder: CharacterFinder;
  /** A search came to the end of the file in vain once: later ones give up at the first entry that begins inside a value. */
  private unbalanced = false;
  private effort: number;
  private knownNextFrom = -1;
  private knownNext = -1;
  /** What opened the entry at hand. */
  opener: '{' | '(' = '{';
  /** The last search passed a brace or quotation mark behind a backslash. */
  private sawEscaped = false;

  constructor(private readonly text: string) {
    this.finder = new CharacterFinder(text, ['{', '}', '\\', '@']);
    this.effort = 4 * text.length + 1000;
  }

  /** So much was searched in vain that only what lies within one field is searched from now on. */
  get exhausted(): boolean {
    return this.effort <= 0;
  }

  /** Even that was too much: this is no bibliography, and every value ends with its line. */
  private get givenUp(): boolean {
    return this.effort <= -4 * this.text.length;
  }

  /**
   * The brace that closes a value beginning at `from` (inside), or -1. `\{` and `\}` count as braces for BibTeX and biber, not for Pandoc
   * and people: they count where BibTeX finds the end of a field so, else where only that gives the value an end.
   */
  closingBrace(from: number, limit: number): number {
    if (this.givenUp) return -1;
    this.sawEscaped = false;
    const escaped = this.searchBrace(from, limit, true);
    if (escaped >= 0 && !this.sawEscaped) return escaped;
    const counted = this.searchBrace(from, Math.min(limit, this.nextPlausibleEntry(from)), false);
    for (const pattern of [fieldOver[this.opener], properlyFollowed])
      for (const end of [counted, escaped])
        if (end >= 0 && matchesAt(pattern, this.text, end + 1)) return end;
    return escaped >= 0 ? escaped : counted;
  }

  /**
   * The brace that closes a `@comment` or `@preamble` beginning at `from` (inside), or -1: entries put away in it are part of it, so it is
   * searched for by its braces alone.
   */
  closingBraceOfAside(from: number): number {
    if (this.exhausted) return this.closingBrace(from, this.text.length);
    const { finder, text } = this;
    let depth = 1;
    for (let i = from; ; i++) {
      const nextOpen = finder.next(open, i);
      const nextClose = finder.next(close, i);
      const nextBackslash = finder.next(backslash, i);
      i = Math.min(nextOpen, nextClose, nextBackslash);
      if (i >= text.length) return this.fail(from, text.length);
      if (i === nextBackslash) {
        if ('{}\\'.includes(text[i + 1] ?? ' ')) i++;
      } else if (i === nextOpen) depth++;
      else if (--depth === 0) return i;
    }
  }

  private searchBrace(from: number, limit: number, escapes: boolean): number {
    const { text, finder } = this;
    let depth = 1;
    let entries = 0;
    for (let i = from; ; ) {
      const nextOpen = finder.next(open, i);
      const nextClose = finder.next(close, i);
      const nextBackslash = escapes ? finder.next(backslash, i) : limit;
      const nextAt = finder.next(at, i);
      i = Math.min(nextOpen, nextClose, nextBackslash, nextAt);
      if (i >= limit) break;
      if (i === nextOpen) depth++;
      else if (i === nextClose) {
        if (--depth === 0)
          return entries === 0 || matchesAt(properlyFollowed, text, i + 1) ? i : this.fail(from, i);
      } else if (i === nextBackslash) {
        const escaped = text[i + 1];
        if (escaped === '{' || escaped === '}' || escaped === '\\') i++;
        this.sawEscaped ||= escaped === '{' || escaped === '}';
      } else if (isPlausibleEntry(text, i) && (this.unbalanced || ++entries > entriesInsideValue))
        return this.fail(from, i);
      i++;
    }
    if (limit === text.length) this.unbalanced = true;
    return this.fail(from, limit);
  }

  /** The quotation mark that closes a value beginning at `from` (inside), or -1. `stray` says that others stand inside the value. */
  closingQuote(from: number, limit: number): { readonly end: number; readonly stray: boolean } {
    if (this.givenUp) return { end: -1, stray: false };
    this.sawEscaped = false;
    const close = this.searchQuote(from, limit, true);
    if (close.end >= 0 && !this.sawEscaped) return close;
    const next = Math.min(limit, this.nextPlausibleEntry(from));
    const counted = this.countedQuote(from, next);
    if (counted >= 0 && matchesAt(fieldOver[this.opener], this.text, counted + 1))
      return { end: counted, stray: false };
    return close.end >= 0 ? close : this.searchQuote(from, next, false);
  }

  /** The first quotation mark outside of braces, which ends a value for BibTeX. */
  private countedQuote(from: number, limit: number): number {
    let depth = 0;
    for (let i = from; i < limit && depth >= 0; i++) {
      const character = this.text[i];
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth === 0) return i;
    }
    return this.fail(from, limit);
  }

  private searchQuote(
    from: number,
    limit: number,
    escapes: boolean,
  ): { readonly end: number; readonly stray: boolean } {
    const { text } = this;
    let depth = 0;
    let first = -1;
    for (let i = from; i < limit; i++) {
      const character = text[i];
      if (character === '{') depth++;
      else if (character === '}') {
        // The entry closes here, or a brace is left over: no value goes on.
        if (--depth < 0) break;
      } else if (character === '\\') {
        const isBrace = /[{}]/.test(text[i + 1] ?? '');
        if (isBrace || text[i + 1] === '"') this.sawEscaped = true;
        if (escapes || !isBrace) i++;
      } else if (character === '"' && depth === 0) {
        if (matchesAt(quoteFollowed, text, i + 1)) return { end: i, stray: first >= 0 };
        if (first < 0) first = i;
      } else if (character === '@' && isPlausibleEntry(text, i)) {
        this.fail(from, i);
        return { end: first, stray: false };
      }
    }
    this.fail(from, limit);
    return { end: first, stray: false };
  }

  /** Where the next entry plausibly begins after this place; the end of the text if none does. */
  nextPlausibleEntry(from: number): number {
    if (from < this.knownNextFrom || from > this.knownNext) {
      this.knownNextFrom = from;
      let i = this.text.indexOf('@', from);
      while (i >= 0 && !isPlausibleEntry(this.text, i)) i = this.text.indexOf('@', i + 1);
      this.knownNext = i < 0 ? this.text.length : i;
    }
    return this.knownNext;
  }

  private fail(from: number, to: number): -1 {
    this.effort -= to - from;
    return -1;
  }
}

/** Whether the (sticky) pattern matches at this place. */
export function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
