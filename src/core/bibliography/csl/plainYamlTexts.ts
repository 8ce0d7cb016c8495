/** A value of YAML: texts, numbers, booleans, nothing, lists and maps of them. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

/** What is not plain; the caller asks the whole parser. */
export class NotPlain extends Error {}

/** Signs that begin something else than a text. */
export const notText = /^[,[\]{}#&*!|>%@`"']|^[-?:](?: |$)/;
/** A colon, or a sign of a comment, that ends a text without quotation marks. */
export const endsText = /:(?: |$)| #/;
/** Numbers that are not written in digits alone, with a point at most. */
const oddNumber = /^(?:0[ox]|[-+]?(?:\.(?:inf|nan)\b|(?:\d+\.?\d*|\.\d+)e))/i;
const plainNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const words = new Map<string, Value>(
  [
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['null', null],
    ['Null', null],
    ['NULL', null],
    ['~', null],
  ].map(([word, value]) => [word as string, value as Value]),
);

/** Lines as one text: a break is a blank, but blank lines are breaks. */
export function folded(lines: readonly string[]): string {
  let text = lines[0]!;
  let blanks = 0;
  for (const line of lines.slice(1)) {
    if (line === '') {
      blanks++;
      continue;
    }
    text += (blanks ? '\n'.repeat(blanks) : ' ') + line;
    blanks = 0;
  }
  return text;
}

/** Where in a line a text in quotation marks ends, -1 where it goes on. */
export function endOfQuotes(line: string, from: number, quote: string): number {
  for (let at = line.indexOf(quote, from); at >= 0; at = line.indexOf(quote, at + 1)) {
    if (quote === "'" && line[at + 1] === "'") at++;
    else if (quote === "'" || !isEscaped(line, at)) return at;
  }
  return -1;
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** `[[2020, 1], [2021]]` */
export function numbersIn(written: string): Value {
  if (!/^[[\]\d, ]+$/.test(written) || /(?:^|\D)0\d/.test(written)) throw new NotPlain();
  try {
    return JSON.parse(written);
  } catch {
    throw new NotPlain();
  }
}

export function scalar(written: string): Value {
  const word = words.get(written);
  if (word !== undefined) return word;
  if (oddNumber.test(written)) throw new NotPlain();
  return plainNumber.test(written) ? Number(written) : written;
}
