/** None is longer; it bounds how far is looked. */
const maxLength = 500;
const open = '{{<';
const close = '>}}';

/** Where the shortcode of Quarto ends that a place is in; `undefined` where it is in none. */
export function endOfShortcode(text: string, at: number): number | undefined {
  const before = text.slice(Math.max(0, at - maxLength), at);
  const begun = before.lastIndexOf(open);
  if (begun < 0 || before.includes(close, begun)) return undefined;
  const end = text.slice(at, at + maxLength).indexOf(close);
  return end < 0 ? undefined : at + end + close.length;
}
