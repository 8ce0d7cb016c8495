/** Abbreviations after which a full stop does not end the sentence. */
const abbreviations: ReadonlySet<string> = new Set(
  'al e.g i.e eg ie cf vs etc fig figs eq eqs sec ref refs no vol dr prof mr mrs ms st approx resp viz ca incl et'.split(
    ' ',
  ),
);

/** What may end a sentence. */
const marks = /[.!?\u3002\uff01\uff1f]|\n\n/g;
// Written where they are used, they would be made anew for every letter.
const space = /\s/;
const smallLetter = /\p{Ll}/u;
const initial = /^\p{Lu}$/u;
const lettersAndStops = /[\p{L}.]*$/u;

/** The sentences of a text, as `[start, end)` without the space around them. */
export function sentences(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  const take = (end: number) => {
    let [from, to] = [start, end];
    while (from < to && space.test(text[from]!)) from++;
    while (to > from && space.test(text[to - 1]!)) to--;
    if (to > from) found.push([from, to]);
    start = end;
  };
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const at = match.index;
    if (match[0] === '\n\n') take(at + 2);
    else if (isWideMark(text.charCodeAt(at))) take(at + 1);
    else if (endsSentence(text, at)) {
      let end = at + 1;
      while (end < text.length && isClosing(text, end)) end++;
      take(end);
    } else continue;
    marks.lastIndex = start;
  }
  take(text.length);
  return found;
}

/** One of `。！？`, after which no space follows. */
function isWideMark(unit: number): boolean {
  return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f;
}

function endsSentence(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && isClosing(text, next)) next++;
  if (next >= text.length) return true;
  if (!space.test(text[next]!)) return false;
  while (next < text.length && space.test(text[next]!)) next++;
  if (next < text.length && smallLetter.test(text[next]!)) return false;
  if (text[at] !== '.') return true;
  const word = wordBefore(text, at);
  const isInitial = initial.test(word);
  return !isInitial && !abbreviations.has(word.toLowerCase());
}

function isClosing(text: string, at: number): boolean {
  return `"'”’)]`.includes(text[at]!);
}

/** The last of letters and full stops before a place, up to twelve. */
function wordBefore(text: string, at: number): string {
  return lettersAndStops.exec(text.slice(Math.max(0, at - 12), at))![0];
}
