import { type Markup, markupPieces } from '../../model/markup';
import { type Encoding, texText } from './texText';

/** CSL's inline markup and what TeX has for it. */
const commands: Record<Markup, string> = {
  i: '\\emph{',
  sup: '\\textsuperscript{',
  sub: '\\textsubscript{',
  sc: '\\textsc{',
  span: '{',
};

/**
 * A title as TeX, with braces around what a style must not turn to lower case: acronyms, CamelCase, single letters with digits,
 * and in a title written in sentence case also its proper names. `Training BERT: A Study` → `Training {BERT}: A Study`.
 */
export function titleText(title: string, encoding: Encoding = 'utf8'): string {
  const names = isSentenceCase(title);
  let open = 0;
  let tex = '';
  let sentenceStarts = true;
  for (const piece of markupPieces(title)) {
    if (piece.kind !== 'text') {
      tex += piece.kind === 'open' ? commands[piece.markup] : '}';
      if (piece.kind === 'open') open++;
      else open--;
      continue;
    }
    for (const word of piece.text.split(/(\s+)/)) {
      if (word === '') continue;
      if (/^\s/.test(word)) tex += ' ';
      else {
        tex += open > 0 ? texText(word, encoding) : protectedWord(word, names && !sentenceStarts, encoding);
        sentenceStarts = /[:.?!]["'”’)]*$/.test(word);
      }
    }
  }
  return tex.trim();
}

/** Each part of a compound is looked at by itself: `NP-Complete` → `{NP}-Complete`. */
function protectedWord(word: string, isName: boolean, encoding: Encoding): string {
  return word
    .split(/([-‐–—/])/)
    .map((part, index) => {
      const letters = /^[^\p{L}\p{N}]*(.*?)[^\p{L}\p{N}]*$/su.exec(part)?.[1] ?? '';
      if (
        !letters ||
        !(keepsCase(letters, word !== part) || (isName && index === 0 && /^\p{Lu}/u.test(letters)))
      )
        return texText(part, encoding);
      const at = part.indexOf(letters);
      return `${texText(part.slice(0, at), encoding)}{${texText(letters, encoding)}}${texText(part.slice(at + letters.length), encoding)}`;
    })
    .join('');
}

function keepsCase(letters: string, inCompound: boolean): boolean {
  if (/^.+\p{Lu}/su.test(letters)) return true;
  // `R3`, `UR²`; a single letter in a compound: `T-cell`
  return (
    /^\p{Lu}\p{N}/u.test(letters) || (inCompound && /^\p{Lu}$/u.test(letters)) || /^[B-HJ-Z]$/.test(letters)
  );
}

/** More of the longer words inside it begin small than great. */
function isSentenceCase(title: string): boolean {
  const words = title
    .split(/\s+/)
    .slice(1)
    .filter(word => /^\p{L}{4,}/u.test(word));
  const small = words.filter(word => /^\p{Ll}/u.test(word)).length;
  return small > words.length / 2;
}
