import type { DeclaredBibliography } from '../../citation';
import { lineEnd } from './characters';

/** After the chunk of code of a Sweave document (`<<setup>>=` to `@`) that begins at a `<`; else after the `<`. */
export function endOfChunk(text: string, at: number): number {
  if (text[at + 1] !== '<' || (at > 0 && text[at - 1] !== '\n')) return at + 1;
  const end = lineEnd(text, at);
  if (!text.slice(at, end).trimEnd().endsWith('>>=')) return at + 1;
  const close = text.indexOf('\n@', end);
  return close < 0 ? text.length : close + 2;
}

/** The documents that knitr sets in place of a chunk: `<<child="a.Rnw">>=`, `<<child=c('a.Rnw', 'b.Rnw')>>=`. */
export function childrenOf(text: string, chunk: number): DeclaredBibliography[] {
  const header = text.slice(chunk, lineEnd(text, chunk));
  const option = /\bchild[ \t]{0,9}=[ \t]{0,9}(?:c\([^()]{0,500}\)|["'][^"']{1,200}["'])/.exec(header);
  return [...(option?.[0] ?? '').matchAll(/["']([^"']+)["']/g)].map(({ index, 1: path }) => {
    const start = chunk + option!.index + index + 1;
    return { path: path!, start, end: start + path!.length };
  });
}
