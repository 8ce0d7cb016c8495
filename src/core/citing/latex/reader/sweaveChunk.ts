import { lineEnd } from './characters';

/** After the chunk of code of a Sweave document (`<<setup>>=` to `@`) that begins at a `<`; else after the `<`. */
export function endOfChunk(text: string, at: number): number {
  if (text[at + 1] !== '<' || (at > 0 && text[at - 1] !== '\n')) return at + 1;
  const end = lineEnd(text, at);
  if (!text.slice(at, end).trimEnd().endsWith('>>=')) return at + 1;
  const close = text.indexOf('\n@', end);
  return close < 0 ? text.length : close + 2;
}
