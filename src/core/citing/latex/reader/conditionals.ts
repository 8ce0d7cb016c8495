import { backslash, isLetter, lineEnd, percent } from './characters';

/** TeX's own conditionals and those of engines; what `\newif` makes comes on top. `\ifthenelse` and its like are macros, no `\fi`. */
const primitives = (
  'if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof iftrue iffalse ifcase ifdefined ' +
  'ifcsname iffontchar ifincsname ifabsnum ifabsdim ifprimitive ifpdf ifpdftex ifPDFTeX ifxetex ifXeTeX ifluatex ifLuaTeX iftutex'
).split(' ');

const maxComparisonLength = 40;

/** `\if0 …`, `\ifnum1=2 …`, as writers switch text off by hand; `undefined` where macros are compared. */
function comparison(name: string, text: string): boolean | undefined {
  if (name === 'if') {
    const [, first, second] = /^[ \t]*(\d)([^\\{}#]|$)/s.exec(text) ?? [];
    return first === undefined ? undefined : first === second;
  }
  const [, left, relation, right] = /^\s*(\d{1,9})\s*([<=>])\s*(\d{1,9})(?!\d)/.exec(text) ?? [];
  if (left === undefined) return undefined;
  const difference = Number(left) - Number(right);
  return relation === '<' ? difference < 0 : relation === '>' ? difference > 0 : difference === 0;
}

/**
 * The `\if…` of one document: which branches TeX leaves out as far as the text itself settles it (`\iffalse`, and `\ifdraft` after
 * `\draftfalse`). A conditional that other files may set is left open: both branches are read.
 */
export class Conditionals {
  private readonly values = new Map<string, boolean | undefined>(primitives.map(name => [name, undefined]));
  /** What is known of each conditional we are inside of, in the branch being read. */
  private open: (boolean | undefined)[] = [];
  private inDefinition = false;

  constructor() {
    this.values.set('iftrue', true);
    this.values.set('iffalse', false);
  }

  has(name: string): boolean {
    return this.values.has(name);
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

  /** What stands here is read by TeX for certain, once. */
  get isSettled(): boolean {
    return !this.inDefinition && this.open.every(value => value === true);
  }

  /** `\let\ifdraft\iffalse` */
  copy(name: string, from: string): void {
    this.values.set(name, this.values.get(from));
  }

  /** `\iffoo`, from after its name: where reading goes on. */
  begin(name: string, text: string, position: number): number {
    const value = this.truthOf(name, text, position);
    if (value !== false) {
      this.open.push(value);
      return position;
    }
    const branch = this.skipBranch(text, position);
    if (branch.end === 'else') this.open.push(undefined);
    return branch.position;
  }

  private truthOf(name: string, text: string, position: number): boolean | undefined {
    if (name === 'if' || name === 'ifnum')
      return comparison(name, text.slice(position, position + maxComparisonLength));
    return this.inDefinition && name !== 'iffalse' && name !== 'iftrue' ? undefined : this.values.get(name);
  }

  /** `\else` or `\or` of a branch that was read: what follows is left out if that branch is known to be taken. */
  otherwise(text: string, position: number): number {
    if (this.open.at(-1) !== true) return position;
    this.open.pop();
    let branch = this.skipBranch(text, position);
    while (branch.end === 'else') branch = this.skipBranch(text, branch.position);
    return branch.position;
  }

  end(): void {
    this.open.pop();
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

  private skipBranch(text: string, position: number): { position: number; end: 'else' | 'fi' } {
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
        if (depth === 0) return { position: here, end: 'else' };
      } else if (this.values.has(name)) depth++;
      here--;
    }
    return { position: text.length, end: 'fi' };
  }
}
