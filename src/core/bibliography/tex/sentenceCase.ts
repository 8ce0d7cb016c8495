import { type Inline, lastCharacter } from './inline';

type Place = 'start' | 'sentenceStart' | 'inWord' | 'afterSentence' | 'elsewhere';

/** Runs of the same sort: plain words in small letters, ASCII letters and digits, other letters and digits, blanks, or one sign. */
const pieces =
  /[a-z0-9]+(?: [a-z0-9]+)*(?![A-Za-z0-9])|[A-Za-z0-9]+|(?:(?![A-Za-z0-9])[\p{L}\p{N}])+|\s+|[\s\S]/gu;
const word = /^[\p{L}\p{N}]/u;
const capitalized = /^\p{Lu}\p{Ll}*$/u;

/**
 * A title in sentence case, as styles want it that set titles in their own case: capitals at the beginning of other words go, unless
 * braces protect them or the word has more capitals than the first (`DNA`, `LaTeX`).
 */
export function sentenceCase(content: readonly Inline[]): Inline[] {
  let place: Place = 'start';
  /** The title begins with a formula, index or exponent: the rest of that word, as in `$^{13}$C`, is no word of its own. */
  let afterScript = false;

  function changed(text: string): string {
    return text.replace(pieces, piece => {
      const before = place;
      place = placeAfter(piece, before);
      const goesOn = afterScript && before === 'inWord';
      afterScript = false;
      if (!word.test(piece) || goesOn) return piece;
      if (before === 'start' || before === 'sentenceStart')
        return capitalized.test(piece) || piece === piece.toLowerCase()
          ? capitalize(piece.toLowerCase())
          : piece;
      return capitalized.test(piece) ? piece.toLowerCase() : piece;
    });
  }

  function walk(inlines: readonly Inline[]): Inline[] {
    return inlines.map(inline => {
      if (typeof inline === 'string') return changed(inline);
      if (inline.style === 'italic' || inline.style === 'bold')
        return { style: inline.style, content: walk(inline.content) };
      afterScript = place === 'start' && inline.style !== 'group' && inline.style !== 'smallCaps';
      place = placeAfter(lastCharacter(inline), place);
      return inline;
    });
  }
  return walk(content);
}

function placeAfter(piece: string, before: Place): Place {
  const last = piece.at(-1);
  if (last === undefined) return before;
  if ('.?!:'.includes(last)) return 'afterSentence';
  if (word.test(last)) return 'inWord';
  if (/\s/.test(last)) return before === 'afterSentence' ? 'sentenceStart' : 'elsewhere';
  return /[-–—/]/.test(last) ? 'elsewhere' : before;
}

function capitalize(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toUpperCase() + text.slice(first.length);
}
