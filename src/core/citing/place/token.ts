/**
 * What a stretch of running text is to a citation beside it:
 * `blank` white space and ties; `word` what is set off by a blank, never parted: words, maths, code, calls, addresses;
 * `open` brackets and quotes a citation follows at once; `close` full stops, brackets and quotes that follow one at once;
 * `neutral` dashes, slashes, borders of cells, with no blank on either side; `start` what begins a block, a list's mark or a heading's,
 * in front of which nothing may stand; `end` what ends one, the last border of a table's row, behind which nothing may.
 */
export type TokenKind = 'blank' | 'word' | 'open' | 'close' | 'neutral' | 'start' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** UTF-16 code units into the document. */
  readonly start: number;
  readonly end: number;
  /** Emphasis and the like, which part no word: `un*believ*able`, `\emph{graph}s`. */
  readonly markup?: boolean;
  /** What it says, for words and what stands between them; nothing where it is markup or a citation. */
  readonly says?: string;
  /** A block begins or ends here: no sentence goes on across it. */
  readonly parts?: boolean;
  /** A note or a caption begins or ends here, or one and then another, which the sentence around it goes past. */
  readonly nests?: 'in' | 'out' | 'next';
  /** Of a script without blanks between words, Chinese or Thai, whose citations have none either. */
  readonly wide?: boolean;
}

export type TokenTraits = Pick<Token, 'markup' | 'wide' | 'says' | 'parts' | 'nests'>;
