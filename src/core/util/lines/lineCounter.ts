/** Counts lines up to places that are asked for in ascending order, without keeping where every line begins. */
export class LineCounter {
  /** What ends lines in this text: `\n`, or `\r` in files of old Macintoshes. */
  readonly newline: string;
  private line = 0;
  private next: number;

  constructor(private readonly text: string) {
    this.newline = text.includes('\n') ? '\n' : '\r';
    this.next = text.indexOf(this.newline);
  }

  /** 0-based line of a place at or after the last one asked for. */
  lineAt(offset: number): number {
    while (this.next >= 0 && this.next < offset) {
      this.line++;
      this.next = this.text.indexOf(this.newline, this.next + 1);
    }
    return this.line;
  }
}
