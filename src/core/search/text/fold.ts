import { normalized } from '../../util/normalized';
import { simplifiedCharacter } from './scripts/han';

/** Letters that Unicode does not decompose, as people type them on a plain keyboard. */
const plainLetters = new Map(
  Object.entries({
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ĸ: 'k',
    ς: 'σ',
    ґ: 'г',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
  }),
);

function plainLetter(char: string): string {
  return plainLetters.get(char) ?? simplifiedCharacter(char);
}

/** True when every character is ASCII: such text keeps its length when lower-cased. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** Articles and the like that French and Italian shorten before a vowel; what follows is a word of its own. */
const elided =
  /(?:^|[^\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|gl|un|(?:d|n|s|c)?[ae]ll|sull)$/iu;
const maxElided = 8;
const apostrophes = /['\u2019](?=\p{L}{2})/gu;

function withoutElisions(text: string): string {
  return text.replace(apostrophes, (sign, at: number) =>
    elided.test(text.slice(Math.max(0, at - maxElided), at)) ? ' ' : sign,
  );
}

/** The article that Arabic writes together with a word, and what may stand before it. */
export const arabicArticle =
  /^(?:[\u0648\u0641\u0628\u0643]?\u0627\u0644|\u0644\u0644|\u0648(?=\p{L}{4}))(?=\p{L}{2})/u;
const arabicArticles = new RegExp(`(?<!\\p{L})${arabicArticle.source.slice(1)}`, 'gu');

/** A whole text so folded, all that is between words kept. Most of a text is ASCII, so only the rest is looked at by Unicode's rules. */
export function foldText(text: string): string {
  let plain = text.includes('\u2019') || text.includes("'") ? withoutElisions(text) : text;
  if (text.includes('\u0627\u0644')) plain = plain.replace(arabicArticles, ' ');
  return plain.toLowerCase().replace(/['\u0080-\uffff]+/g, foldRun);
}

/** Signs for vowels in the scripts of India, which are marks by Unicode's rules, but no accents. */
const vowelSigns =
  '\\u093e-\\u094d\\u09be-\\u09cd\\u0a3e-\\u0a4d\\u0abe-\\u0acd\\u0b3e-\\u0b4d\\u0bbe-\\u0bcd\\u0c3e-\\u0c4d\\u0cbe-\\u0ccd\\u0d3e-\\u0d4d';
const notOfWords = new RegExp(
  `(?![${vowelSigns}])[\\p{M}'\\u2018\\u2019\\u02bc\\uff07\\p{Default_Ignorable_Code_Point}]`,
  'gu',
);
const ofWords = new RegExp(`[\\p{L}\\p{N}${vowelSigns}]`, 'u');

function foldRun(run: string): string {
  if (run === "'") return '';
  const folded = normalized(run, 'NFKD')
    .replace(notOfWords, '')
    .replace(/[^\p{ASCII}]/gu, plainLetter);
  return normalized(folded, 'NFC');
}

export const letterOrDigit = /[\p{L}\p{N}]/u;

/** The word without case, accents, ligatures, apostrophes and invisible characters: `Łukasz’s` → `lukaszs`. */
export function foldWord(word: string): string {
  if (isAscii(word)) return word.replaceAll("'", '').toLowerCase();
  let folded = '';
  for (const char of normalized(word.toLowerCase(), 'NFKD').toLowerCase()) {
    if (!ofWords.test(char)) continue;
    folded += plainLetter(char);
  }
  return normalized(folded, 'NFC');
}
