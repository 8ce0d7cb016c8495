import { tableOf } from '../collections/tableOf';
import { normalized } from '../normalized';

/** The Revised Romanization's initials, vowels and finals, in Unicode's order of jamo (The Unicode Standard, 3.12). */
const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const firstSyllable = 0xac00;

/** A syllable of Hangul in Latin letters; `undefined` for another character. */
export function romanizedHangul(character: string): string | undefined {
  const index = character.codePointAt(0)! - firstSyllable;
  if (index < 0 || index >= initials.length * vowels.length * finals.length) return undefined;
  const perInitial = vowels.length * finals.length;
  return [
    initials[Math.floor(index / perInitial)]!,
    vowels[Math.floor((index % perInitial) / finals.length)]!,
    finals[index % finals.length]!,
  ]
    .join('')
    .replaceAll('-', '');
}

/** Surnames that their bearers spell otherwise. */
const surnames: Readonly<Record<string, string>> = tableOf({
  김: 'kim',
  이: 'lee',
  박: 'park',
  최: 'choi',
  정: 'jung',
  조: 'cho',
  강: 'kang',
  윤: 'yoon',
  임: 'lim',
  오: 'oh',
  신: 'shin',
  권: 'kwon',
  유: 'yoo',
  우: 'woo',
  문: 'moon',
  노: 'noh',
});

/** The surname of a Korean name in its usual spelling: `김민수` → `kim`. `undefined` for any other text. */
export function koreanSurname(name: string): string | undefined {
  if (!/^\p{Script=Hangul}{1,4}$/u.test(name)) return undefined;
  const [first, ...given] = [...normalized(name, 'NFC')];
  return surnames[first!] ?? (given.length > 0 && given.length < 3 ? romanizedHangul(first!) : undefined);
}
