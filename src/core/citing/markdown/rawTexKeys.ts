import type { CitedKey } from '../citation';
import { readLatex } from '../latex/readLatex';
import type { BlockVisitor } from './blocks/blockReader';
import { DocumentReader } from './blocks/documentReader';
import type { Line } from './blocks/lines';
import { InlineReader } from './inline/inlineReader';
import { InlineRun } from './inline/inlineRun';
import { tableBars } from './inline/tableBars';
import type { UniformLineEnds } from './lineEnds';

const citingCommand = /\\[a-zA-Z]*[cC]ite/;

/** The keys that raw TeX in a Markdown document cites: `\citep{a}`, environments, blocks of `{=latex}`. */
export function rawTexKeys(uniform: UniformLineEnds): CitedKey[] {
  const { text } = uniform;
  // Most documents have no such word, which is told faster than that no command has it.
  if (!text.includes('\\') || !(text.includes('cite') || text.includes('Cite')) || !citingCommand.test(text))
    return [];
  const found: CitedKey[] = [];
  const add = (tex: string, offset: (at: number) => number) => {
    if (!citingCommand.test(tex)) return;
    for (const { keys } of readLatex(tex).citations)
      for (const key of keys) found.push({ ...key, start: offset(key.start), end: offset(key.end - 1) + 1 });
  };
  const stretch = (start: number, end: number) =>
    add(text.slice(start, end), at => uniform.offset(start + at));
  const lines = (inside: readonly Line[]) => {
    const run = new InlineRun(text, inside);
    if (!citingCommand.test(run.text)) return;
    const verbatim = (start: number, end: number) => {
      if (run.text[start] === '\\')
        add(run.text.slice(start, end), at => uniform.offset(run.offset(start + at)));
    };
    new InlineReader(run.text, {}, verbatim).read();
  };
  const visitor: BlockVisitor = {
    text: lines,
    note: (_label, inside) => lines(inside),
    example() {},
    metadata() {},
    tex: stretch,
    bars: tableBars,
    code(start, end) {
      if (/^ {0,3}[`~]{3,}[ \t]*\{=(?:la)?tex\}/.test(text.slice(start, start + 40))) stretch(start, end);
    },
    mayHold: inside => {
      const last = inside.at(-1);
      return last !== undefined && citingCommand.test(text.slice(inside[0]!.start, last.end));
    },
  };
  new DocumentReader(text, visitor).read();
  return found.sort((a, b) => a.start - b.start);
}
