import { letterOrDigit } from './fold';
import { isUnspaced } from './scripts/syllables';

/** A test for folded texts in which these folded words follow one another, whatever but words stands between. */
export function phraseTest(words: readonly string[]): (folded: string) => boolean {
  const [first, ...rest] = words;
  if (first === undefined) return () => true;
  return folded => {
    for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1))
      if (isBoundary(folded, at) && follow(folded, at + first.length, rest)) return true;
    return false;
  };
}

/** Whether the words stand one after another from here, and a word ends where the last one does. */
function follow(text: string, start: number, words: readonly string[]): boolean {
  let at = start;
  for (const word of words) {
    const gap = at;
    while (at < text.length && !isWordCharacter(text, at)) at++;
    // The pair of characters after another one has its second, where nothing stands between.
    if (at === gap) {
      if (!isUnspaced(text.charCodeAt(at - 1))) return false;
      at -= String.fromCodePoint(word.codePointAt(0)!).length;
    }
    if (!text.startsWith(word, at)) return false;
    at += word.length;
  }
  return isBoundary(text, at);
}

/** Whether a word may begin or end at this place of a folded text: between characters of scripts without spaces it may anywhere. */
export function isBoundary(text: string, at: number): boolean {
  return (
    !isWordCharacter(text, at - 1) ||
    !isWordCharacter(text, at) ||
    isUnspaced(text.charCodeAt(at - 1)) ||
    isUnspaced(text.charCodeAt(at))
  );
}

/** Whether a letter or digit stands at this place of a folded text. */
export function isWordCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return letterOrDigit.test(text.charAt(at));
}
