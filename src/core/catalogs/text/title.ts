import { withSingleBlanks } from '../../bibliography/tex/blanks';
import { type Inline, plainText, taggedText } from '../../bibliography/tex/inline';
import { readTex } from '../../bibliography/tex/readTex';
import { parseMarkup } from './markup';
import { inlinesOf } from './markupInlines';

/** A title as plain text, and with the tags of CSL where they say more. */
export interface Title {
  readonly plain: string;
  readonly formatted: string;
}

/**
 * A title without what services and publishers left in it: markup, line breaks, capitals throughout, a stop at the end, the marks of
 * search engines.
 */
export function readTitle(raw: unknown): Title | undefined {
  return typeof raw === 'string' ? titleOf(inlinesOf(parseMarkup(raw).children)) : undefined;
}

/** A title in TeX, as arXiv has it. */
export function readTexTitle(raw: string): Title | undefined {
  return titleOf(readTex(raw));
}

/** The plain text of a name of a journal, publisher or the like; empty when there is none. */
export function plainLine(raw: unknown): string {
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' ? withPlainSigns(plainText(inlinesOf(parseMarkup(raw).children))) : '';
}

function titleOf(inlines: readonly Inline[]): Title | undefined {
  const plain = tidy(plainText(inlines));
  const formatted = tidy(withSingleBlanks(taggedText(inlines)));
  return plain ? { plain: inCase(plain, plain), formatted: inCase(formatted, plain) } : undefined;
}

function tidy(title: string): string {
  return withoutStop(withPlainSigns(title).trim())
    .replace(/^\[(?:PDF|HTML|BOOK|CITATION)\]\s*/i, '')
    .replace(/\s+([,.;:?!])(?=\s|$)/g, '$1')
    .trim();
}

/** Hyphens as keyboards have them, and no characters that nobody sees: what typesetting left, and searches trip over. */
function withPlainSigns(text: string): string {
  return text.replace(/[\u2010\u2011]/g, '-').replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
}

/** What the plain text tells about capitals holds for the tagged one too. */
function inCase(title: string, plain: string): string {
  if (isShouted(plain)) return sentenceCase(title);
  return /\p{Lu}/u.test(plain) ? title : capitalised(title);
}

/** At least three words and hardly a small letter: a title in capitals, and no acronym. */
function isShouted(title: string): boolean {
  const words = title.split(/\s+/).filter(word => /\p{L}{2}/u.test(word));
  const capitals = title.match(/\p{Lu}/gu)?.length ?? 0;
  const small = title.match(/\p{Ll}/gu)?.length ?? 0;
  return words.length >= 3 && capitals >= 10 && small * 20 < capitals;
}

/** Words with digits keep their capitals (`COVID-19`), as do Roman numerals; each sentence begins with one. */
function sentenceCase(title: string): string {
  const words = title
    .split(/(<[^<>]*>|\s+)/)
    .map(word => (/\d|^<|^[IVX]+[.,:;)]?$/.test(word) ? word : word.toLowerCase()))
    .join('');
  return capitalised(words).replace(
    /([:.?!]\s+)(\p{Ll})/gu,
    (_, end: string, letter: string) => end + letter.toUpperCase(),
  );
}

function capitalised(title: string): string {
  return title.replace(
    /^((?:<[^<>]*>|[^\p{L}\p{N}<])*)(\p{Ll})(?=\p{Ll}|\s|[-’'])/u,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Not of an abbreviation or an ellipsis. */
function withoutStop(title: string): string {
  return /(?:\.\.|\b\p{Lu}\.\p{Lu}\.|\b(?:et al|Inc|Ltd|vs|Jr)\.)$/u.test(title)
    ? title
    : title.replace(/\.$/, '');
}
