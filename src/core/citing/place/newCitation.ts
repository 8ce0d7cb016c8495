import type { Insertion } from '../edit/joinInsertions';
import { insertionPlace } from './insertionPlace';
import type { Token } from './token';

/** How a citation is set into the text: what it is written as depends on what is behind it, in Typst. */
export interface NewCitation {
  /** What stands between it and a word before it. */
  readonly lead: string;
  /** The citation, where the text goes on like this and the character before is that. */
  write(behind: string, previous: string): string;
}

/** A citation of its own at the place for `offset`. */
export function newCitation(
  text: string,
  tokens: readonly Token[],
  offset: number,
  { lead, write }: NewCitation,
): Insertion {
  const found = insertionPlace(text, tokens, offset);
  const isInLineEnd = text[found.at - 1] === '\r' && text[found.at] === '\n';
  const place = isInLineEnd ? { ...found, at: found.at - 1 } : found;
  const trail = place.trail ? ' ' : '';
  const before = place.lead ? lead : '';
  const written = write(
    trail + text.slice(place.at, place.at + 40),
    before.at(-1) ?? text[place.at - 1] ?? '',
  );
  return {
    edits: [{ start: place.at, end: place.at, text: before + written + trail }],
    cursor: place.at + before.length + written.length,
  };
}
