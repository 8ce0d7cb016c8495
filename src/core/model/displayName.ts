import type { Name } from './reference';

/** Names in Chinese characters, Hiragana or Hangul: the surname stands first and nothing between. Foreign ones in Katakana have a sign there. */
const together = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]+$/u;
/** No name that begins with a character before this is one of them: most need no closer look. */
const firstTogether = 0x1100;

/** A name as it is written in a text: `Ludwig van Beethoven`, `张伟`. */
export function displayName(name: Name): string {
  const { given, family } = name;
  if (name.literal !== undefined) return name.literal;
  if (!name['dropping-particle'] && !name['non-dropping-particle'] && given && family)
    return family.charCodeAt(0) < firstTogether || !together.test(family + given)
      ? `${given} ${family}`
      : family + given;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  return [given, ...particles, family].filter(Boolean).join(' ');
}
