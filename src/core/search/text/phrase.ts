import { letterOrDigit } from './fold';

/** A test for folded texts in which these folded words follow one another, whatever but words stands between. */
export function phraseTest(words: readonly string[]): (folded: string) => boolean {
  const [first, ...rest] = words;
  if (first === undefined) return () => true;
  return folded => {
    for (let at = folded.indexOf(first); at >= 0; at = folded.indexOf(first, at + 1))
      if (!isWordCharacter(folded, at - 1) && follow(folded, at + first.length, rest)) return true;
    return false;
  };
}

/** Whether the words stand one after another from here, and a word ends where the last one does. */
function follow(text: string, start: number, words: readonly string[]): boolean {
  let at = start;
  for (const word of words) {
    const gap = at;
    while (at < text.length && !isWordCharacter(text, at)) at++;
    if (at === gap || !text.startsWith(word, at)) return false;
    at += word.length;
  }
  return !isWordCharacter(text, at);
}

/** Whether a letter or digit stands at this place of a folded text. */
export function isWordCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return letterOrDigit.test(text.charAt(at));
}
