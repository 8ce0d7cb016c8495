import type { Comments } from './comments';
import type { ContainerLines } from './containerLines';
import type { Environments } from './environments';

/** What takes a paragraph beyond a blank line: comments and TeX environments that begin in it. */
export class BlankLineSpans {
  constructor(
    private readonly comments: Comments,
    private readonly environments: Environments,
  ) {}

  /** The line in which ends what begins in a line; that line itself, mostly. */
  lastLine(lines: ContainerLines, at: number): number {
    const last = this.comments.lastLine(lines, at);
    const { start, end } = lines.at(at)!;
    const behind = this.environments.endBehind(start, end, lines.end);
    if (behind === undefined) return last;
    let index = at;
    while (lines.at(index)!.end < behind && lines.at(index + 1)) index++;
    return Math.max(index, last);
  }

  /** Whether any may begin in a stretch of the document. */
  mayBeginIn(start: number, end: number, limit: number): boolean {
    return this.comments.beginsIn(start, end) || this.environments.endBehind(start, end, limit) !== undefined;
  }
}
