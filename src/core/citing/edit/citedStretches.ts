import type { TextEdit } from '../../model/textEdit';
import type { TextRange } from '../../model/textRange';
import type { DocumentCitations } from '../citation';

/** The same stretches in a text and in what edits have made of it, in the offsets of each and in order. */
export interface Stretches {
  readonly before: readonly TextRange[];
  readonly after: readonly TextRange[];
}

/** What cites in a text or in the edited one, and what the edits took and wrote: all that they may change. */
export function citedStretches(
  before: DocumentCitations,
  after: DocumentCitations,
  edits: readonly TextEdit[],
): Stretches {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const back: Piece[] = [];
  let moved = 0;
  for (const { start, end, text } of sorted) {
    back.push({ before: [start, end], after: [start + moved, start + moved + text.length] });
    moved += text.length - (end - start);
  }
  const cited = citedRanges(before);
  const citedAfter = citedRanges(after);
  return {
    before: union(
      cited,
      citedAfter.map(range => follow(range, back, 'after', 'before')),
      back.map(piece => piece.before),
    ),
    after: union(
      citedAfter,
      cited.map(range => follow(range, back, 'before', 'after')),
      sorted.flatMap((edit, index) => writtenLines(edit.text, back[index]!.after[0])),
    ),
  };
}

/** What an edit writes, line by line; marks of a quotation around it are not its own. */
function writtenLines(text: string, at: number): TextRange[] {
  return [...text.matchAll(/^([\s>]*)(.*)$/gm)].map(({ index, 1: lead, 2: written }): TextRange => {
    const start = at + index + (text.includes('\n') ? lead!.length : 0);
    return [start, at + index + lead!.length + written!.length];
  });
}

/** Of a citation whose end is missing it is not certain where it ends. */
export function citedRanges({ citations }: DocumentCitations): TextRange[] {
  return union(
    citations.filter(({ unfinished }) => !unfinished).map(({ start, end }) => [start, end] as const),
  );
}

/** An edit, in the offsets of the text before it and after it. */
interface Piece {
  readonly before: TextRange;
  readonly after: TextRange;
}

/** Where a stretch stands in the other text; one that begins or ends within an edit takes all of it. */
function follow(
  [start, end]: TextRange,
  pieces: readonly Piece[],
  from: keyof Piece,
  to: keyof Piece,
): TextRange {
  return [followed(start, pieces, from, to, 0), followed(end, pieces, from, to, 1)];
}

function followed(
  at: number,
  pieces: readonly Piece[],
  from: keyof Piece,
  to: keyof Piece,
  edge: 0 | 1,
): number {
  let moved = 0;
  for (const piece of pieces) {
    const [start, end] = piece[from];
    if (start < at && at < end) return piece[to][edge];
    // What is inserted where a stretch begins is in it, and where one ends.
    if (edge === 0 ? start >= at : start > at || (start === at && end > start)) break;
    moved = piece[to][1] - end;
  }
  return at + moved;
}

/** What is in any of the lists, in order and joined; the lists are as long as their document, and mostly in order. */
function union(...lists: readonly (readonly TextRange[])[]): TextRange[] {
  const joined: [number, number][] = [];
  for (const [start, end] of lists.map(inOrder).reduce(merged)) {
    const last = joined[joined.length - 1];
    if (end <= start) continue;
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function inOrder(ranges: readonly TextRange[]): readonly TextRange[] {
  for (let at = 1; at < ranges.length; at++)
    if (ranges[at - 1]![0] > ranges[at]![0]) return [...ranges].sort((a, b) => a[0] - b[0]);
  return ranges;
}

function merged(ranges: readonly TextRange[], others: readonly TextRange[]): readonly TextRange[] {
  if (ranges.length === 0 || others.length === 0) return ranges.length ? ranges : others;
  const both: TextRange[] = [];
  let at = 0;
  for (const range of ranges) {
    while (at < others.length && others[at]![0] < range[0]) both.push(others[at++]!);
    both.push(range);
  }
  return both.concat(others.slice(at));
}
