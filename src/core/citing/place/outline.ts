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
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, unsaid) : unsaid.repeat(text.length);
}

/** What a text says, without its white space. */
export function packed(text: string): string {
  return text.replace(/[\s\uE001]+/g, '');
}

/**
 * A document as its paragraphs, which blank lines part. `closed` are stretches that are read as they stand, in order: citations stand in none
 * of them, and what is written into one changes it.
 */
export function paragraphOutline(
  text: string,
  unsaid: readonly TextRange[],
  closed: readonly TextRange[] = [],
): Outline {
  const said = withoutStretches(text, unsaid);
  const texts: TextRange[] = [];
  let left = '';
  let at = 0;
  for (const [start, end] of [...closed, [text.length, text.length] as const]) {
    left += said.slice(at, start);
    for (const { index, 0: paragraph } of text.slice(at, start).matchAll(paragraphs))
      texts.push([at + index, at + index + paragraph.trimEnd().length]);
    if (end > start) left += closedMark + text.slice(start, end) + closedMark;
    at = end;
  }
  return {
    shape: left
      .split(/\r?\n(?:[ \t]*\r?\n)+/)
      .map(packed)
      .filter(Boolean)
      .join('\n'),
    texts,
  };
}

/** Tells what is read as it stands from what is not. */
const closedMark = '\uE002';
const paragraphs = /\S(?:[^\n]|\n(?![ \t]*\r?\n))*/g;
