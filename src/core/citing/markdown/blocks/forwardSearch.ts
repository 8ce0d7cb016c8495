/** The next place of something in a text, remembered while one goes on through the text. */
export class ForwardSearch {
  private from = 0;
  private at = -1;

  constructor(
    private readonly text: string,
    private readonly searched: string,
  ) {}

  /** Whether one begins in a stretch of the text. */
  isIn(start: number, end: number): boolean {
    if (start < this.from) this.goBack(start);
    else if (start > this.at) this.search(start);
    return this.at < end;
  }

  private search(from: number): void {
    const found = this.text.indexOf(this.searched, from);
    this.from = from;
    this.at = found < 0 ? this.text.length : found;
  }

  /** Only what lies before is searched: what follows is known. */
  private goBack(to: number): void {
    const found = this.text.slice(to, this.from + this.searched.length - 1).indexOf(this.searched);
    if (found >= 0) this.at = to + found;
    this.from = to;
  }
}
