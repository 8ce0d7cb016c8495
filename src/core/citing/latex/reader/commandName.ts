import { backslash, closeBrace, openBrace, skipToArgument, star } from './characters';
import type { LatexReader } from './latexReader';

/** `{\name}` or `\name`, after an optional star. */
export function readName(reader: LatexReader): string | undefined {
  const { text } = reader;
  let here = skipToArgument(text, reader.position);
  if (text.charCodeAt(here) === star) here = skipToArgument(text, here + 1);
  const braced = text.charCodeAt(here) === openBrace;
  if (braced) here = skipToArgument(text, here + 1);
  if (text.charCodeAt(here) !== backslash) return undefined;
  const name = reader.commandName(here);
  reader.position = here + 1 + name.length;
  if (braced) {
    here = skipToArgument(text, reader.position);
    if (text.charCodeAt(here) === closeBrace) reader.position = here + 1;
  }
  return name || undefined;
}
