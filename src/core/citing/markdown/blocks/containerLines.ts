import { contentStart, isBlank, type Line, lineAt } from './lines';

/** The lines of a container. Those of the document itself are looked for when they are asked for: most blocks end soon. */
export class ContainerLines {
  private lastChanged = -1;
  /** The shortest fence of each character that nothing closes, with the offset from which on that is known. */
  private unclosed: Map<string, { length: number; from: number }> | undefined;

  private constructor(
    private readonly document: string,
    private lines: Line[],
    /** Where the next line begins that is not looked for yet. */
    private next: number,
  ) {}

  static of(document: string, lines: readonly Line[]): ContainerLines {
    return new ContainerLines(document, [...lines], document.length);
  }

  static ofDocument(document: string): ContainerLines {
    return new ContainerLines(document, [], 0);
  }

  /** Of the document, begins anew at an offset. */
  restart(offset: number): void {
    this.lines = [];
    this.next = offset;
    this.lastChanged = -1;
  }

  at(index: number): Line | undefined {
    while (index >= this.lines.length && this.next < this.document.length) {
      const line = lineAt(this.document, this.next);
      this.lines.push(line);
      this.next = line.end + 1;
    }
    return this.lines[index];
  }

  slice(from: number, to: number): Line[] {
    return this.lines.slice(from, to);
  }

  /** A line may lose its beginning, when that is read, or belongs to something around it. */
  replace(index: number, line: Line): void {
    this.lines[index] = line;
    this.lastChanged = Math.max(this.lastChanged, index);
  }

  /** Whether lines from here on are no longer those of the document. */
  isChangedFrom(index: number): boolean {
    return this.lastChanged >= index;
  }

  /** Where one goes on at an offset that may be in the middle of a line: what is left of that line is a block of its own. */
  after(index: number, offset: number): number {
    let next = index;
    let line = this.at(next);
    while (line && line.end < offset) line = this.at(++next);
    if (!line) return next;
    if (line.start < offset) {
      const { end } = line;
      line = { start: contentStart(this.document, { start: offset, end }), end };
      this.replace(next, line);
    }
    return isBlank(this.document, line) ? next + 1 : next;
  }

  /** Of the last line. */
  get end(): number {
    return this.next < this.document.length ? this.document.length : (this.lines.at(-1)?.end ?? 0);
  }

  /** Remembers that nothing behind an offset closes a fence. */
  leaveUnclosed(character: string, length: number, from: number): void {
    this.unclosed ??= new Map();
    this.unclosed.set(character, { length, from });
  }

  isUnclosed(character: string, length: number, from: number): boolean {
    const known = this.unclosed?.get(character);
    return known !== undefined && length >= known.length && from >= known.from;
  }
}
