import type { Citation, DeclaredBibliography } from '../citation';
import { citeArguments, declaredPaths } from './callArguments';
import { referenceEnd } from './label';
import { TypstScanner } from './typstScanner';

/** Deeper brackets are characters like others. */
const maxDepth = 200;

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const identifier = /[\p{XIDS}_][\p{XIDC}_-]*/uy;
const labelInMarkup = /<([\p{XIDC}_:.-]+)>/uy;
const address = /https?:\/\/[^\s<>"\])}]*/y;
/** Behind these, code goes on to the end of the line. */
const statement = /^(?:let|set|show|import|include|if|for|while|return|context)$/;
/** Behind these, it goes on to the end of the block. */
const blockStatement = /^(?:if|for|while)$/;
const otherwise = /\s*else\b/y;

/** A bracket that is open, and what is in it. */
interface Frame {
  readonly mode: 'markup' | 'code';
  readonly closer: string;
  /** Code behind a keyword ends with its line. */
  readonly endsWithLine: boolean;
  readonly endsWithBlock?: boolean;
  /** The call whose arguments these are. */
  readonly call?: { readonly name: string; readonly start: number; readonly open: number };
}

/** Reads markup and code of a Typst file in one pass, as far as it takes to find what it cites. */
export class TypstReader extends TypstScanner {
  readonly citations: Citation[] = [];
  readonly bibliographies: DeclaredBibliography[] = [];
  /** Labels that the document gives to its own parts. */
  readonly labels = new Set<string>();
  private readonly frames: Frame[] = [{ mode: 'markup', closer: '', endsWithLine: false }];

  read(): void {
    while (this.at < this.text.length) {
      if (this.comment()) continue;
      if (this.frame.mode === 'markup') this.markup();
      else this.code();
    }
    // What is still open is being typed.
    while (this.frames.length > 1) this.close(this.frames.pop()!, this.text.length);
  }

  private get frame(): Frame {
    return this.frames[this.frames.length - 1]!;
  }

  private markup(): void {
    const character = this.text[this.at]!;
    switch (character) {
      case '\\':
        this.at += 2;
        return;
      case '`':
        this.raw();
        return;
      case '$':
        this.math();
        return;
      case '@':
        this.reference();
        return;
      case '#':
        this.at++;
        this.expression();
        return;
      case '<':
        this.label();
        return;
      case 'h':
        this.at = this.match(address) ?? this.at + 1;
        return;
      case '[':
        this.open('markup');
        return;
      case ']':
        if (this.frame.closer === character) this.closeHere();
        else this.at++;
        return;
      default:
        this.at++;
    }
  }

  private code(): void {
    const character = this.text[this.at]!;
    if (character === '"') this.string();
    else if (character === '`') this.raw();
    else if (character === '$') this.math();
    else if (character === '[') this.open('markup');
    else if (character === '(' || character === '{') this.open('code');
    else if (character === this.frame.closer) this.closeHere();
    else if (this.frame.endsWithLine && /[\n;\])}]/.test(character)) this.frames.pop();
    else if (this.match(identifier) !== undefined) this.callOrName();
    else this.at++;
  }

  /** What follows `#` in markup: a call with its arguments, a block, or a statement. */
  private expression(): void {
    const start = this.at;
    const character = this.text[start];
    const end = this.match(identifier);
    if (character === '{' || character === '(') this.open('code');
    else if (character === '"') this.string();
    else if (end !== undefined && !statement.test(this.text.slice(start, end))) this.callOrName();
    else if (end !== undefined) {
      this.at = end;
      const endsWithBlock = blockStatement.test(this.text.slice(start, end));
      this.frames.push({ mode: 'code', closer: '', endsWithLine: true, endsWithBlock });
    }
  }

  /** `name`, `name.method`, with the arguments in parentheses, which are code. Content in brackets is read as what it is. */
  private callOrName(): void {
    const start = this.at;
    let nameStart = start;
    this.at = this.match(identifier) ?? this.at + 1;
    while (this.text[this.at] === '.') {
      this.at++;
      const end = this.match(identifier);
      if (end === undefined) {
        this.at--;
        break;
      }
      nameStart = this.at;
      this.at = end;
    }
    if (this.text[this.at] === '(')
      this.open('code', { name: this.text.slice(nameStart, this.at), start, open: this.at });
  }

  private open(mode: Frame['mode'], call?: Frame['call']): void {
    const character = this.text[this.at]!;
    this.at++;
    if (this.frames.length < maxDepth)
      this.frames.push({ mode, closer: closers[character]!, endsWithLine: false, ...(call && { call }) });
  }

  private closeHere(): void {
    const frame = this.frames.pop()!;
    this.at++;
    this.close(frame, this.at);
    if (this.frame.endsWithBlock && /[}\]]/.test(frame.closer) && this.match(otherwise) === undefined)
      this.frames.pop();
    // `#f(…)(…)`, `#f(…).method(…)`
    if (this.frame.mode === 'markup' && frame.closer === ')') {
      if (this.text[this.at] === '(') this.open('code');
      else if (this.text[this.at] === '.' && /[\p{XIDS}_]/u.test(this.text[this.at + 1] ?? '')) {
        const dot = this.at++;
        const end = this.match(identifier)!;
        if (this.text[end] === '(') this.callOrName();
        else this.at = dot + 1;
      }
    }
  }

  private close({ call }: Frame, end: number): void {
    if (!call) return;
    const inside = this.text.slice(call.open + 1, end).replace(/\)$/, '');
    if (call.name === 'cite') {
      const isClosed = this.text[end - 1] === ')';
      const start = this.text[call.start - 1] === '#' ? call.start - 1 : call.start;
      const key = citeArguments(inside, call.open + 1);
      if (key)
        this.citations.push({
          keys: [key],
          start,
          end,
          command: 'cite',
          ...(!isClosed && { unfinished: true }),
        });
    } else if (call.name === 'bibliography')
      this.bibliographies.push(...declaredPaths(inside, call.open + 1));
  }

  private reference(): void {
    const start = this.at;
    const end = referenceEnd(this.text, start + 1);
    this.at = Math.max(end, start + 1);
    if (end === start + 1) return;
    const key = { key: this.text.slice(start + 1, end), form: 'normal' as const, start: start + 1, end };
    const close = this.text[end] === '[' ? this.supplementEnd(end) : undefined;
    const locator = close && this.text.slice(end + 1, close - 1).trim();
    this.citations.push({ keys: [{ ...key, ...(locator && { locator }) }], start, end: close ?? end });
  }

  /** After the bracket at `open`, when it closes on this line. */
  private supplementEnd(open: number): number | undefined {
    let depth = 0;
    for (let at = open; at < this.text.length && at < open + 500 && this.text[at] !== '\n'; at++) {
      if (this.text[at] === '\\') at++;
      else if (this.text[at] === '[') depth++;
      else if (this.text[at] === ']' && --depth === 0) return at + 1;
    }
    return undefined;
  }

  private label(): void {
    const end = this.match(labelInMarkup);
    if (end !== undefined) this.labels.add(this.text.slice(this.at + 1, end - 1));
    this.at = end ?? this.at + 1;
  }
}
