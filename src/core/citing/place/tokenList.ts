import type { Citation } from '../citation';
import type { Token, TokenKind, TokenTraits } from './token';
import { isWide, wordEnd } from './word';

const opens = /[\p{Ps}\p{Pi}¿¡]/u;
const closes = /[\p{Pe}\p{Pf}\p{Po}]/u;
const quotes = /["'“”„‟‘’‚‛«»‹›]/;
const dashes = /[-‐‑–—−/|]/;
const widePunctuation = /[\u3000-\u303f\uff00-\uff65]/;

/** Tokens of a stretch of text, as they are put together from its start. What a language does not know better, `plain` reads. */
export class TokenList {
  readonly tokens: Token[] = [];
  /** Where what is set apart ends, as a language notes it at its beginning. */
  readonly apartEnds = new Set<number>();
  private readonly open = new Set<string>();
  private lineBegin: number;
  /** Up to here line ends were looked for. */
  private seen: number;

  /** What is behind the stretch is not looked at: what does not end there would be looked for to its end again and again. */
  readonly text: string;

  constructor(
    text: string,
    public at: number,
    readonly end: number,
  ) {
    this.text = text.slice(0, end);
    this.lineBegin = at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    this.seen = at;
  }

  get last(): Token | undefined {
    return this.tokens.at(-1);
  }

  /** Nothing that is set off stands right before. */
  get isLeading(): boolean {
    const { last } = this;
    return (
      !last ||
      last.kind === 'blank' ||
      last.kind === 'open' ||
      last.kind === 'start' ||
      last.kind === 'neutral'
    );
  }

  get isLineStart(): boolean {
    return this.at === 0 || /[\n\r]/.test(this.text[this.at - 1]!);
  }

  /** Where the line begins that `at` is in. */
  get lineStart(): number {
    for (; this.seen < this.at; this.seen++)
      if (this.text[this.seen] === '\n') this.lineBegin = this.seen + 1;
    return this.lineBegin;
  }

  add(kind: TokenKind, end: number, traits: TokenTraits = {}): Token {
    const to = Math.min(Math.max(end, this.at + 1), this.end);
    const token = { kind, start: this.at, end: to, ...traits };
    this.tokens.push(token);
    this.at = to;
    return token;
  }

  /** The end of a match right here. */
  match(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    return found && pattern.lastIndex <= this.end && found[0] !== '' ? pattern.lastIndex : undefined;
  }

  /** A mark of emphasis, which opens before what follows it and closes behind what stands before it. */
  mark(written: string): Token {
    const next = this.text[this.at + written.length] ?? ' ';
    const mayOpen = !/\s/.test(next);
    const closesNow = this.open.has(written) && !this.endsBlank;
    if (closesNow || !mayOpen) this.open.delete(written);
    else this.open.add(written);
    return this.add(closesNow || !mayOpen ? 'close' : 'open', this.at + written.length, { markup: true });
  }

  private get endsBlank(): boolean {
    return /\s/.test(this.text[this.at - 1] ?? ' ');
  }

  /** One blank, word, quote or sign, as in any language. */
  plain(): Token {
    const { text, at } = this;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const says = (end: number) => text.slice(at, Math.min(end, this.end));
    // The line may end behind the stretch.
    const blanks = this.match(/[^\S\n]*\n/y) ?? this.match(/[^\S\n]+/y);
    if (blanks !== undefined) return this.add('blank', blanks, { says: ' ' });
    const end = wordEnd(text, at);
    const wide = isWide(character) || widePunctuation.test(character) ? { wide: true } : {};
    if (end !== undefined) return this.add('word', end, { ...wide, says: says(end) });
    const traits = { ...wide, says: character };
    if (quotes.test(character)) {
      const opensHere = this.isLeading && !/\s/.test(text[at + 1] ?? ' ');
      return this.add(opensHere ? 'open' : 'close', at + 1, traits);
    }
    const dash = dashes.test(character) ? (this.match(/[-‐‑–—−/|]+/y) ?? at + 1) : undefined;
    if (dash !== undefined) return this.add('neutral', dash, { says: says(dash) });
    if (opens.test(character)) return this.add('open', at + 1, traits);
    return this.add(closes.test(character) ? 'close' : 'word', at + character.length, traits);
  }
}

/** The citations of a stretch by where they begin; of several that begin there the first, which is the outer one. */
export function citationsByStart(
  citations: readonly Citation[],
  start: number,
  end: number,
): ReadonlyMap<number, Citation> {
  const byStart = new Map<number, Citation>();
  for (const citation of citations)
    if (citation.end > start && citation.start < end && !byStart.has(citation.start))
      byStart.set(citation.start, citation);
  return byStart;
}
