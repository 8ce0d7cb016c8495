import { withSingleBlanks } from '../../bibliography/tex/blanks';
import { type Inline, plainText, taggedText } from '../../bibliography/tex/inline';
import { readTex } from '../../bibliography/tex/readTex';
import { normalized } from '../../util/normalized';
import { readInlines } from './markupInlines';
import { isPlaceholder, withPlainSigns } from './plainLine';
import { capitalised, isShouted, sentenceCase, titleCase } from './titleCase';

/** A title as plain text, and with the tags of CSL where they say more. */
export interface Title {
  readonly plain: string;
  readonly formatted: string;
}

/**
 * A title without what services and publishers left in it: markup, line breaks, capitals throughout, a stop or the mark of a footnote at
 * the end, the marks of search engines.
 */
export function readTitle(raw: unknown): Title | undefined {
  return typeof raw === 'string' ? titleOf(readInlines(raw), sentenceCase) : undefined;
}

/** The title of what a work is in: a journal, a book, a series. */
export function readContainer(raw: unknown): Title | undefined {
  if (typeof raw !== 'string') return undefined;
  const title = titleOf(readInlines(raw.replace(/\s*\((?:print|online|internet)\)\s*$/i, '')), titleCase);
  // `Phys. Rev. Lett.` ends in a stop of its own.
  return title && /\.\s*$/.test(raw) && /\p{L}\.\s\P{Ll}/u.test(title.plain)
    ? { plain: `${title.plain}.`, formatted: `${title.formatted}.` }
    : title;
}

/** A title in TeX, as arXiv has it. */
export function readTexTitle(raw: string): Title | undefined {
  return titleOf(readTex(raw), sentenceCase);
}

/** A title that is whole in square brackets, as translated ones are in the catalogues of medicine, without them. */
function withoutBrackets(title: string): string {
  return title.replace(/^\s*\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\.?\s*$/s, '$1');
}

/** A title and its subtitle, which services give each by itself. */
export function readWholeTitle(raw: unknown, subtitle: unknown): Title | undefined {
  const title = readTitle(raw);
  const rest = readTitle(subtitle);
  // Of a word or two nobody can say that they are shouted: `RIVERS` before `A HISTORY OF THEIR WATER`.
  if (!title || !rest || /\p{Ll}/u.test(title.plain) || !isShouted(`${raw} ${subtitle}`))
    return withSubtitle(title, rest);
  return withSubtitle({ plain: sentenceCase(title.plain), formatted: sentenceCase(title.formatted) }, rest);
}

/** A title with its subtitle, unless that is in it. */
export function withSubtitle(title: Title | undefined, subtitle: Title | undefined): Title | undefined {
  if (!title || !subtitle || letters(title.plain).includes(letters(subtitle.plain))) return title;
  const join = (a: string, b: string) => `${a.replace(/\s*:$/, '')}${/[?!]$/.test(a) ? '' : ':'} ${b}`;
  return { plain: join(title.plain, subtitle.plain), formatted: join(title.formatted, subtitle.formatted) };
}

/** Its letters and digits in lower case, for comparing. */
export function letters(text: string): string {
  return normalized(text, 'NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function titleOf(inlines: readonly Inline[], quiet: (title: string) => string): Title | undefined {
  const plain = tidy(plainText(inlines));
  const formatted = tidy(withSingleBlanks(taggedText(inlines)));
  if (!plain || isPlaceholder(plain)) return undefined;
  return { plain: inCase(plain, plain, quiet), formatted: inCase(formatted, plain, quiet) };
}

function tidy(title: string): string {
  return withoutStop(
    withoutBrackets(withPlainSigns(title).replace(/\s+/g, ' ').trim())
      // What PubMed says of a title that its author translated.
      .replace(/\s*\(author's transl\)\.?$/i, ''),
  )
    .replace(/(?<=\p{Ll}{2}|[)?!”"])\s*(?:<sup>)?[*†‡§¶∗⁎]+(?:<\/sup>)?$/u, '')
    .replace(/\s+[/:;=,]$/, '')
    .replace(/^\[(?:PDF|HTML|BOOK|CITATION)\]\s*/i, '')
    .replace(/\s+([,.;:?!])(?=\s|$)/g, '$1')
    .trim();
}

/** What the plain text tells about capitals holds for the tagged one too. */
function inCase(title: string, plain: string, quiet: (title: string) => string): string {
  if (isShouted(plain)) return quiet(title);
  // Names of code stay: `someone/rivers: v1.2`.
  if (/\p{Lu}|^\S*[/_@]/u.test(plain)) return title;
  return quiet === titleCase ? titleCase(title) : capitalised(title);
}

/** Not of an abbreviation or an ellipsis. */
function withoutStop(title: string): string {
  return /(?:\.\.|\b\p{Lu}\.\p{Lu}\.|\b(?:et al|Inc|Ltd|vs|Jr)\.)$/u.test(title)
    ? title
    : title.replace(/\.$/, '');
}
