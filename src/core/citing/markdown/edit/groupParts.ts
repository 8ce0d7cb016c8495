import type { Citation } from '../../citation';
import { InlineReader, isBracket } from '../inline/inlineReader';

/** What stands between two semicolons of a group, without the white space around it. */
export interface GroupPart {
  readonly start: number;
  readonly end: number;
}

/** The brackets of a citation and what is listed in them. */
export interface GroupLayout {
  /** Of the `[`. */
  readonly open: number;
  /** Of the `]`. */
  readonly close: number;
  /** As many as keys; one more or less where the first key stands before the bracket: `@a [p. 3; @b]`, `@a [@b]`. */
  readonly parts: readonly GroupPart[];
}

/** How a citation's brackets are laid out; `undefined` for a key alone in the text. */
export function groupLayout(text: string, { start, end }: Citation): GroupLayout | undefined {
  const { root } = new InlineReader(text.slice(start, end)).read();
  const bracket = root.items.find(isBracket);
  if (!bracket || bracket.close < 0) return undefined;
  const edges = [bracket.open, ...bracket.semicolons, bracket.close];
  const parts = edges.slice(0, -1).map((edge, index) => {
    const raw = text.slice(start + edge + 1, start + edges[index + 1]!);
    // Lines of a quotation begin with its marks.
    const lead = /^[^\S\n]*(?:\n[\s>]*)?/.exec(raw)![0].length;
    const from = start + edge + 1 + lead;
    return { start: from, end: from + raw.slice(lead).trimEnd().length };
  });
  return { open: start + bracket.open, close: start + bracket.close, parts };
}
