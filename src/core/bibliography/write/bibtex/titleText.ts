import { type Markup, markupPieces } from '../../../model/markup';
import { inScript } from '../../tex/inline';
import type { FileEncoding } from '../tex/texEncoding';
import { texText } from '../tex/texText';

/** CSL's inline markup and what TeX has for it. */
const commands: Record<Markup, string> = {
  i: '\\emph{',
  b: '\\textbf{',
  sup: '\\textsuperscript{',
  sub: '\\textsubscript{',
  sc: '\\textsc{',
  nocase: '{',
};

/**
 * A title as TeX, with braces around what a style must not turn to lower case: acronyms, CamelCase, single letters with digits,
 * and in a title written in sentence case also its proper names. `Training BERT: A Study` → `Training {BERT}: A Study`.
 */
export function titleText(
  title: string,
  encoding: FileEncoding = 'utf8',
  markup: 'tex' | 'none' = 'tex',
): string {
  const write = (text: string) => texText(text, encoding);
  if (markup === 'none') return protectedTitle(title, write);
  // What is set in italics is a name: of a species, of another work.
  return withProtectedWords(title, write, one => (one === 'i' ? '\\emph{{' : commands[one]));
}

/** A title with the same braces for a program that knows no markup, its text written by `write`: `H<sub>2</sub>O` is `H₂O`. */
export function protectedTitle(title: string, write: (text: string) => string): string {
  const plain = title
    .replace(/<sub>([^<]*)<\/sub>/g, (_, text: string) => inScript(text, 'subscript'))
    .replace(/<sup>([^<]*)<\/sup>/g, (_, text: string) => inScript(text, 'superscript'));
  return withProtectedWords(plain, write, markup => (markup === 'nocase' ? '{' : ''));
}

function withProtectedWords(
  title: string,
  write: (text: string) => string,
  opening: (markup: Markup) => string,
): string {
  const names = isSentenceCase(title);
  const closings: string[] = [];
  let open = 0;
  let written = '';
  let sentenceStarts = true;
  for (const piece of markupPieces(title)) {
    if (piece.kind === 'open') {
      const sign = opening(piece.markup);
      closings.push('}'.repeat(sign.split('{').length - 1));
      written += sign;
      if (sign) open++;
      continue;
    }
    if (piece.kind === 'close') {
      const sign = closings.pop() ?? '';
      written += sign;
      if (sign) open--;
      continue;
    }
    if (piece.kind !== 'text') continue;
    for (const word of piece.text.split(/(\s+)/)) {
      if (word === '') continue;
      if (/^\s/.test(word)) written += ' ';
      else {
        written += open > 0 ? write(word) : protectedWord(word, names && !sentenceStarts, write);
        sentenceStarts = /[:.?!]["'”’)]*$/.test(word);
      }
    }
  }
  return written.trim();
}

/** A text with CSL's markup as TeX, without protecting its capitals: abstracts, notes. */
export function markedUpText(text: string, encoding: FileEncoding = 'utf8'): string {
  return markupPieces(text)
    .map(piece => {
      if (piece.kind !== 'text') return piece.kind === 'open' ? commands[piece.markup] : '}';
      const tex = texText(piece.text, encoding);
      return `${/^\s/.test(piece.text) && tex ? ' ' : ''}${tex}${/\s$/.test(piece.text) ? ' ' : ''}`;
    })
    .join('')
    .trim();
}

/** Each part of a compound is looked at by itself: `NP-Complete` → `{NP}-Complete`. */
function protectedWord(word: string, isName: boolean, write: (text: string) => string): string {
  return word
    .split(/([-‐–—/])/)
    .map((part, index) => {
      const letters = lettersOf(part);
      if (
        !letters ||
        !(keepsCase(letters, word !== part) || (isName && index === 0 && /^\p{Lu}/u.test(letters)))
      )
        return write(part);
      const at = part.indexOf(letters);
      return `${write(part.slice(0, at))}{${write(letters)}}${write(part.slice(at + letters.length))}`;
    })
    .join('');
}

/** A word without the marks around it; a bracket that opens within it closes within it: `Iron(III)`. */
function lettersOf(word: string): string {
  const letters = /^[^\p{L}\p{N}]*(.*?)[^\p{L}\p{N}]*$/su.exec(word)?.[1] ?? '';
  const isOpen = /[([](?=[^)\]]*$)/.exec(letters);
  const close = isOpen && word[word.indexOf(letters) + letters.length];
  return close === ')' || close === ']' ? letters + close : letters;
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
