import { normalized } from '../normalized';
import { chineseSurname } from './chineseSurnames';
import { koreanSurname, romanizedHangul } from './hangul';
import { latinLetters } from './letters';

/**
 * Lower-case ASCII letters and digits of a text, transliterated: `Škrlj` → `skrlj`, `Strauß` → `strauss`, `Колмогоров` →
 * `kolmogorov`, `محفوظ` → `mhfwz`. What has no transliteration here (Chinese characters, Thai, …) is dropped, so the answer can be empty.
 */
export function asciiText(text: string): string {
  let ascii = '';
  for (const character of normalized(text, 'NFKC').toLowerCase())
    ascii += romanizedHangul(character) ?? latinLetters.get(hiragana(character)) ?? decomposed(character);
  return ascii;
}

/** A family name as `asciiText` gives it; of Chinese and Korean names, which may stand unparted, the surname as it is read: `王小明` → `wang`. */
export function asciiSurname(name: string): string {
  return chineseSurname(name) ?? koreanSurname(name) ?? asciiText(name);
}

function decomposed(character: string): string {
  let ascii = '';
  for (const part of character.normalize('NFKD').toLowerCase())
    ascii += /[a-z0-9]/.test(part) ? part : (latinLetters.get(part) ?? '');
  return ascii;
}

/** Katakana lie 96 places behind Hiragana. */
function hiragana(character: string): string {
  return /[\u30a1-\u30f6]/.test(character) ? String.fromCodePoint(character.codePointAt(0)! - 96) : character;
}
