import Fuse from 'fuse.js';

/** Worse matches than this are none. */
const threshold = 0.3;
/** How far from the beginning of the title a match loses all: titles are short, so beginnings are preferred mildly. */
const distance = 400;
/** Characters of query times titles that are compared at most, some milliseconds' worth. */
const maxWork = 2000;
const maxPatternLength = 160;

/** Fuse.js's judgement of how closely titles resemble what was typed, 1 for the same: by place in `titles`. */
export function judgeTitles(typed: string, titles: readonly string[]): Float32Array {
  const closeness = new Float32Array(titles.length);
  const pattern = typed.trim().slice(0, maxPatternLength);
  if (!pattern) return closeness;
  // A title that lacks more of the pattern than the threshold lets pass by its length alone is not read.
  const shortest = pattern.length * (1 - threshold);
  const judged = [...titles.keys()]
    .slice(0, Math.max(8, Math.floor(maxWork / pattern.length)))
    .filter(place => titles[place]!.length >= shortest);
  if (!judged.length) return closeness;
  const texts = judged.map(place => titles[place]!);
  const fuse = new Fuse(texts, {
    includeScore: true,
    shouldSort: false,
    threshold,
    distance,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
  });
  for (const { refIndex, score } of fuse.search(pattern))
    closeness[judged[refIndex]!] = Math.max(0, 1 - (score ?? 1) / threshold);
  return closeness;
}
