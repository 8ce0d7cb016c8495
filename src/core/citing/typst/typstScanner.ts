/** A place in a Typst text, and what is passed over as a whole in markup and in code alike. */
export class TypstScanner {
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected comment(): boolean {
    if (this.text[this.at] !== '/') return false;
    if (this.text[this.at + 1] === '/') {
      this.at = this.lineEnd();
      return true;
    }
    if (this.text[this.at + 1] !== '*') return false;
    let depth = 0;
    do {
      if (this.text.startsWith('/*', this.at)) depth++;
      else if (this.text.startsWith('*/', this.at)) depth--;
      else {
        this.at++;
        continue;
      }
      this.at += 2;
    } while (depth > 0 && this.at < this.text.length);
    return true;
  }

  /** Between backticks, three or more of which may hold lines and fewer backticks. */
  protected raw(): void {
    let open = this.at;
    while (this.text[open] === '`') open++;
    const count = open - this.at;
    if (count === 2) {
      this.at = open;
      return;
    }
    const close = this.text.indexOf('`'.repeat(count), open);
    this.at = close < 0 ? this.text.length : close + count;
  }

  protected string(): void {
    for (this.at++; this.at < this.text.length && this.text[this.at] !== '"'; this.at++)
      if (this.text[this.at] === '\\') this.at++;
    this.at++;
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  /** The end of a match right here. */
  protected match(pattern: RegExp): number | undefined {
    pattern.lastIndex = this.at;
    return pattern.test(this.text) ? pattern.lastIndex : undefined;
  }
}
