import { unescapeTex } from './unescapeTex';

/** So far is looked for the end of `[…]` and `\verb|…|`. */
const maxAsideLength = 300;

const blanks = /\s+/y;

/** A text in TeX that is read from front to back, and what is taken from it to the letter. */
export class TexSource {
  protected at = 0;

  constructor(protected readonly source: string) {}

  /** A comment where it ends the line, as in TeX; in the line a sign that its author meant. */
  protected readPercent(): string {
    const comment = /%[ \t]*(?:\r?\n|\r)[ \t]*/y;
    comment.lastIndex = this.at;
    const match = comment.exec(this.source);
    this.at += match ? match[0].length : 1;
    return match ? '' : '%';
  }

  /** `\char"E9`, `\char233`, `\symbol{233}`. */
  protected readCharacterCode(): string {
    const written = /\{?\s*(?:"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))\s*\}?/y;
    written.lastIndex = this.at;
    const match = written.exec(this.source);
    if (!match) return '';
    this.at += match[0].length;
    const code = match[1]
      ? Number.parseInt(match[1], 16)
      : match[2]
        ? Number.parseInt(match[2], 8)
        : Number(match[3]);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }

  /** An argument as it is written; for addresses without the backslashes that TeX needs before its signs. */
  protected readVerbatim(forAddress = true): string {
    this.skipBlanks();
    if (this.source[this.at] !== '{') return '';
    let depth = 0;
    const start = this.at + 1;
    for (; this.at < this.source.length; this.at++) {
      const character = this.source[this.at];
      if (character === '{') depth++;
      else if (character === '}' && --depth === 0) break;
    }
    const text = this.source.slice(start, this.at++);
    return forAddress ? unescapeTex(text) : text;
  }

  protected readVerb(): string {
    const mark = this.source[this.at] ?? '';
    const rest = this.source.slice(this.at + 1, this.at + maxAsideLength);
    const end = rest.indexOf(mark);
    if (!mark || end < 0) return '';
    this.at += end + 2;
    return rest.slice(0, end);
  }

  protected skipOption(): void {
    this.skipBlanks();
    if (this.source[this.at] !== '[') return;
    const end = this.source.slice(this.at, this.at + maxAsideLength).indexOf(']');
    if (end >= 0) this.at += end + 1;
  }

  protected skipBlanks(): void {
    blanks.lastIndex = this.at;
    const match = blanks.exec(this.source);
    if (match) this.at += match[0].length;
  }
}
