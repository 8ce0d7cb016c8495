import { type Markup, markupPieces } from '../../model/markup';

/** What opens and closes each of CSL's markups in Pandoc's Markdown. */
const signs: Readonly<Record<Markup, readonly [open: string, close: string]>> = {
  i: ['*', '*'],
  b: ['**', '**'],
  sup: ['^', '^'],
  sub: ['~', '~'],
  sc: ['[', ']{.smallcaps}'],
  nocase: ['[', ']{.nocase}'],
};

/** What begins a list at the beginning of a text (Pandoc's manual, "Lists"): `1. FC`, `(a) …`, `- …`. */
const listStart = /^(\s*\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#))([.)])(?=\s|$)/;

/**
 * A text with CSL's markup as Markdown that Pandoc reads as the same text: its own signs are escaped, blanks run together but for those
 * between paragraphs.
 */
export function writtenMarkdown(text: string): string {
  const open: Markup[] = [];
  const written = markupPieces(text.trim()).map(piece => {
    if (piece.kind === 'open') open.push(piece.markup);
    if (piece.kind === 'close') open.pop();
    if (piece.kind !== 'text') return signs[piece.markup][piece.kind === 'open' ? 0 : 1];
    const escaped = piece.text
      .replace(/[\\*_^~[\]<>$@`|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      .replace(/--|\.\.\./g, sign => `\\${sign[0]}${sign.slice(1).replace(/-/g, '\\-')}`)
      .replace(/[ \t\r\n]+/g, blank => (blank.split('\n').length > 2 ? '\n\n' : ' '));
    return open.includes('sup') || open.includes('sub') ? escaped.replaceAll(' ', '\\ ') : escaped;
  });
  return written
    .join('')
    .split('\n\n')
    .map(paragraph => paragraph.replace(listStart, '$1\\$2').replace(/^(\s*)([-+#>:=%])/, '$1\\$2'))
    .join('\n\n');
}
