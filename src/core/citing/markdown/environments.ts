/** A name is not longer; it bounds how far is looked for its brace. */
const boundary = /\\(begin|end)[ \t]{0,9}\{([^{}\s]{1,99})\}/g;

/** For each `\begin{…}` of a text the end of its `\end{…}`, found once in one pass. */
export class Environments {
  private ends: Map<number, number> | undefined;

  constructor(private readonly text: string) {}

  /** After the environment that begins at `at`; `undefined` where none does, or none that ends before `limit`. */
  endOf(at: number, limit = this.text.length): number | undefined {
    if (!this.text.startsWith('\\begin', at)) return undefined;
    this.ends ??= pairs(this.text);
    const end = this.ends.get(at);
    return end !== undefined && end <= limit ? end : undefined;
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
