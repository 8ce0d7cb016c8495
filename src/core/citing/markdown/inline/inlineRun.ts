import { lastAtMost } from '../../../util/collections/binarySearch';
import type { Line } from '../blocks/lines';

/** The lines of one paragraph, heading or cell as one text, and the way back to the document's offsets. */
export class InlineRun {
  readonly text: string;
  /** Stretches of the document, with line ends where nothing else is between lines. */
  private readonly pieces: Line[] = [];
  /** Where each piece begins in `text`. */
  private readonly starts: number[] = [];

  constructor(document: string, lines: readonly Line[]) {
    let last: { start: number; end: number } | undefined;
    for (const { start, end, goesOn = false } of lines)
      if (last && !goesOn && start === last.end + 1) last.end = end;
      else {
        last = { start, end };
        this.pieces.push(goesOn ? Object.assign(last, { goesOn }) : last);
      }
    let text = '';
    for (const { start, end, goesOn } of this.pieces) {
      if (this.starts.length && !goesOn) text += '\n';
      this.starts.push(text.length);
      text += document.slice(start, end);
    }
    this.text = text;
  }

  /** The document's offset of an offset in the run. */
  offset(at: number): number {
    const piece = lastAtMost(this.starts, at);
    return this.pieces[piece]!.start + at - this.starts[piece]!;
  }
}
