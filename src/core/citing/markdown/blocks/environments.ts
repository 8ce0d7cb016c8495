import { ForwardSearch } from './forwardSearch';

/** In longer lines code is not looked for from their beginning on. */
const maxLineLength = 500;
/** A name is not longer; it bounds how far is looked for its brace. */
const boundary = /\\(begin|end)[ \t]{0,9}\{([^{}\s]{1,99})\}/g;

/** For each `\begin{…}` of a text the end of its `\end{…}`, found once in one pass. */
export class Environments {
  private ends: Map<number, number> | undefined;
  private readonly begins: ForwardSearch;

  constructor(private readonly text: string) {
    this.begins = new ForwardSearch(text, '\\begin');
  }

  /** After the environment that begins at `at`; `undefined` where none does, or none that ends before `limit`. */
  endOf(at: number, limit = this.text.length): number | undefined {
    if (!this.text.startsWith('\\begin', at)) return undefined;
    this.ends ??= pairs(this.text);
    const end = this.ends.get(at);
    return end !== undefined && end <= limit ? end : undefined;
  }

  /** The end of the last environment that begins in a stretch and ends behind it, in the lines of a container. */
  endBehind(start: number, end: number, limit: number): number | undefined {
    if (!this.begins.isIn(start, end)) return undefined;
    let last: number | undefined;
    for (
      let at = this.text.indexOf('\\begin', start);
      at >= 0 && at < end;
      at = this.text.indexOf('\\begin', at + 1)
    ) {
      const close = this.isInCode(at) ? undefined : this.endOf(at, limit);
      if (close !== undefined && close > Math.max(end, last ?? 0)) last = close;
    }
    return last;
  }

  /** As far as its line tells. */
  private isInCode(at: number): boolean {
    let ticks = 0;
    for (
      let before = at - 1;
      before >= 0 && this.text[before] !== '\n' && at - before < maxLineLength;
      before--
    )
      if (this.text[before] === '`') ticks++;
    return ticks % 2 === 1;
  }
}

function pairs(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const { 0: whole, 1: kind, 2: name, index } of text.matchAll(boundary)) {
    const begun = open.get(name!);
    if (kind === 'begin') {
      if (begun) begun.push(index);
      else open.set(name!, [index]);
    } else if (begun?.length) ends.set(begun.pop()!, index + whole.length);
  }
  return ends;
}
