/** Abbreviations after which a full stop does not end the sentence. */
const abbreviations: ReadonlySet<string> = new Set(
  'al e.g i.e eg ie cf vs etc fig figs eq eqs sec ref refs no vol dr prof mr mrs ms st approx resp viz ca incl et'.split(
    ' ',
  ),
);

/** The sentences of a text, as `[start, end)` without the space around them. */
export function sentences(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  const take = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    if (to > from) found.push([from, to]);
    start = end;
  };
  for (const { 0: mark, index: at } of text.matchAll(/[.!?。！？]|\n\n/g)) {
    if (at < start) continue;
    if (mark.startsWith('\n') || /[。！？]/.test(mark)) take(at + mark.length);
    else if (endsSentence(text, at)) {
      let end = at + 1;
      while (end < text.length && isClosing(text, end)) end++;
      take(end);
    }
  }
  take(text.length);
  return found;
}

function endsSentence(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && isClosing(text, next)) next++;
  if (next >= text.length) return true;
  if (!/\s/.test(text[next]!)) return false;
  while (next < text.length && /\s/.test(text[next]!)) next++;
  if (next < text.length && /\p{Ll}/u.test(text[next]!)) return false;
  if (text[at] !== '.') return true;
  const word = wordBefore(text, at);
  const isInitial = /^\p{Lu}$/u.test(word);
  return !isInitial && !abbreviations.has(word.toLowerCase());
}

function isClosing(text: string, at: number): boolean {
  return `"'”’)]`.includes(text[at]!);
}

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 12 && /[\p{L}.]/u.test(text[start - 1]!)) start--;
  return text.slice(start, at);
}
