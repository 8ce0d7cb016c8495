import { detachString } from '../../../util/detachString';
import { LineCounter } from '../../../util/lines/lineCounter';
import type { Finding } from '../../parsedBibliography';
import { maxListed } from '../../problemLines';
import type { Told } from './messages';

/** A place in a text that is read from front to back, and what was found wrong on the way. */
export class Cursor {
  at = 0;
  /** Nothing is read beyond: the end of the text, or where the next entry begins after one without an end. */
  limit: number;
  readonly findings: Finding[] = [];
  readonly lines: LineCounter;

  constructor(readonly text: string) {
    this.limit = text.length;
    this.lines = new LineCounter(text);
  }

  get isAtLimit(): boolean {
    return this.at >= this.limit;
  }

  /** The code of the character here; `NaN` at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** What the (sticky) pattern matches here, if it does. Does not move. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  /** Passes over blanks and comments. */
  skipBlanks(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff) this.at++;
      else if (code === 37) this.at = this.endOfLine;
      else return;
    }
  }

  get endOfLine(): number {
    const end = this.text.indexOf(this.lines.newline, this.at);
    return end < 0 ? this.text.length : end;
  }

  tell(start: number, end: number, severity: Finding['severity'], { code, message }: Told): void {
    if (this.findings.length >= maxListed) return;
    this.findings.push({ start, end, severity, code, message: detachString(message) });
  }
}
