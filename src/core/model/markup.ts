import { tableOf } from '../util/collections/tableOf';

/** CSL's inline markup as it comes up in titles: `<i>`, `<sup>`, `<span class="nocase">`, … */
export type Markup = 'i' | 'b' | 'sup' | 'sub' | 'sc' | 'nocase';

/** A stretch of text, or where a markup begins or ends. */
export type MarkupPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly markup: Markup };

const tag =
  /<(\/?)(i|b|em|strong|sup|sub|sc|span)((?: class="nocase")| style="font-variant:\s{0,2}small-caps;?")?>/g;

const markupOfTag: Readonly<Record<string, Markup>> = tableOf({ em: 'i', strong: 'b', span: 'nocase' });

/** Splits a text at pairs of known tags; everything else in angle brackets is text. */
export function markupPieces(text: string): MarkupPiece[] {
  if (!text.includes('<')) return [{ kind: 'text', text }];
  const tags = [...text.matchAll(tag)];
  const paired = new Map<number, Markup>();
  const open: RegExpExecArray[] = [];
  for (const found of tags) {
    if (!found[1]) open.push(found);
    else if (open.at(-1)?.[2] === found[2]) {
      const opening = open.pop()!;
      const markup = opening[3]?.includes('small-caps')
        ? 'sc'
        : (markupOfTag[found[2]!] ?? (found[2] as Markup));
      paired.set(opening.index, markup);
      paired.set(found.index, markup);
    }
  }
  const pieces: MarkupPiece[] = [];
  let from = 0;
  for (const found of tags) {
    const markup = paired.get(found.index);
    if (!markup) continue;
    pieces.push({ kind: 'text', text: text.slice(from, found.index) });
    pieces.push({ kind: found[1] ? 'close' : 'open', markup });
    from = found.index + found[0].length;
  }
  return [...pieces, { kind: 'text', text: text.slice(from) }];
}

/** The text as it reads, without its markup. */
export function withoutMarkup(text: string): string {
  return markupPieces(text)
    .map(piece => (piece.kind === 'text' ? piece.text : ''))
    .join('');
}
