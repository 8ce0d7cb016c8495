import type { TextRange } from '../../../model/textRange';
import { type Outline, paragraphOutline } from '../../place/outline';

/** Raw blocks and comments of several lines; the semicolon that ends a call of `cite` is part of it. */
const closed = /(`{3,})[\s\S]*?\1|\/\*[\s\S]*?\*\//g;

/** What a Typst document consists of. */
export function typstOutline(text: string, _parsed: unknown, unsaid: readonly TextRange[]): Outline {
  const ended = unsaid.map(([start, end]): TextRange => [start, text[end] === ';' ? end + 1 : end]);
  return paragraphOutline(
    text,
    ended,
    [...text.matchAll(closed)].map(({ 0: { length }, index }) => [index, index + length]),
  );
}
