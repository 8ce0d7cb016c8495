import type { BracketPairs } from './bracketPairs';

const command = /\\([a-zA-Z][a-zA-Z@]*)\*?/y;
/** A macro's name and parameters, before what it stands for. */
const definition = /^(?:(?:re)?new|provide)(?:command|environment)$|^[egx]?def$|^DeclareMathOperator$/;
const definitionHead = /(?:\*?[ \t]*\{?\\[a-zA-Z@]+\}?|\{[a-zA-Z@]+\})[ \t]*(?:(?:#\d)*|(?:\[[^\]\n]*\])*)/y;
/** White space behind a command is the command's, with one line end. */
const space = /[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?/y;
const blanks = /[ \t]*/y;
/** Commands that Pandoc knows to stand alone: a bracket behind them is text. */
const takeNothing = new Set(
  `LaTeX TeX ldots dots textasciitilde textbackslash P S copyright pounds euro raggedright qed xspace slash ss ae AE o O aa AA i j l L oe OE
   tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge`.split(/\s+/),
);

/** After the TeX command at `at`, with its options and then its arguments; the next position where none is. */
export function endOfCommand(text: string, at: number, pairs: BracketPairs): number {
  command.lastIndex = at;
  const name = command.exec(text)?.[1];
  if (name === undefined) return at + 1;
  let end = command.lastIndex;
  if (name === 'begin' || name === 'end' || takeNothing.has(name)) return end;
  let next = skip(text, end, definition.test(name) ? definitionHead : space);
  for (const [bracket, between] of [
    ['[', blanks],
    ['{', undefined],
  ] as const)
    while (text[next] === bracket) {
      const close = pairs.closing(next);
      if (close === undefined) return end;
      end = close + 1;
      next = between ? skip(text, end, between) : end;
    }
  return end;
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
