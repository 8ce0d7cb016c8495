/** A text of more than `limit` characters up to the end of a sentence, else of a word, with `…`; never between surrogates. */
export function shorten(text: string, limit: number): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole.length <= limit) return whole;
  const head = whole.slice(0, limit + 1);
  const sentence = [...head.matchAll(/[.!?](?=\s)/g)].at(-1)?.index ?? -1;
  if (sentence >= limit / 2) return `${head.slice(0, sentence + 1)} …`;
  const word = head.lastIndexOf(' ');
  const cut = word >= limit / 2 ? word : limit - 1;
  return `${whole
    .slice(0, cut)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** The beginning of a text, with `…`, where it is longer than anybody reads at its place: a field of a file may hold megabytes. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // Never between surrogates.
  return `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
}
