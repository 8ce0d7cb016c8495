import { backslash, isLetter, lineEnd, percent } from './characters';

/** TeX's own conditionals and those of engines; what `\newif` makes comes on top. `\ifthenelse` and its like are macros, no `\fi`. */
const primitives = (
  'if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof iftrue iffalse ifcase ifdefined ' +
  'ifcsname iffontchar ifincsname ifabsnum ifabsdim ifprimitive ifpdf ifpdftex ifPDFTeX ifxetex ifXeTeX ifluatex ifLuaTeX iftutex'
).split(' ');

/**
 * The `\if…` of one document: which branches TeX leaves out as far as the text itself settles it (`\iffalse`, and `\ifdraft` after
 * `\draftfalse`). A conditional that other files may set is left open: both branches are read.
 */
export class Conditionals {
  private readonly values = new Map<string, boolean | undefined>(primitives.map(name => [name, undefined]));
  /** What is known of each conditional we are inside of, in the branch being read. */
  private open: (boolean | undefined)[] = [];

  constructor() {
    this.values.set('iftrue', true);
    this.values.set('iffalse', false);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** `\newif\ifdraft`: nothing is known of it before it is set here, for a class may set it first. */
  declare(name: string): void {
    if (!this.values.has(name)) this.values.set(name, undefined);
  }

  /** `\drafttrue`; inside another conditional it may not happen, so then nothing is known. */
  set(name: string, value: boolean): void {
    this.values.set(name, this.open.length ? undefined : value);
  }

  /** `\let\ifdraft\iffalse` */
  copy(name: string, from: string): void {
    this.values.set(name, this.values.get(from));
  }

  /** `\iffoo`, from after its name: where reading goes on. */
  begin(name: string, text: string, position: number): number {
    const value = this.values.get(name);
    if (value !== false) {
      this.open.push(value);
      return position;
    }
    const branch = this.skipBranch(text, position);
    if (branch.end === 'else') this.open.push(undefined);
    return branch.position;
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
    const { open } = this;
    this.open = [];
    read();
    this.open = open;
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
