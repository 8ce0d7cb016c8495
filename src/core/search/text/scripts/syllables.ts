import { romanizedHangul } from '../../../util/latin/hangul';
import { latinLetters } from '../../../util/latin/letters';
import { pinyinOf } from './han';

/** A script whose characters are syllables, more or less: words are found in pairs of characters. */
export interface SyllabicScript {
  /** Whether a folded character is of it. */
  readonly has: (character: string) => boolean;
  /** Every way a character can be written in Latin letters before the next, or any, as `plain` writes it. */
  readonly readings: (character: string, next?: string) => readonly string[];
  /** A word in Latin letters with what people write differently written in one way. */
  readonly plain: (latin: string) => string;
  /** Whether a character by itself can be a surname. */
  readonly hasSurnames: boolean;
}

const han: SyllabicScript = {
  has: character => /\p{Script=Han}/u.test(character),
  readings: pinyinOf,
  // 吕 is lü, lv and, in passports, lyu.
  plain: latin => latin.replace(/([nl])v|^([nl])yu/g, '$1$2u'),
  hasSurnames: true,
};

/** Without voice and length, which are not told apart in folded kana: `database` in `detabesu` is written as `tetahesu`. */
function plainRomaji(latin: string): string {
  return latin
    .replace(/t?ch/g, 'ty')
    .replace(/sh/g, 'sy')
    .replace(/ts/g, 't')
    .replace(/j/g, 'sy')
    .replace(/([st])yi/g, '$1i')
    .replace(/[gzdbpfv]/g, letter => 'ksthhhh'['gzdbpfv'.indexOf(letter)]!)
    .replace(/m(?=[hm])/g, 'n')
    .replace(/([kstyh])\1+/g, '$1')
    .replace(/ou/g, 'o')
    .replace(/([aiueo])\1+/g, '$1');
}

const smallVowels: ReadonlyMap<string, string> = new Map(
  [...'ぁぃぅぇぉ'].map((letter, at): [string, string] => [letter, 'aiueo'[at]!]),
);

/** Katakana lie 96 places behind Hiragana. */
function hiragana(character: string): string {
  return /[\u30a1-\u30f6]/.test(character) ? String.fromCharCode(character.charCodeAt(0) - 96) : character;
}

const kana: SyllabicScript = {
  has: character => /[\u3041-\u30ff]/.test(character),
  readings: (character, next) => {
    const letter = hiragana(character);
    const reading = smallVowels.get(letter) ?? latinLetters.get(letter);
    if (reading === undefined) return [];
    const plain = plainRomaji(reading);
    // しょ is sho, ファ is fa.
    if (next !== undefined && /[ゃゅょぁぃぅぇぉ]/.test(hiragana(next))) return [plain.slice(0, -1)];
    // What makes the vowel before it long may not be written.
    if (/^[aiueo]$/.test(plain)) return [plain, ''];
    return next === undefined && /^.+[iue]$/.test(plain) ? [plain, plain.slice(0, -1)] : [plain];
  },
  plain: plainRomaji,
  hasSurnames: false,
};

/** Voice and aspiration, which the systems of romanisation write differently, left out: `kyoyuk` for `gyoyuk`. What is done is a capital. */
function plainRomaja(latin: string): string {
  return latin
    .replace(/ch|j/g, 'c')
    .replace(/sh/g, 's')
    .replace(/[gdbrq]/g, letter => 'ktplk'['gdbrq'.indexOf(letter)]!)
    .replace(/al(?=k)/g, 'a')
    .replace(/w(?:oo|u)/g, 'U')
    .replace(/eui/g, 'UI')
    .replace(/ae/g, 'E')
    .replace(/eo|ou/g, 'O')
    .replace(/eu|oo/g, 'U')
    .replace(/ee/g, 'I')
    .replace(/oi/g, 'OE')
    .replace(/([ou])h$/gi, '$1')
    .toLowerCase();
}

/** What the end of a syllable becomes before another one. */
const finals: readonly (readonly [RegExp, readonly string[]])[] = [
  [/k$/, ['ng']],
  [/t$/, ['n', 's', 'c']],
  [/p$/, ['m']],
  [/(?<=[aeiou])l$/, ['n']],
  [/n$/, ['l', 'm']],
];

const hangulReadings = new Map<string, readonly string[]>();

function readingsOfHangul(character: string): readonly string[] {
  const romanized = romanizedHangul(character);
  if (romanized === undefined) return [];
  const spellings = romanized.includes('eo') ? [romanized, romanized.replace('eo', 'u')] : [romanized];
  if (romanized.endsWith('ui')) spellings.push(romanized.replace('ui', 'i'));
  if (romanized === 'i') spellings.push('li');
  const found = new Set<string>();
  for (const spelling of spellings) {
    const plain = plainRomaja(spelling);
    // 심리 is simni; the surname 임 is Lim.
    const beginnings = plain.startsWith('l') ? [plain, `n${plain.slice(1)}`, plain.slice(1)] : [plain];
    if (/^[iy]/.test(plain)) beginnings.push(`l${plain}`);
    for (const beginning of beginnings) {
      found.add(beginning);
      for (const [end, others] of finals)
        if (end.test(beginning)) for (const other of others) found.add(beginning.replace(end, other));
    }
  }
  return [...found];
}

const hangul: SyllabicScript = {
  has: character => /[\uac00-\ud7a3]/.test(character),
  readings: character => {
    let known = hangulReadings.get(character);
    if (!known) {
      known = readingsOfHangul(character);
      hangulReadings.set(character, known);
    }
    return known;
  },
  plain: plainRomaja,
  hasSurnames: true,
};

/** The scripts that are known. */
export const syllabicScripts: readonly SyllabicScript[] = [han, kana, hangul];

/** The script of the first character of a folded word; `undefined` for letters. */
export function syllabicScriptOf(word: string): SyllabicScript | undefined {
  if (!isUnspaced(word.charCodeAt(0))) return undefined;
  const [character = ''] = word;
  return syllabicScripts.find(({ has }) => has(character));
}

/** Whether words of a script with this UTF-16 unit are found in pairs of characters: no spaces tell them, or not all of them. */
export function isUnspaced(unit: number): boolean {
  return (
    unit >= 0x0e00 &&
    (unit < 0x0e80 ||
      (unit >= 0x2e80 && unit < 0xe000) ||
      (unit >= 0xf900 && unit < 0xfb00) ||
      (unit >= 0xff66 && unit < 0xffdd))
  );
}
