import { Environments } from '../blocks/environments';
import { blockTags, endOfElement, type HtmlTag, readHtmlTag, verbatimTags } from '../blocks/html';
import { endOfTicks, runsOfTicks } from './backtickRuns';
import { endOfBareEmail, endOfBareUri } from './bareUri';
import { BracketPairs } from './bracketPairs';
import { type KeyToken, readKey } from './citationKey';
import { InlineDelimiters } from './inlineDelimiters';
import { endOfCommand } from './rawTex';
import { endOfShortcode } from './shortcode';

/** A bracket and what is in it: keys, semicolons and further brackets, in order. */
export interface Bracket {
  readonly kind: 'text' | 'image' | 'note' | 'root';
  readonly open: number;
  /** Of the `]`; -1 where there is none. */
  close: number;
  readonly items: (KeyToken | Bracket)[];
  /** The semicolons that are in this very bracket. */
  readonly semicolons: number[];
}

export interface InlineTree {
  readonly root: Bracket;
  /** Labels of the notes referred to. */
  readonly notes: readonly string[];
  /** Keys behind a bracket that does not close, or not yet. */
  readonly unfinished: ReadonlySet<KeyToken>;
}

/** Extensions of Pandoc's Markdown that it does not have by default. */
export interface InlineExtensions {
  /** `autolink_bare_uris` */
  readonly bareUris?: boolean;
  /** `tex_math_single_backslash` */
  readonly backslashMath?: boolean;
  /** Quarto's `{{< video https://example.org/@lab >}}`, whose arguments are no text. */
  readonly shortcodes?: boolean;
}

export function isBracket(item: KeyToken | Bracket): item is Bracket {
  return 'kind' in item;
}

/** Deeper brackets are characters like others. */
const maxDepth = 100;

const noteReference = /\[\^([^\s\]^[]+)\]/y;
const autolink = /<(?:[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/y;
const attributes = /\{\s*(?:[#.=][^{}]*|[\w-]+=[^{}]*)\}/y;

/**
 * Reads running text as Pandoc does, as far as it matters to citations: skips code, math, raw HTML and TeX, escapes and the addresses
 * of links, and gives the keys that are left, by the brackets they stand in. One pass; what failed to close once is not tried again.
 */
export class InlineReader {
  private readonly root: Bracket = { kind: 'root', open: -1, close: -1, items: [], semicolons: [] };
  private readonly open: Bracket[] = [this.root];
  private readonly notes: string[] = [];
  private readonly unfinished = new Set<KeyToken>();
  private readonly pairs: BracketPairs;
  private readonly environments: Environments;
  private ticks: Map<number, number[]> | undefined;
  /** Marks that nothing closes from here on. */
  private readonly unclosed: string[] = [];
  /** Where the last thing ended that is no word. */
  private readTo = 0;

  constructor(
    private readonly text: string,
    private readonly extensions: InlineExtensions = {},
    /** Is told what is passed over as it stands: code, math, raw HTML, TeX and escapes. */
    private readonly verbatim?: (start: number, end: number) => void,
  ) {
    this.pairs = new BracketPairs(text);
    this.environments = new Environments(text);
  }

  /** What follows the last key is read only where notes are asked for. */
  read(withNotes = true): InlineTree {
    const marks = new InlineDelimiters(this.text);
    for (let at = marks.next(0, false); at < this.text.length; ) {
      const isBehindKeys = !withNotes && !marks.haveKey && this.open.length === 1;
      if (isBehindKeys && !this.followsKey(at)) break;
      const next = this.step(at);
      if (next > at + 1 && /[\\`$<]/.test(this.text[at]!)) this.verbatim?.(at, next);
      // A TeX command is a word: `\fps@figure` cites nothing.
      if (next > at + 1 && this.text[at] !== '\\') this.readTo = next;
      at = marks.next(next, this.open.length > 1);
    }
    // Brackets that never close are characters, and what is in them is running text.
    for (let depth = 1; depth < this.open.length; depth++) this.dissolve(this.open[depth]!);
    return { root: this.root, notes: this.notes, unfinished: this.unfinished };
  }

  /** Whether a key stands right before: a bracket here may go on with its citation. */
  private followsKey(at: number): boolean {
    const item = this.root.items.at(-1);
    return item !== undefined && !isBracket(item) && /^\s*$/.test(this.text.slice(item.end, at));
  }

  private get current(): Bracket {
    return this.open[this.open.length - 1]!;
  }

  private step(at: number): number {
    switch (this.text[at]) {
      case '\\':
        return this.backslash(at);
      case '`':
        return this.code(at);
      case '$':
        return this.math(at);
      case '<':
        return this.html(at);
      case '@':
        return this.key(at);
      case ';':
        this.current.semicolons.push(at);
        return at + 1;
      case '[':
        return this.openBracket(at);
      case ']':
        return this.closeBracket(at);
      default:
        return at + 1;
    }
  }

  private backslash(at: number): number {
    const next = this.text[at + 1] ?? '';
    if (this.extensions.backslashMath && (next === '(' || next === '[')) {
      const close = this.text.indexOf(next === '(' ? '\\)' : '\\]', at + 2);
      if (close >= 0) return close + 2;
    }
    if (!/[a-zA-Z]/.test(next)) return at + 2;
    return this.environments.endOf(at) ?? endOfCommand(this.text, at, this.pairs);
  }

  private code(at: number): number {
    const open = endOfTicks(this.text, at);
    this.ticks ??= runsOfTicks(this.text);
    // What closes nothing may close with fewer of its backticks: the first one is text then.
    for (let count = open - at; count > 0; count--) {
      const runs = this.ticks.get(count);
      while (runs?.length && runs.at(-1)! < open) runs.pop();
      if (runs?.length) return this.afterAttributes(runs.at(-1)! + count);
    }
    return open;
  }

  /** `tex_math_dollars`: no space inside the dollars, no digit after the closing one. */
  private math(at: number): number {
    const display = this.text[at + 1] === '$';
    const mark = display ? '$$' : '$';
    const from = at + mark.length;
    if (this.unclosed.includes(mark) || (!display && /^\s/.test(this.text[from] ?? ' '))) return from;
    for (let end = from; end < this.text.length; end++) {
      const character = this.text[end];
      if (character === '\\') end++;
      else if (character === '$') {
        if (display) {
          if (this.text[end + 1] === '$' && end > from) return end + 2;
        } else if (!/\s/.test(this.text[end - 1]!) && !/\d/.test(this.text[end + 1] ?? '') && end > from)
          return end + 1;
      }
    }
    this.unclosed.push(mark);
    return from;
  }

  private html(at: number): number {
    autolink.lastIndex = at;
    if (autolink.test(this.text)) return this.afterAttributes(autolink.lastIndex);
    const isComment = this.text.startsWith('<!--', at);
    if (isComment && this.unclosed.includes('<!--')) return at + 1;
    const tag = readHtmlTag(this.text, at);
    if (tag && !blockTags.has(tag.name)) return tag.end;
    if (tag && !tag.isClosing && verbatimTags.has(tag.name)) return this.element(tag);
    if (isComment) this.unclosed.push('<!--');
    return at + 1;
  }

  /** What `<style>` and its like hold is no text. */
  private element({ name, end }: HtmlTag): number {
    if (this.unclosed.includes(name)) return end;
    const close = endOfElement(this.text, name, end);
    if (close === undefined) this.unclosed.push(name);
    return close ?? end;
  }

  private key(at: number): number {
    const address = this.extensions.bareUris
      ? (endOfBareUri(this.text, at) ?? endOfBareEmail(this.text, at, this.readTo))
      : undefined;
    if (address !== undefined) return address;
    const shortcode = this.extensions.shortcodes ? endOfShortcode(this.text, at) : undefined;
    if (shortcode !== undefined) return shortcode;
    const token = readKey(this.text, at, this.readTo);
    if (!token) return at + 1;
    this.current.items.push(token);
    return token.end;
  }

  private openBracket(at: number): number {
    noteReference.lastIndex = at;
    const note = noteReference.exec(this.text)?.[1];
    if (note !== undefined) {
      this.notes.push(note);
      return noteReference.lastIndex;
    }
    if (this.open.length > maxDepth) return at + 1;
    const before = this.text[at - 1];
    const kind = before === '^' ? 'note' : before === '!' ? 'image' : 'text';
    this.open.push({ kind, open: at, close: -1, items: [], semicolons: [] });
    return at + 1;
  }

  private closeBracket(at: number): number {
    if (this.open.length === 1) return at + 1;
    const bracket = this.open.pop()!;
    bracket.close = at;
    this.current.items.push(bracket);
    if (this.text[at + 1] === '(' && bracket.kind !== 'note') {
      const close = this.pairs.closing(at + 1);
      if (close !== undefined) return this.afterAttributes(close + 1);
    }
    return this.afterAttributes(at + 1);
  }

  private afterAttributes(at: number): number {
    attributes.lastIndex = at;
    return attributes.test(this.text) ? attributes.lastIndex : at;
  }

  private dissolve(bracket: Bracket): void {
    for (const item of bracket.items) {
      this.root.items.push(item);
      if (bracket.kind === 'text' && !isBracket(item)) this.unfinished.add(item);
    }
    for (const semicolon of bracket.semicolons) this.root.semicolons.push(semicolon);
  }
}
