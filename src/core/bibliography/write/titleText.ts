import { type Encoding, texText } from './texText';

/** CSL's inline markup and what TeX has for it. */
const markup: Record<string, string> = {
  i: '\\emph{',
  em: '\\emph{',
  b: '\\textbf{',
  strong: '\\textbf{',
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
  const open: string[] = [];
  let tex = '';
  let sentenceStarts = true;
  for (const { text, tag } of pieces(title)) {
    if (tag !== undefined) {
      tex += tag.startsWith('/') ? '}' : markup[tag]!;
      if (tag.startsWith('/')) open.pop();
      else open.push(tag);
      continue;
    }
    for (const word of text.split(/(\s+)/)) {
      if (word === '') continue;
      if (/^\s/.test(word)) tex += ' ';
      else {
        tex +=
          open.length > 0 ? texText(word, encoding) : protectedWord(word, names && !sentenceStarts, encoding);
        sentenceStarts = /[:.?!]["'”’)]*$/.test(word);
      }
    }
  }
  return tex.trim();
}

/** A stretch of text, or a tag by its name (`i`, `/i`). */
interface Piece {
  readonly text: string;
  readonly tag?: string;
}

/** Splits at pairs of known tags only: everything else in angle brackets is text. */
function pieces(title: string): Piece[] {
  const tags = [...title.matchAll(/<(\/?)(i|em|b|strong|sup|sub|sc|span)(?: [^<>]*)?>/g)];
  const paired = new Set<number>();
  const open: RegExpExecArray[] = [];
  for (const tag of tags) {
    if (!tag[1]) open.push(tag);
    else if (open.at(-1)?.[2] === tag[2]) {
      paired.add(open.pop()!.index);
      paired.add(tag.index);
    }
  }
  const found: Piece[] = [];
  let from = 0;
  for (const tag of tags.filter(({ index }) => paired.has(index))) {
    found.push({ text: title.slice(from, tag.index) }, { text: '', tag: tag[1]! + tag[2]! });
    from = tag.index + tag[0].length;
  }
  return [...found, { text: title.slice(from) }];
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
