/** After these a citation follows at once. */
const opening = /[\s([{“‘«„—–\-/>|]/;
/** These follow a citation at once. */
const closing = /[\s.,;:!?)\]}”’»—–\-/|…]/;
/** Marks that open and close: which, their other side tells. */
const paired = /[*_"'`$~]/;

/** The spaces that set a citation off from what stands before and behind it. */
export function spacesAround(text: string, start: number, end: number): { before: string; after: string } {
  let left = start;
  while (left > 0 && paired.test(text[left - 1]!)) left--;
  const opens = left === 0 || opening.test(text[left - 1]!);
  const next = text[end] ?? '\n';
  const follows = closing.test(next) || (paired.test(next) && !opens);
  return { before: opens ? '' : ' ', after: follows ? '' : ' ' };
}

/** The end of the word a position is in the middle of, else the position. */
export function wordEnd(text: string, position: number): number {
  const word = /[\p{L}\p{N}\p{M}]/u;
  if (!word.test(text[position - 1] ?? '')) return position;
  let end = position;
  while (word.test(text[end] ?? '')) end++;
  return end;
}
