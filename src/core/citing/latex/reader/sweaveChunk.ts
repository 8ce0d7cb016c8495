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

const caption = /\b(?:fig|tbl|tab)\.s?cap[ \t]{0,9}=[ \t]{0,9}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g;
const captionOption = /^#\|[ \t]*[\w.-]*cap[ \t]*[:=][^\n]*/;

/** Where commands of TeX stand in the captions that a chunk's header and the options at its top give: `fig.cap="As \\cite{a} has it"`. */
export function captionCommands(text: string, chunk: number, end: number): number[] {
  const captions: { readonly start: number; readonly text: string }[] = [];
  let line = lineEnd(text, chunk);
  for (const { 0: written, index } of text.slice(chunk, line).matchAll(caption))
    captions.push({ start: chunk + index, text: written });
  for (let start = line + 1; start < end && text.startsWith('#|', start); start = line + 1) {
    line = lineEnd(text, start);
    const written = captionOption.exec(text.slice(start, line))?.[0];
    if (written !== undefined) captions.push({ start, text: written });
  }
  // The backslash that makes a command of R's string is the second.
  return captions.flatMap(({ start, text: written }) =>
    [...written.matchAll(/\\{1,2}(?=[a-zA-Z])/g)].map(
      ({ 0: { length }, index }) => start + index + length - 1,
    ),
  );
}
