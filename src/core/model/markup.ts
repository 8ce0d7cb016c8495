/** CSL's inline markup as it comes up in titles: `<i>`, `<sup>`, `<span class="nocase">`, … */
export type Markup = 'i' | 'sup' | 'sub' | 'sc' | 'span';

/** A stretch of text, or where a markup begins or ends. */
export type MarkupPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly markup: Markup };

/** Splits a text at pairs of known tags; everything else in angle brackets is text. */
export function markupPieces(text: string): MarkupPiece[] {
  const tags = [
    ...text.matchAll(
      /<(\/?)(i|sup|sub|sc|span)( class="nocase"| style="font-variant:\s{0,2}small-caps;?")?>/g,
    ),
  ];
  const paired = new Set<number>();
  const open: RegExpExecArray[] = [];
  for (const tag of tags) {
    if (!tag[1]) open.push(tag);
    else if (open.at(-1)?.[2] === tag[2]) {
      paired.add(open.pop()!.index);
      paired.add(tag.index);
    }
  }
  const pieces: MarkupPiece[] = [];
  let from = 0;
  for (const tag of tags.filter(({ index }) => paired.has(index))) {
    pieces.push({ kind: 'text', text: text.slice(from, tag.index) });
    pieces.push({ kind: tag[1] ? 'close' : 'open', markup: tag[2] as Markup });
    from = tag.index + tag[0].length;
  }
  return [...pieces, { kind: 'text', text: text.slice(from) }];
}

/** The text as it reads, without its markup. */
export function withoutMarkup(text: string): string {
  return markupPieces(text)
    .map(piece => (piece.kind === 'text' ? piece.text : ''))
    .join('');
}
