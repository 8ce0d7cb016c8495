import { lazy } from '../../util/lazy';

/** Scripts that set no blanks between words. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
/** No run of such script is longer in one sentence; a longer one is read in pieces. */
const wideRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}ー々]{1,200}/uy;
/** `state-of-the-art`, `don’t`, `e.g`, `3.5`, `1,000`, `and/or`, `AT&T`, `snake_case`, `C++`. */
const word =
  /(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{N}\p{M}]|(?<=\p{N})[,:](?=\p{N})|(?<=[\p{L}\p{N}\p{M}])['’.‐‑\-/&_@·\u00ad\u200d](?=[\p{L}\p{N}]))+/uy;

const segmenter = lazy(() => new Intl.Segmenter('en', { granularity: 'word' }));

export function isWide(character: string): boolean {
  return wide.test(character);
}

/** The end of the word that begins here; `undefined` where none does. */
export function wordEnd(text: string, at: number): number | undefined {
  wideRun.lastIndex = at;
  const run = wide.test(String.fromCodePoint(text.codePointAt(at)!)) && wideRun.exec(text)?.[0];
  if (run) return wideEnds(text, at, run).get(at);
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : undefined;
}

/** The words of the run that was met last: its others are asked for next. */
let lastRun: { readonly text: string; readonly ends: ReadonlyMap<number, number> } | undefined;

/** The ends of the words of a run, by where they begin. */
function wideEnds(text: string, at: number, run: string): ReadonlyMap<number, number> {
  if (lastRun?.text === text && lastRun.ends.has(at)) return lastRun.ends;
  const ends = new Map<number, number>();
  for (const { index, segment } of segmenter().segment(run))
    ends.set(at + index, at + index + segment.length);
  lastRun = { text, ends };
  return ends;
}
