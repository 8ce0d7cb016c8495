import { markupPieces } from '../../model/markup';
import type { CslItem } from '../../model/reference';

/**
 * A text of an item with its markup, `H<sub>2</sub>O`: what citation processors take, in the case in which people wrote it. Titles of `.bib`
 * files are kept in sentence case for processors, beside the plain text that has them as written.
 */
export function richText(item: CslItem, field: string): string {
  const value = item[field];
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const formatted = item.custom?.formatted?.[field];
  return formatted === undefined ? plain : withCaseOf(plain, formatted);
}

function withCaseOf(plain: string, formatted: string): string {
  const pieces = markupPieces(formatted);
  const length = pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 0), 0);
  if (length !== plain.length) return formatted;
  let at = 0;
  let from = 0;
  let result = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    const start = formatted.indexOf(piece.text, from);
    result += formatted.slice(from, start);
    for (const letter of piece.text) {
      const written = plain.slice(at, at + letter.length);
      result += written.toLowerCase() === letter.toLowerCase() ? written : letter;
      at += letter.length;
    }
    from = start + piece.text.length;
  }
  return result + formatted.slice(from);
}
