import { latinLetters } from '../../../util/latin/letters';

/** What is replaced in a word in Latin letters, in this order. */
type Differences = readonly (readonly [RegExp, string])[];

/** An alphabet whose words people write in Latin letters in several ways. */
export interface Alphabet {
  /** A letter of it. */
  readonly letter: RegExp;
  /** What any two ways of writing a word in Latin letters differ in, and how each is written here. */
  readonly differences: Differences;
  /** Vowels are not written, so that skeletons tell less. */
  readonly isOfConsonants?: true;
}

/** Cyrillic, and others that are transliterated alike: Georgian and Armenian. `ch` was dealt with before. */
const slavic: Differences = [
  [/zh|dsch/g, 'z'],
  [/kh/g, 'h'],
  [/sch|sh|sz/g, 's'],
  [/tz|ts/g, 'c'],
  [/cz/g, 'c'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ou/g, 'u'],
  [/ks|x/g, 'ks'],
  [/[iyj]+/g, ''],
  [/(.)\1+/g, '$1'],
];

/** Modern and classical ways: Αἰσχύλος is Aischylos, Aeschylus, Eschilos; Μπακογιάννης is Bakogiannis and Mpakogiannis. */
const greek: Differences = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/rh/g, 'r'],
  [/ch|kh/g, 'h'],
  [/^h/g, ''],
  [/x|ks/g, 'ks'],
  [/c/g, 'k'],
  [/w/g, 'o'],
  [/o[uy]/g, 'o'],
  [/a[uyvfb](?!e)/g, 'av'],
  [/e[uyvfb]/g, 'v'],
  [/mp/g, 'b'],
  [/nt/g, 'd'],
  [/gk|ng|gg/g, 'g'],
  [/b/g, 'v'],
  [/u/g, 'o'],
  [/ai|ae|[eiyj]/g, ''],
  [/tz/g, 'ts'],
  [/(.)\1+/g, '$1'],
];

/** Alphabets of consonants: short vowels are not written, and long ones differently. */
const semitic: Differences = [
  [/sh|ch/g, 's'],
  [/kh/g, 'x'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/dj/g, 'j'],
  [/q|c/g, 'k'],
  [/p/g, 'b'],
  [/[aeiouwy]/g, ''],
  [/(.)\1+/g, '$1'],
  [/h$/g, ''],
];

/** Devanagari: the vowel that is not written stands between most consonants. */
const indic: Differences = [
  [/w/g, 'v'],
  [/ee/g, 'i'],
  [/(?<=[^aeiou])h/g, ''],
  [/[aeiouy]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The alphabets that are known. */
export const alphabets: readonly Alphabet[] = [
  { letter: /[\u0400-\u04ff\u10d0-\u10ff\u0531-\u0587]/, differences: slavic },
  { letter: /[\u0370-\u03ff]/, differences: greek },
  { letter: /[\u0590-\u05ff\u0600-\u06ff]/, differences: semitic, isOfConsonants: true },
  { letter: /[\u0900-\u097f]/, differences: indic, isOfConsonants: true },
];

/** The alphabet of which names are written in Latin letters in most ways. */
export const cyrillicAlphabet: Alphabet = alphabets[0]!;

/** Whether a word in Latin letters ends as Russian and Ukrainian names do, in the spelling of whichever language. */
export const endsLikeSlavicName =
  /(?:sk(?:[iy][ijy]?|a[iyj]a)|[oe](?:v|w|ff)a?|(?:vi|wi)(?:tsch|tch|ch|c|cz)|enko|(?:ts|t|s)?chuk)$/;

/** The alphabet in which a folded word begins; `undefined` for Latin letters, and what has no alphabet. */
export function alphabetOf(word: string): Alphabet | undefined {
  const unit = word.charCodeAt(0);
  if (unit < 0x370 || unit > 0x10ff) return undefined;
  return alphabets.find(({ letter }) => letter.test(word[0]!));
}

/** `ch` is ч in English and х in German, Polish and Czech. */
const readingsOfCh = ['c', 'h'] as const;
const shortestSkeleton = 2;

/**
 * What all spellings of a word in an alphabet and in Latin letters have in common: Достоевский, Dostoevsky, Dostoyevskij and Dostojewski
 * have `dostoevsk`. One or two skeletons; none for words that are too short to tell, and those in another alphabet.
 */
export function skeletons(word: string, alphabet: Alphabet): readonly string[] {
  const isOwn = alphabetOf(word) === alphabet;
  const latin = isOwn ? [...word].map(letter => latinLetters.get(letter) ?? letter).join('') : word;
  if (!/^[a-z]+$/.test(latin)) return [];
  const spellings =
    alphabet.differences === slavic
      ? slavicSpellings(latin, isOwn)
      : alphabet.differences === semitic
        ? semiticSpellings(latin)
        : [latin];
  const found = spellings.map(spelling =>
    alphabet.differences.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), spelling),
  );
  return [...new Set(found)].filter(skeleton => skeleton.length >= shortestSkeleton);
}

/** `v` is ف in Arabic, ב in Hebrew, and و in Persian, which is left out. */
function semiticSpellings(latin: string): readonly string[] {
  return latin.includes('v') ? ['f', 'b', ''].map(letter => latin.replace(/v/g, letter)) : [latin];
}

/** A word with one sign for ч, and for щ, whatever they are written with. */
function slavicSpellings(latin: string, isOwn: boolean): readonly string[] {
  const plain = latin.replace(/shch|schtsch|stsch|szcz|chtch/g, 's').replace(/tsch|tch/g, 'c');
  const of = (ch: string) => plain.replace(/(?<!s)ch/g, ch);
  return isOwn || !plain.includes('ch') ? [of('c')] : readingsOfCh.map(of);
}
