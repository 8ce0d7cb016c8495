import { lowerBound } from '../../util/collections/binarySearch';

/** A document with `\n` for each of its line ends, `\r\n` and `\r` among them, and the way back to its own offsets. */
export class UniformLineEnds {
  readonly text: string;
  /** In `text`, the line ends that are two characters in the document. */
  private readonly doubled: number[] = [];

  constructor(document: string) {
    if (!document.includes('\r')) {
      this.text = document;
      return;
    }
    let lost = 0;
    for (let at = document.indexOf('\r\n'); at >= 0; at = document.indexOf('\r\n', at + 2))
      this.doubled.push(at - lost++);
    this.text = document.replace(/\r\n?/g, '\n');
  }

  /** The document's offset of an offset in `text`. */
  offset(at: number): number {
    return at + lowerBound(this.doubled, at);
  }
}
