import type { DeclaredBibliography } from '../citation';

/** Lists in lists in …: nobody writes so. */
const maxDepth = 5;

/** The files that an expression of Python gives; the path of what only Python knows begins with `!`, as that of computed ones in YAML does. */
export function filesIn(code: string, start: number, end: number, depth = 0): DeclaredBibliography[] {
  const from = start + /^\s*/.exec(code.slice(start, end))![0].length;
  const written = code.slice(from, end).trimEnd();
  if (written === '' || depth > maxDepth) return [];
  const parts = partsOf(code, from, from + written.length, '+');
  if (parts.length > 1) return parts.flatMap(([start, end]) => filesIn(code, start, end, depth + 1));
  const close = /^[[(]/.test(written) ? closing(code, from) : -1;
  // One that is being typed does not close yet.
  if (close >= from + written.length - 1)
    return partsOf(code, from + 1, Math.min(close, end), ',').flatMap(([start, end]) =>
      filesIn(code, start, end, depth + 1),
    );
  const place = { start: from, end: from + written.length };
  const literal = literalOf(written);
  if (literal !== undefined)
    return [{ path: literal, start: from + written.search(/["']/) + 1, end: place.end - 1 }];
  const joined = /^(?:os\.path\.)?join\(/.exec(written);
  const pieces =
    joined &&
    partsOf(written, joined[0].length, written.length - 1, ',').map(([start, end]) =>
      literalOf(written.slice(start, end).trim()),
    );
  const path = pieces?.every(piece => piece !== undefined) ? pieces.join('/') : `!${written}`;
  return [{ path, ...place }];
}

function literalOf(written: string): string | undefined {
  return /^[rRuU]?(["'])([^"'\\\n]*)\1$/.exec(written)?.[2];
}

/** The parts of a stretch between signs that stand in no brackets and no text. */
function partsOf(code: string, start: number, end: number, sign: string): [start: number, end: number][] {
  const parts: [number, number][] = [];
  let from = start;
  for (const [at, depth] of signs(code, start)) {
    if (at >= end) break;
    if (depth === 0 && code[at] === sign) {
      parts.push([from, at]);
      from = at + 1;
    }
  }
  return [...parts, [from, end]];
}

/** Where the bracket at `open` closes. */
function closing(code: string, open: number): number {
  for (const [at, depth] of signs(code, open)) if (depth === 0 && /[\])}]/.test(code[at]!)) return at;
  return code.length;
}

/** An expression goes to the end of its line, or of the brackets that it opens. */
export function endOfExpression(code: string, start: number): number {
  for (const [at, depth] of signs(code, start)) if (depth <= 0 && code[at] === '\n') return at;
  return code.length;
}

/** Every character outside of texts, with how many brackets are open behind it. */
function* signs(code: string, start: number): Generator<readonly [at: number, depth: number]> {
  let depth = 0;
  let quote = '';
  for (let at = start; at < code.length; at++) {
    const character = code[at]!;
    if (quote) {
      if (character === '\\') at++;
      else if (character === quote || character === '\n') quote = '';
      continue;
    }
    if (character === '"' || character === "'") quote = character;
    else if (/[[({]/.test(character)) depth++;
    else if (/[\])}]/.test(character)) depth--;
    yield [at, depth];
  }
}
