import type { TextRange } from '../../model/textRange';
import type { ColumnTable } from './columnTable';

/** What a document consists of, as far as citing must not change it. */
export interface Outline {
  /**
   * The same for two texts that have the same blocks and say the same in them, whatever they cite and however their blanks stand: paragraphs
   * that only cite are left out.
   */
  readonly shape: string;
  /** The stretches that hold running text, in order; citations stand in no other. */
  readonly texts: readonly TextRange[];
  /** Tables in which room has to be made for a citation. */
  readonly tables?: readonly ColumnTable[];
}

/** Between citations that stand side by side. */
const separator = /^[\s,]*$/;

/** Stands for what is not said; no document holds it (it is of Unicode's private use). */
const unsaid = '\uE001';

/** The text without what some stretches say, which are in order, and the commas between them; each place stays what it was. */
export function withoutStretches(text: string, stretches: readonly TextRange[]): string {
  let blanked = '';
  let at = 0;
  for (const [start, end] of stretches) {
    const between = text.slice(at, start);
    const isSeparator = at > 0 && separator.test(between);
    blanked += (isSeparator ? between.replaceAll(',', ' ') : between) + blank(text.slice(start, end));
    at = end;
  }
  return blanked + text.slice(at);
}

/** Line ends stay: places are told by them. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, unsaid);
}

/** What a text says, without its white space. */
export function packed(text: string): string {
  return text.replace(/[\s\uE001]+/g, '');
}

/** A document as its paragraphs, which blank lines part. `texts` are the stretches in which citations stand. */
export function paragraphOutline(
  text: string,
  cited: readonly TextRange[],
  texts: readonly TextRange[],
): Outline {
  const paragraphs = withoutStretches(text, cited).split(/\r?\n(?:[ \t]*\r?\n)+/);
  return { shape: paragraphs.map(packed).filter(Boolean).join('\n'), texts };
}
