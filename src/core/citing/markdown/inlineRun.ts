import type { Line } from './lines';

/** The lines of one paragraph, heading or cell as one text, and the way back to the document's offsets. */
export class InlineRun {
  readonly text: string;
  /** Where each line begins in `text`, and in the document. */
  private readonly starts: readonly number[];
  private readonly lines: readonly Line[];

  constructor(document: string, lines: readonly Line[]) {
    const starts: number[] = [];
    let joined = '';
    for (const { start, end } of lines) {
      starts.push(joined.length);
      joined += `${document.slice(start, end)}\n`;
    }
    this.text = joined.slice(0, -1);
    this.starts = starts;
    this.lines = lines;
  }

  /** The document's offset of an offset in the run. */
  offset(at: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return this.lines[low]!.start + at - this.starts[low]!;
  }
}
