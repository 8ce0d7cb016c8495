import Fuse from 'fuse.js';

/** Worse matches than this are none. */
const threshold = 0.3;
/** How far from the beginning of the title a match loses all: titles are short, so beginnings are preferred mildly. */
const distance = 400;
/** Characters of query times titles that are compared at most, some milliseconds' worth. */
const mostWork = 2000;
const longestPattern = 160;

/** Fuse.js's judgement of how closely titles resemble what was typed, 1 for the same: by place in `titles`. */
export function judgeTitles(typed: string, titles: readonly string[]): Float32Array {
  const closeness = new Float32Array(titles.length);
  const pattern = typed.trim().slice(0, longestPattern);
  if (!pattern) return closeness;
  const judged = titles.slice(0, Math.max(8, Math.floor(mostWork / pattern.length)));
  const fuse = new Fuse(judged, {
    includeScore: true,
    shouldSort: false,
    threshold,
    distance,
    ignoreDiacritics: true,
    ignoreFieldNorm: true,
  });
  for (const { refIndex, score } of fuse.search(pattern))
    closeness[refIndex] = Math.max(0, 1 - (score ?? 1) / threshold);
  return closeness;
}
