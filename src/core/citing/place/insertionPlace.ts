import { firstWhere } from '../../util/collections/binarySearch';
import type { Token } from './token';

/** Where a citation goes, and which blanks it needs there. */
export interface InsertionPlace {
  readonly at: number;
  /** Something stands right before that is to be set off from it. */
  readonly lead: boolean;
  /** The same behind. */
  readonly trail: boolean;
}

/**
 * The place of a new citation for a cursor at `offset`, the same rule in every language: at the end of the word the cursor is in or
 * touches from inside, behind what cannot be parted (maths, code, a call), behind what begins a block, with a blank to its neighbours.
 */
export function insertionPlace(text: string, tokens: readonly Token[], offset: number): InsertionPlace {
  const at = placeFrom(text, tokens, offset);
  const left = tokens[firstEndingBehind(tokens, at) - 1];
  const right = tokens.find(({ start, end }) => start >= at && end > at);
  const before = left?.end === at ? left : undefined;
  const behind = right?.start === at ? right : undefined;
  const previous = text[at - 1] ?? '';
  // Blanks at the end of a line may belong to the token before them.
  const isSetOff =
    (/^(?:word|close|start)$/.test(before?.kind ?? '') && !/\s/.test(previous)) ||
    // A command's name would go on.
    (before?.kind === 'neutral' && /[A-Za-z]/.test(previous));
  return {
    at,
    lead: isSetOff && !before?.wide,
    trail: /word|open/.test(behind?.kind ?? '') && !behind?.wide,
  };
}

/** The places behind the one for `offset`, in order: where a citation can go that the document does not read there. */
export function laterPlaces(text: string, tokens: readonly Token[], offset: number): number[] {
  const at = placeFrom(text, tokens, offset);
  const ends = tokens.filter(({ kind, end }) => kind === 'word' && end > at).map(({ end }) => end);
  return [...new Set(ends.map(end => placeFrom(text, tokens, end)))];
}

function placeFrom(text: string, tokens: readonly Token[], offset: number): number {
  const here = tokens[firstEndingBehind(tokens, offset)];
  // A blank that is written as a command (`\ `) is not parted, either.
  const isWhole = here && (here.kind !== 'blank' || text[here.start] === '\\');
  let at = isWhole && here.start < offset ? here.end : offset;
  const last = firstEndingBehind(tokens, at) - 1;
  // Blanks may stand behind a border.
  const border =
    tokens[last]?.kind === 'blank' && !/\n/.test(text.slice(tokens[last].start, at)) ? last - 1 : last;
  if (tokens[border]?.kind === 'end')
    return tokens[border - 1]?.kind === 'blank' ? tokens[border - 1]!.start : tokens[border]!.start;
  for (let next = Math.max(0, last); ; ) {
    while (tokens[next] && tokens[next]!.end <= at) next++;
    const right = tokens[next];
    if (!right || right.start > at) return at;
    if (right.kind === 'start') at = right.end;
    else {
      const word = partedWord(tokens, next, at);
      if (word === undefined) return at;
      at = word;
    }
  }
}

/** The place of the first token that ends behind a place; they are in order, and none is within another. */
function firstEndingBehind(tokens: readonly Token[], at: number): number {
  return firstWhere(tokens.length, place => tokens[place]!.end > at);
}

/** The end of a word whose beginning stands before a place, with nothing but its own markup between. */
function partedWord(tokens: readonly Token[], next: number, at: number): number | undefined {
  let left = next - 1;
  while (tokens[left]?.markup) left--;
  let right = next;
  while (tokens[right]?.markup) right++;
  const before = tokens[left];
  const behind = tokens[right];
  if (before?.kind !== 'word' || behind?.kind !== 'word' || (before.wide && behind.wide)) return undefined;
  if (before.wide !== behind.wide) return undefined;
  return behind.end > at ? behind.end : undefined;
}
