import { BoundedCache } from '../../../util/collections/boundedCache';
import { detachString } from '../../../util/detachString';
import { plainTex } from '../../tex/plainTex';

/** A word of a name. Its case tells particles from other parts. */
export interface Word {
  readonly text: string;
  readonly capitalized: boolean;
}

/** A word without TeX. */
export function plainWord(word: string): Word {
  return { text: spacedInitials(word), capitalized: startsCapitalized(word) };
}

/** Words with TeX in them that were decoded lately: the same names come up all over a library. */
const maxDecodedWords = 8192;
const decodedWords = new BoundedCache<string, Word>(maxDecodedWords);
const maxKeptWordLength = 60;

/** A word as TeX sets it. */
export function decodeWord(word: string): Word {
  const known = decodedWords.get(word);
  if (known) return known;
  // What braces protect has no case, but `{\'E}` is a letter.
  const visible = word.replace(/^(?:\{[^\\{}][^{}]*\})+/, '');
  const decoded = {
    text: detachString(spacedInitials(plainTex(word))),
    capitalized: visible === '' || startsCapitalized(plainTex(visible)),
  };
  if (word.length < maxKeptWordLength) decodedWords.set(detachString(word), decoded);
  return decoded;
}

/** Whether its first letter is upper case; what begins with none counts as if. */
export function startsCapitalized(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 65 && code <= 90) return true;
  if (code >= 97 && code <= 122) return false;
  const first = /^\d*(.?)/su.exec(word)![1]!;
  // Letters of scripts that have no case are no particles.
  return first === '' || /[\p{Lu}\p{Lt}\p{Lo}]/u.test(first);
}

/** `J.G.` → `J. G.`, so that both ways of writing initials are one. */
function spacedInitials(word: string): string {
  if (!word.includes('.')) return word;
  const parts = word.split('.');
  return parts
    .map((part, i) =>
      i === 0 ? part : isInitial(parts[i - 1]!) && isInitial(part) ? `. ${part}` : `.${part}`,
    )
    .join('');
}

function isInitial(part: string): boolean {
  return /^\p{Lu}$/u.test(part);
}
