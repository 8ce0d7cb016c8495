import { tableOf } from '../../util/collections/tableOf';
import { filesIncluded } from './includedFiles';
import { referenceEnd } from './label';
import { type Call, refersToLabels, TypstFindings } from './typstFindings';
import { TypstScanner } from './typstScanner';

/** Deeper brackets are characters like others. */
const maxDepth = 200;

const closers: Readonly<Record<string, string>> = tableOf({ '(': ')', '[': ']', '{': '}', $: '$' });
const identifier = /[\p{XIDS}_][\p{XIDC}_-]*/uy;
const labelLiteral = /<([\p{XIDC}_:.-]+)>/uy;
/** What is taken in, or `undefined` in place of its name where that is put together. */
const inclusion = /[ \t]*(?:"([^"\n]+)"(?![ \t]*\+)|\([ \t]*"([^"\n]+)"[ \t]*\))/y;
/** Which may be followed by parentheses like the name of a call. */
const inclusionKeyword = /(?:include|import)(?![\p{XIDC}_-])/uy;
const address = /https?:\/\/[^\s<>"\])}]*/y;
/** Behind these, code goes on to the end of the line. */
const statement = /^(?:let|set|show|import|include|if|for|while|return|context)$/;
/** Behind these, it goes on to the end of the block. */
const blockStatement = /^(?:if|for|while)$/;
const otherwise = /\s*else\b/y;

/** Each looks through the whole text for what its names stand for. */
const maxFollowed = 20;

/** `label: <fig:one>` */
const namedArgument = /[\p{XIDC}_-]\s*:\s*$/u;
const maxName = 60;

/** A bracket that is open, and what is in it. */
interface Frame {
  readonly mode: 'markup' | 'code' | 'math';
  readonly closer: string;
  /** Code behind a keyword ends with its line. */
  readonly endsWithLine: boolean;
  readonly endsWithBlock?: boolean;
  /** The call whose arguments these are. */
  readonly call?: Call;
  /** The next block in it is a branch of an `if`. */
  awaitsBranch?: boolean;
  /** Where the branch begins that this is. */
  readonly branchStart?: number;
}

/** Reads markup and code of a Typst file in one pass, as far as it takes to find what it cites. */
export class TypstReader extends TypstScanner {
  readonly found = new TypstFindings(this.text);
  private readonly frames: Frame[] = [{ mode: 'markup', closer: '', endsWithLine: false }];

  private followed = 0;

  read(): void {
    while (this.at < this.text.length) {
      if (this.comment()) continue;
      if (this.frame.mode === 'markup') this.markup();
      else if (this.frame.mode === 'math') this.inMath();
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
        this.open('math');
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
    if (character === '"') this.name();
    else if (character === '`') this.raw();
    else if (character === '$') this.open('math');
    else if (character === '<') this.labelInCode();
    else if (character === '[') this.open('markup');
    else if (character === '(' || character === '{') this.open('code');
    else if (character === this.frame.closer) this.closeHere();
    else if (this.frame.endsWithLine && /[\n;\])}]/.test(character)) this.frames.pop();
    else if (this.match(identifier) !== undefined) this.word();
    else this.at++;
  }

  /** A formula, in which code and labels may stand behind `#`. */
  private inMath(): void {
    const character = this.text[this.at]!;
    if (character === '\\') this.at += 2;
    else if (character === '"') this.string();
    else if (character === '#' && this.text[this.at + 1] === '<') {
      this.at++;
      this.labelInCode();
    } else if (character === '#') {
      this.at++;
      this.expression();
      if (this.text[this.at] === '[') this.open('markup');
    } else if (character === this.frame.closer) this.closeHere();
    else this.at++;
  }

  /** A string of the code. */
  private name(): void {
    const start = this.at + 1;
    this.string();
    this.found.string(start, this.at - 1, this.callAround());
  }

  /** The call whose arguments are being read, in lists and blocks of them too. */
  private callAround(): Call | undefined {
    for (let index = this.frames.length - 1; this.frames[index]!.mode === 'code'; index--) {
      const { call } = this.frames[index]!;
      if (call) return call;
    }
    return undefined;
  }

  /** A keyword of the code, a call, or a name, which may be that of a value in a dictionary. */
  private word(): void {
    const start = this.at;
    const keyword = this.match(inclusionKeyword);
    if (keyword !== undefined) {
      this.at = keyword;
      this.inclusion(this.text.slice(start, keyword));
      return;
    }
    this.callOrName();
    const word = this.text.slice(start, this.at);
    if (word === 'if' || word === 'else') this.frame.awaitsBranch = true;
    else if (this.text[this.at] === ':') this.found.names.add(word);
  }

  /** What follows `include` or `import`. */
  private inclusion(keyword: string): void {
    inclusion.lastIndex = this.at;
    const match = inclusion.exec(this.text);
    const named = match?.[1] ?? match?.[2];
    const isFollowed = named === undefined && keyword === 'include' && ++this.followed <= maxFollowed;
    const files = isFollowed ? filesIncluded(this.text, this.at) : undefined;
    if (files) this.found.includeAll(files);
    else this.found.include(keyword, named);
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
      const word = this.text.slice(start, end);
      if (word === 'include' || word === 'import') this.inclusion(word);
      const endsWithBlock = blockStatement.test(word);
      this.frames.push({
        mode: 'code',
        closer: '',
        endsWithLine: true,
        endsWithBlock,
        awaitsBranch: word === 'if',
      });
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
    const start = this.at++;
    const character = this.text[start]!;
    const isBranch = this.frame.awaitsBranch && /[{[]/.test(character);
    if (isBranch) this.frame.awaitsBranch = false;
    if (this.frames.length < maxDepth)
      this.frames.push({
        mode,
        closer: closers[character]!,
        endsWithLine: false,
        ...(call && { call }),
        ...(isBranch && { branchStart: start }),
      });
  }

  private closeHere(): void {
    const frame = this.frames.pop()!;
    this.at++;
    if (frame.branchStart !== undefined) this.found.undecided.push([frame.branchStart, this.at]);
    this.close(frame, this.at);
    if (frame.mode === 'math') return;
    if (this.frame.endsWithBlock && /[}\]]/.test(frame.closer) && this.match(otherwise) === undefined)
      this.frames.pop();
    // `#f(…)(…)`, `#f(…).method(…)`
    if (this.frame.mode !== 'code' && frame.closer === ')') {
      if (this.text[this.at] === '(') this.open('code');
      else if (this.text[this.at] === '[' && this.frame.mode === 'math') this.open('markup');
      else if (this.text[this.at] === '.' && /[\p{XIDS}_]/u.test(this.text[this.at + 1] ?? '')) {
        const dot = this.at++;
        const end = this.match(identifier)!;
        if (this.text[end] === '(') this.callOrName();
        else this.at = dot + 1;
      }
    }
  }

  private close({ call }: Frame, end: number): void {
    if (call) this.found.call(call, end, this.frame.call);
  }

  private reference(): void {
    const start = this.at;
    const end = referenceEnd(this.text, start + 1);
    this.at = Math.max(end, start + 1);
    if (end === start + 1) return;
    const key = { key: this.text.slice(start + 1, end), form: 'normal' as const, start: start + 1, end };
    const close = this.text[end] === '[' ? this.supplementEnd(end) : undefined;
    const locator = close && this.text.slice(end + 1, close - 1).trim();
    this.found.citations.push({ keys: [{ ...key, ...(locator && { locator }) }], start, end: close ?? end });
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
    const end = this.match(labelLiteral);
    if (end !== undefined) this.found.labels.add(this.text.slice(this.at + 1, end - 1));
    this.at = end ?? this.at + 1;
  }

  /** `figure(…, label: <fig:one>)`: not where it says what is referred to. */
  private labelInCode(): void {
    const { call } = this.frame;
    const cited = call && this.found.isCiting(call.name) ? this.match(labelLiteral) : undefined;
    if (cited !== undefined) {
      this.embed(cited, true);
      this.at = cited;
    } else if (refersToLabels(call) || this.found.isAttribution(this.at, call))
      this.at = this.match(labelLiteral) ?? this.at + 1;
    else {
      const given = this.callAround() ? this.match(labelLiteral) : undefined;
      // A function of the document's own may cite it, or give it to a part of the document: nobody can tell.
      if (
        given !== undefined &&
        !namedArgument.test(this.text.slice(Math.max(0, this.at - maxName), this.at))
      )
        this.embed(given);
      this.label();
    }
  }

  /** A key that a function of the document is given. */
  private embed(end: number, isTypeset?: boolean): void {
    const key = this.text.slice(this.at + 1, end - 1);
    this.found.embeddedKeys.push({
      key,
      form: 'normal',
      start: this.at + 1,
      end: end - 1,
      ...(isTypeset && { isTypeset }),
    });
  }
}
