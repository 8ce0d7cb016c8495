import { withSingleBlanks } from './blanks';

/** How a stretch of text is set. `group` is a pair of braces, which only protects the case of what is in it. */
export type Style = 'group' | 'italic' | 'bold' | 'superscript' | 'subscript' | 'smallCaps';

/** What TeX text amounts to: characters, stretches that are set in a style, and mathematics. */
export type Inline = string | Styled | Mathematics;

/** A formula, as running text and as it was written. */
export interface Mathematics {
  readonly style: 'math';
  readonly content: readonly Inline[];
  readonly source: string;
}

export interface Styled {
  readonly style: Style;
  readonly content: readonly Inline[];
}

const superscripts = new Map(
  [...'0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻(⁽)⁾nⁿiⁱ'.matchAll(/(.)(.)/gu)].map(m => [m[1]!, m[2]!]),
);
const subscripts = new Map(
  [...'0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋(₍)₎'.matchAll(/(.)(.)/gu)].map(m => [m[1]!, m[2]!]),
);

/** The text as a person reads it where there is no markup: `H₂O`, `10⁻³`. */
export function plainText(content: readonly Inline[]): string {
  const text = content.map(plainInline).join('');
  return withSingleBlanks(
    // One search for each is several times faster than one expression for all.
    fixedBlanks.some(blank => text.includes(blank))
      ? text.replace(/[\u00a0\u2006]/g, ' ').replace(/\u00ad/g, '')
      : text,
  );
}

const fixedBlanks = ['\u00a0', '\u2006', '\u00ad'];

function plainInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  const text = inline.content.map(plainInline).join('');
  if (inline.style === 'superscript') return small(text, superscripts);
  if (inline.style === 'subscript') return small(text, subscripts);
  return text;
}

/** Digits and signs raised or lowered, if all of them exist so; else as they are. */
export function inScript(text: string, script: 'superscript' | 'subscript'): string {
  return small(text, script === 'superscript' ? superscripts : subscripts);
}

/** In small characters if all of them exist, else as it is. */
function small(text: string, table: ReadonlyMap<string, string>): string {
  let result = '';
  for (const character of text) {
    const it = table.get(character);
    if (it === undefined) return text;
    result += it;
  }
  return result;
}

const tags: Readonly<Record<Exclude<Style, 'group'>, readonly [open: string, close: string]>> = {
  italic: ['<i>', '</i>'],
  bold: ['<b>', '</b>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  smallCaps: ['<span style="font-variant:small-caps;">', '</span>'],
};

/**
 * The text with the tags that CSL-JSON has for styles, as citation processors take it. Mathematics is characters, or (`'tex'`) as it was
 * written, which is how Pandoc hands it on.
 */
export function taggedText(
  content: readonly Inline[],
  mathematics: 'characters' | 'tex' = 'characters',
): string {
  let text = '';
  for (const inline of content) {
    if (typeof inline === 'string') text += inline;
    else if (inline.style === 'math' && mathematics === 'tex') text += inline.source;
    else if (inline.style === 'group' || inline.style === 'math')
      text += taggedText(inline.content, mathematics);
    else {
      const [open, close] = tags[inline.style];
      text += open + taggedText(inline.content, mathematics) + close;
    }
  }
  return text;
}

/** The last character of the text; empty when there is none. */
export function lastCharacter(inline: Inline | undefined): string {
  if (inline === undefined) return '';
  return typeof inline === 'string' ? (inline.at(-1) ?? '') : lastCharacter(inline.content.at(-1));
}
