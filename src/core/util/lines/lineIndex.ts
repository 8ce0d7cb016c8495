import { lastAtMost } from '../collections/binarySearch';

/** Turns offsets into lines and columns, for text that no editor has open. */
export class TextLines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
      if (code === 10 || code === 13) starts.push(at + 1);
    }
    this.starts = starts;
  }

  /** Where a line begins, counted from 0; that of the last one where there is none such. */
  startOf(line: number): number {
    return this.starts[Math.min(line, this.starts.length - 1)]!;
  }

  /** 0-based line and column (UTF-16 code units). Lines end as editors see them: `\n`, `\r\n` or `\r`. */
  positionAt(offset: number): { line: number; character: number } {
    const line = lastAtMost(this.starts, offset);
    return { line, character: offset - this.starts[line]! };
  }

  /** Where a 0-based line ends, before its line break. */
  endOf(line: number, text: string): number {
    const next = this.starts[line + 1] ?? text.length + 1;
    const end = next - 1;
    return line + 1 < this.starts.length && text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
  }
}
