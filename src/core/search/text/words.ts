import { arabicArticle, foldWord } from './fold';

/** Receives a folded word and the stretch of text it stands for. */
export type WordVisitor = (word: string, start: number, end: number, role: WordRole) => void;

/**
 * How a word lies in the text: `word` by itself; `part` of one that is written together (`Geo` in `GeoManip`); `joined` from
 * words with hyphens between (`fewshot` from `few-shot`).
 */
export type WordRole = 'word' | 'part' | 'joined';

/** Longer runs are no words that anybody searches for (data, base64); their beginning is taken. */
const maxWordLength = 64;
/** A chain of hyphenated words longer than this (`state-of-the-art-…`) is not also taken as one word. */
const maxChainLength = 4;

enum CharClass {
  unknown = 0,
  separator = 1,
  letter = 2,
  cjk = 3,
  joiner = 4,
  apostrophe = 5,
  ignorable = 6,
}

/** Class of each UTF-16 code unit, filled in when first met. */
const classes = new Uint8Array(0x10000);

function classify(char: string): CharClass {
  if (/[-\u2010\u2011\u2012\u2212_]/u.test(char)) return CharClass.joiner;
  if (/['\u2018\u2019\u02bc\uff07]/u.test(char)) return CharClass.apostrophe;
  if (/\p{Default_Ignorable_Code_Point}/u.test(char)) return CharClass.ignorable;
  if (
    /[\u30fc\uff70\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(
      char,
    )
  )
    return CharClass.cjk;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? CharClass.letter : CharClass.separator;
}

function classAt(text: string, at: number): CharClass {
  const unit = text.charCodeAt(at);
  const known = classes[unit]!;
  if (known !== CharClass.unknown) return known;
  if (unit >= 0xd800 && unit < 0xe000) {
    // Either half of a pair has the class of the whole; a lone half separates.
    const start = unit >= 0xdc00 ? at - 1 : at;
    const point = start >= 0 ? (text.codePointAt(start) ?? 0) : 0;
    return point > 0xffff ? classify(String.fromCodePoint(point)) : CharClass.separator;
  }
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

const letterA = 0x61;
const letters = 26;

/** For `scanWords`: how words begin that somebody looks for, by their first letter and the second, if there is one. */
export type Beginnings = Uint8Array;

export function beginningsOf(wanted: Iterable<string>): Beginnings {
  const beginnings = new Uint8Array(letters * (letters + 1));
  for (const word of wanted) {
    const first = word.charCodeAt(0) - letterA;
    if (first >= 0 && first < letters) beginnings[first * (letters + 1) + secondLetter(word, 1)] = 1;
  }
  return beginnings;
}

/** The number of a small letter; that behind the last where none stands there. */
function secondLetter(text: string, at: number): number {
  const letter = text.charCodeAt(at) - letterA;
  return letter >= 0 && letter < letters ? letter : letters;
}

/** Where, from the beginning of a word on, the first word begins that is wanted, or that has more to it than plain letters. */
function passUnwanted(text: string, start: number, beginnings: Beginnings): number {
  for (let word = start; ; ) {
    const first = (text.charCodeAt(word) | 0x20) - letterA;
    if (!(first >= 0 && first < letters)) return word;
    let at = word + 1;
    if (beginnings[first * (letters + 1) + secondLetter(text, at)]) return word;
    while (secondLetter(text, at) < letters) at++;
    if (!isPlainSeparator(text.charCodeAt(at))) return word;
    do at++;
    while (isPlainSeparator(text.charCodeAt(at)));
    word = at;
  }
}

/** One of ` (),.:;` */
function isPlainSeparator(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x2e ||
    unit === 0x2c ||
    unit === 0x28 ||
    unit === 0x29 ||
    unit === 0x3a ||
    unit === 0x3b
  );
}

/**
 * Visits the words of a text in order, folded. Words with hyphens between are visited each and joined; words in CamelCase or with
 * digits at their end whole and in parts; scripts that are written without spaces, and Korean, whose words are made up of others,
 * in overlapping pairs of characters. Where `beginnings` are given, plain words that begin otherwise are passed over, which is many times
 * faster.
 */
export function scanWords(text: string, visit: WordVisitor, beginnings?: Beginnings): void {
  let chain: { word: string; start: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === CharClass.cjk) {
      at = scanPairs(text, at, visit);
      chain = [];
      continue;
    }
    if (kind !== CharClass.letter) {
      const joins =
        kind === CharClass.joiner && at + 1 < text.length && classAt(text, at + 1) === CharClass.letter;
      if (chain.length && (!joins || (at > 0 && classAt(text, at - 1) !== CharClass.letter))) chain = [];
      at++;
      continue;
    }
    const start = at;
    if (beginnings && !chain.length) {
      at = passUnwanted(text, start, beginnings);
      if (at > start) continue;
    }
    at = endOfWord(text, at);
    const written = text.slice(start, Math.min(at, start + maxWordLength));
    const isPlain = hasOnlySmallLetters(written);
    const elided = isPlain ? 0 : elisionLength(written);
    const word = isPlain ? written : foldWord(elided ? written.slice(elided) : written);
    if (!word) continue;
    visit(word, start + elided, at, 'word');
    if (elided) visit(foldWord(written), start, at, 'joined');
    if (!isPlain) scanParts(written, start, visit);
    if (chain.length) {
      const previous = chain[chain.length - 1]!;
      visit(previous.word + word, previous.start, at, 'joined');
      if (chain.length > 1 && chain.length < maxChainLength)
        visit(chain.map(link => link.word).join('') + word, chain[0]!.start, at, 'joined');
    }
    if (at < text.length && classAt(text, at) === CharClass.joiner) chain.push({ word, start });
    else if (chain.length) chain = [];
  }
}

/** Nothing to fold and no parts: most words. */
function hasOnlySmallLetters(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/** End of the word that begins here; an apostrophe between letters belongs to it. */
function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const kind = classAt(text, at);
    if (kind === CharClass.letter || kind === CharClass.ignorable) continue;
    if (kind === CharClass.apostrophe && at + 1 < text.length && classAt(text, at + 1) === CharClass.letter)
      continue;
    break;
  }
  return at;
}

/** Articles and the like that French and Italian shorten before a vowel. */
const elision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|gl|un|(?:d|n|s|c)?[ae]ll|sull|dall)['\u2019](?=\p{L}{2})/iu;

/** How much of a word is an elided article, or one that is written together with it: two characters of `l’être` and of `الأدب`. */
function elisionLength(written: string): number {
  const unit = written.charCodeAt(0);
  if (unit >= 0x600 && unit < 0x700) return arabicArticle.exec(written)?.[0].length ?? 0;
  const mayElide = written.includes("'") || written.includes('\u2019');
  return mayElide ? (elision.exec(written)?.[0].length ?? 0) : 0;
}

const seam = /[a-z][A-Z]|[A-Za-z]{3}[0-9]/;
const parts = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** `GeoManip` → geo, manip; `GPT4` → gpt; words in one case have no parts. */
function scanParts(written: string, offset: number, visit: WordVisitor): void {
  const isWhole = written.length < 4 || !seam.test(written);
  if (isWhole) return;
  for (const match of written.matchAll(parts)) {
    const [part] = match;
    if (part.length >= 2 && part.length < written.length)
      visit(part.toLowerCase(), offset + match.index, offset + match.index + part.length, 'part');
  }
}

/** A run of characters without spaces: each pair of neighbours is a word; a single character one by itself. */
function scanPairs(text: string, start: number, visit: WordVisitor): number {
  let at = start;
  let previous = '';
  let previousAt = start;
  let pairs = 0;
  while (at < text.length && classAt(text, at) === CharClass.cjk) {
    const char = String.fromCodePoint(text.codePointAt(at)!);
    if (previous) {
      const word = foldWord(previous + char);
      if (word) visit(word, previousAt, at + char.length, 'word');
      pairs++;
    }
    previous = char;
    previousAt = at;
    at += char.length;
  }
  if (!pairs) visit(foldWord(previous) || previous, start, at, 'word');
  return at;
}
