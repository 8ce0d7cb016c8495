/** Languages whose endings or common words the search knows, a bit each; the commonest take the least room in a file. */
export const Language = {
  english: 1,
  /** Nothing tells which. */
  unknown: 2,
  german: 4,
  french: 8,
  spanish: 16,
  portuguese: 32,
  italian: 64,
  russian: 128,
  polish: 256,
  czech: 512,
  turkish: 1024,
  vietnamese: 2048,
  dutch: 4096,
  scandinavian: 8192,
  finnish: 16384,
  hungarian: 32768,
  ukrainian: 65536,
  bulgarian: 131072,
  greek: 262144,
  /** Arabic, Persian and Hebrew: their letters tell most of them apart, so that what one knows of them can lie together. */
  semitic: 524288,
  romanian: 1048576,
  /** Serbian, Croatian, Bosnian and Slovene. */
  southSlavic: 2097152,
  estonian: 4194304,
  /** Lithuanian and Latvian. */
  baltic: 8388608,
  basque: 16777216,
  /** Indonesian and Malay. */
  indonesian: 33554432,
  /** Hindi and others in Devanagari. */
  indic: 67108864,
} as const;

export type LanguageName = Exclude<keyof typeof Language, 'unknown'>;

/** Some languages, as bits. */
export type Languages = number;

/** Those in Cyrillic letters, which share many of their common words. */
export const cyrillic: Languages = Language.russian | Language.ukrainian | Language.bulgarian;

/** The languages that a word in other letters than Latin ones may be of, by its first letter; 0 for a word in Latin letters, and in scripts without endings. */
export function languagesOfLetter(letter: number): Languages {
  if (letter < 0x370) return 0;
  if (letter < 0x400) return Language.greek;
  if (letter < 0x530) return cyrillic;
  if (letter >= 0x590 && letter < 0x700) return Language.semitic;
  return letter >= 0x900 && letter < 0x980 ? Language.indic : 0;
}

/** Those in other letters than Latin ones. */
export const inOtherLetters: Languages = cyrillic | Language.greek | Language.semitic | Language.indic;

/** The languages whose endings a word can have, by its first letter. */
export function languagesWithLetter(letter: number): Languages {
  return languagesOfLetter(letter) || ~inOtherLetters;
}
