import { runToEnd, type Task } from '../../../util/cooperative';
import { BlockReader, type BlockVisitor } from './blockReader';
import { ContainerLines } from './containerLines';
import { endOfFencedCode } from './fencedCode';
import type { Line } from './lines';
import { endOfHeading, endOfPlainParagraph, headingText } from './plainBlocks';

/**
 * Reads the blocks of a document. What most of it consists of is told at a glance and not taken apart into lines; only the rest goes
 * to the block reader.
 */
export class DocumentReader {
  private readonly lines: ContainerLines;
  private readonly blocks: BlockReader;

  /** The document's line ends are all `\n`. */
  constructor(
    private readonly document: string,
    private readonly visitor: BlockVisitor,
  ) {
    this.lines = ContainerLines.ofDocument(document);
    this.blocks = new BlockReader(document, visitor);
  }

  read(): void {
    runToEnd(this.readInSteps());
  }

  /** The same, block by block. */
  *readInSteps(): Task<void> {
    const start = this.document.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (let offset = start; offset < this.document.length; ) {
      offset = this.plainBlock(offset) ?? this.otherBlocks(offset);
      yield;
    }
  }

  /** Reads lines that are apart from what is around them: those of a note, or in the metadata. */
  readApart(lines: readonly Line[]): void {
    this.blocks.readApart(lines);
  }

  /** A blank line, a plain paragraph, a heading or fenced code, each told without looking at what is around it. */
  private plainBlock(start: number): number | undefined {
    const first = this.document.charCodeAt(start);
    if (first === 10) return start + 1;
    const code = endOfFencedCode(this.document, this.lines, start);
    if (code !== undefined) {
      this.visitor.code(start, code);
      return code + 1;
    }
    const isHeading = first === 35;
    const end = isHeading ? endOfHeading(this.document, start) : endOfPlainParagraph(this.document, start);
    if (end === undefined || this.blocks.spans.mayBeginIn(start, end, this.document.length)) return undefined;
    const line = { start, end };
    this.visitor.text([isHeading ? headingText(this.document, line) : line]);
    return end + 1;
  }

  /** A block, and those behind it whose lines it has changed. */
  private otherBlocks(offset: number): number {
    this.lines.restart(offset);
    let at = 0;
    do at = this.blocks.block(this.lines, at);
    while (this.lines.isChangedFrom(at) && this.lines.at(at));
    return this.lines.at(at)?.start ?? this.document.length;
  }
}
