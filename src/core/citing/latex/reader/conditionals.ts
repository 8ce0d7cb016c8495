import type { TextRange } from '../../../model/textRange';
import { backslash, isLetter, lineEnd, percent } from './characters';

/** TeX's own conditionals and those of engines; what `\newif` makes comes on top. `\ifthenelse` and its like are macros, no `\fi`. */
const primitives = (
  'if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof iftrue iffalse ifcase ifdefined ' +
  'ifcsname iffontchar ifincsname ifabsnum ifabsdim ifprimitive ifpdf ifpdftex ifPDFTeX ifxetex ifXeTeX ifluatex ifLuaTeX iftutex'
).split(' ');

const maxComparisonLength = 80;

/** What a command stands for, if that is one text for certain. */
export type ConstantOf = (name: string) => string | undefined;

/** What TeX's primitives test of `text`, as writers switch text off by hand: `\if0`, `\ifnum\version=2`, `\ifx\lang\german`. */
function comparison(name: string, text: string, constantOf: ConstantOf): boolean | undefined {
  if (name === 'if') {
    const [, first, second] = /^[ \t]*(\d)([^\\{}#]|$)/s.exec(text) ?? [];
    return first === undefined ? undefined : first === second;
  }
  if (name === 'ifx') {
    const [, left, right] = /^\s*\\([a-zA-Z@]+)\s*\\([a-zA-Z@]+)/.exec(text) ?? [];
    const [first, second] = [left, right].map(macro =>
      macro && emptyMacros.has(macro) ? '' : macro && constantOf(macro),
    );
    // Of equal ones one may be `\long` and the other not, which `\ifx` minds.
    return first === undefined || second === undefined || first === second ? undefined : false;
  }
  const number = String.raw`(\d{1,9}|\\[a-zA-Z@]+)`;
  if (name === 'ifodd') {
    const odd = numberIn(new RegExp(String.raw`^\s*${number}(?!\d)`).exec(text)?.[1], constantOf);
    return odd === undefined ? undefined : odd % 2 === 1;
  }
  const [, left, relation, right] =
    new RegExp(String.raw`^\s*${number}\s*([<=>])\s*${number}(?!\d)`).exec(text) ?? [];
  const [first, second] = [numberIn(left, constantOf), numberIn(right, constantOf)];
  if (first === undefined || second === undefined) return undefined;
  return relation === '<' ? first < second : relation === '>' ? first > second : first === second;
}

const emptyMacros: ReadonlySet<string> = new Set(['empty', '@empty']);

/** `12`, or a command that stands for such a number. */
function numberIn(written: string | undefined, constantOf: ConstantOf): number | undefined {
  const digits = written?.startsWith('\\') ? constantOf(written.slice(1)) : written;
  return digits !== undefined && /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** So far before a conditional, the sign that negates it is looked for. */
const unlessLength = 20;

const compared: ReadonlySet<string> = new Set(['if', 'ifnum', 'ifx', 'ifodd']);

/**
 * The `\if…` of one document: which branches TeX leaves out as far as the text itself settles it (`\iffalse`, and `\ifdraft` after
 * `\draftfalse`). A conditional that other files may set is left open: both branches are read.
 */
export class Conditionals {
  private readonly values = new Map<string, boolean | undefined>(primitives.map(name => [name, undefined]));
  /** The branches of those whose value is not known, from after `\if…` up to `\fi`. */
  readonly undecided: TextRange[] = [];
  /** What is known of each conditional we are inside of, in the branch being read, and where that begins. */
  private open: { readonly value: boolean | undefined; readonly start: number }[] = [];
  private inDefinition = false;

  constructor(private readonly constantOf: ConstantOf) {
    this.values.set('iftrue', true);
    this.values.set('iffalse', false);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** What is known of a conditional in the text being read. */
  valueOf(name: string): boolean | undefined {
    return this.inDefinition ? undefined : this.values.get(name);
  }

  /** `\newif\ifdraft` begins false, unless other files say otherwise. */
  declare(name: string, isCertain: boolean): void {
    if (!this.values.has(name)) this.values.set(name, isCertain && this.isSettled ? false : undefined);
  }

  /** A file is read in that may set any conditional of this one. */
  forget(): void {
    for (const name of this.values.keys())
      if (name !== 'iftrue' && name !== 'iffalse') this.values.set(name, undefined);
  }

  /** `\drafttrue`. Nothing is known of it where this may not happen, or (in a group) not last: then `isCertain` is false. */
  set(name: string, value: boolean, isCertain: boolean): void {
    this.values.set(name, isCertain && this.isSettled ? value : undefined);
  }

  /** What stands here is the body of a definition. */
  get isInDefinition(): boolean {
    return this.inDefinition;
  }

  /** What stands here is in a conditional. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** What stands here is read by TeX for certain, once. */
  get isSettled(): boolean {
    return !this.inDefinition && this.open.every(({ value }) => value === true);
  }

  /** `\let\ifdraft\iffalse` */
  copy(name: string, from: string): void {
    this.values.set(name, this.values.get(from));
  }

  /** `\iffoo`, from after its name: where reading goes on. */
  begin(name: string, text: string, position: number): number {
    if (name === 'ifcase') return this.beginCase(text, position);
    const truth = this.truthOf(name, text, position);
    const lead = text.slice(Math.max(0, position - name.length - unlessLength), position - name.length - 1);
    const value = truth !== undefined && /\\unless\s*$/.test(lead) ? !truth : truth;
    if (value !== false) {
      this.open.push({ value, start: position });
      return position;
    }
    const branch = this.skipBranch(text, position);
    if (branch.end !== 'fi') this.open.push({ value: true, start: branch.position });
    return branch.position;
  }

  /** `\ifcase\version first\or second\else others\fi`: only one of them is read, where the number is known. */
  private beginCase(text: string, position: number): number {
    const written = /^\s*(\d{1,9}|\\[a-zA-Z@]+)\s?/.exec(
      text.slice(position, position + maxComparisonLength),
    );
    const wanted = this.inDefinition ? undefined : numberIn(written?.[1], this.constantOf);
    if (wanted === undefined) {
      this.open.push({ value: undefined, start: position });
      return position;
    }
    let here = position + written![0].length;
    for (let passed = 0; passed < wanted; passed++) {
      const branch = this.skipBranch(text, here);
      here = branch.position;
      if (branch.end === 'fi') return here;
      if (branch.end === 'else') break;
    }
    this.open.push({ value: true, start: here });
    return here;
  }

  private truthOf(name: string, text: string, position: number): boolean | undefined {
    if (compared.has(name)) {
      const constantOf = this.inDefinition ? () => undefined : this.constantOf;
      return comparison(name, text.slice(position, position + maxComparisonLength), constantOf);
    }
    return this.inDefinition && name !== 'iffalse' && name !== 'iftrue' ? undefined : this.values.get(name);
  }

  /** `\else` or `\or` of a branch that was read: what follows is left out if that branch is known to be taken. */
  otherwise(text: string, position: number): number {
    if (this.open.at(-1)?.value !== true) return position;
    this.open.pop();
    let branch = this.skipBranch(text, position);
    while (branch.end !== 'fi') branch = this.skipBranch(text, branch.position);
    return branch.position;
  }

  /** `\fi`, which stands there. */
  end(position: number): void {
    const ended = this.open.pop();
    if (ended && ended.value === undefined) this.undecided.push([ended.start, position]);
  }

  /** Runs `read` on a text of its own (the body of a definition), in which conditionals need not balance. */
  apart(read: () => void): void {
    const { open, inDefinition } = this;
    this.open = [];
    this.inDefinition = true;
    read();
    this.open = open;
    this.inDefinition = inDefinition;
  }

  private skipBranch(text: string, position: number): { position: number; end: 'else' | 'or' | 'fi' } {
    let depth = 0;
    for (let here = position; here < text.length; here++) {
      const code = text.charCodeAt(here);
      if (code === percent) here = lineEnd(text, here);
      if (code !== backslash) continue;
      const nameStart = ++here;
      while (isLetter(text.charCodeAt(here))) here++;
      if (here === nameStart) continue;
      const name = text.slice(nameStart, here);
      if (name === 'fi') {
        if (depth === 0) return { position: here, end: 'fi' };
        depth--;
      } else if (name === 'else' || name === 'or') {
        if (depth === 0) return { position: here, end: name };
      } else if (this.values.has(name)) depth++;
      here--;
    }
    return { position: text.length, end: 'fi' };
  }
}
