import type { ContainerLines } from './containerLines';
import { ForwardSearch } from './forwardSearch';

/** The comments of a document, each looked for once. */
export class Comments {
  private readonly next: ForwardSearch;
  /** Where a comment was looked for that nothing closes. */
  private unclosed = Number.POSITIVE_INFINITY;

  constructor(private readonly document: string) {
    this.next = new ForwardSearch(document, '<!--');
  }

  /** Whether one begins in a stretch of the document. */
  beginsIn(start: number, end: number): boolean {
    return this.next.isIn(start, end);
  }

  /** The `-->` from an offset on, or -1. */
  close(from: number): number {
    const close = from < this.unclosed ? this.document.indexOf('-->', from) : -1;
    if (close < 0) this.unclosed = Math.min(this.unclosed, from);
    return close;
  }

  /** The line in which a comment ends that begins in a line: its paragraph goes on behind it, over blank lines too. */
  lastLine(lines: ContainerLines, at: number): number {
    const { start, end: lineEnd } = lines.at(at)!;
    if (!this.beginsIn(start, lineEnd)) return at;
    const text = this.document.slice(start, lineEnd);
    const comment = text.lastIndexOf('<!--');
    if (text.includes('-->', comment)) return at;
    const close = this.close(lineEnd);
    let end = at;
    if (close >= 0) while (lines.at(end)!.end < close && lines.at(end + 1)) end++;
    return end;
  }
}
