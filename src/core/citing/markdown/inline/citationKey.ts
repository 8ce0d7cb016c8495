import { closesEmphasis } from './emphasis';

/** `@key` as Pandoc's `citeKey` reads it (Text.Pandoc.Parsing): where it stands and what it says. */
export interface KeyToken {
  readonly key: string;
  /** From the `-` or `@` to after the key and its braces. */
  readonly start: number;
  readonly end: number;
  /** The key alone. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** A `-` stands before the `@`. It counts in a bracketed citation only. */
  readonly suppressed: boolean;
}

const alphanumeric = /[\p{L}\p{N}]/u;
/** Punctuation is part of a key only inside it; a slash may be doubled, as in addresses. */
const simpleKey = /(?:[\p{L}\p{N}_]|\*)(?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;

/**
 * The key at an `@`, or `undefined` where none begins or where it directly follows a word. `read` is where something that is no word
 * ended, another key or code: a key may follow it at once.
 */
export function readKey(text: string, at: number, read: number): KeyToken | undefined {
  const follows = (position: number) => position !== read && followsWord(text, position);
  const suppressed = text[at - 1] === '-' && at !== read && !follows(at - 1);
  if (!suppressed && follows(at)) return undefined;
  if (!suppressed && closesEmphasis(text, at)) return undefined;
  const start = suppressed ? at - 1 : at;
  if (text[at + 1] === '{') {
    const close = endOfBracedKey(text, at + 1);
    if (close === undefined) return undefined;
    const key = text.slice(at + 2, close);
    return { key, start, end: close + 1, keyStart: at + 2, keyEnd: close, suppressed };
  }
  const end = endOfSimpleKey(text, at + 1);
  if (end === at + 1) return undefined;
  return { key: text.slice(at + 1, end), start, end, keyStart: at + 1, keyEnd: end, suppressed };
}

/** What a key may hold besides. */
const mayGoOn = /[:.#$%&\-+?<>~/\u0080-\uffff]/;

/** Where the key ends that begins at `start`. Most are letters, digits, `_` and `-` of ASCII. */
function endOfSimpleKey(text: string, start: number): number {
  let end = start;
  while (isAsciiWord(text.charCodeAt(end))) end++;
  while (end > start && text.charCodeAt(end) === 45 && isAsciiWord(text.charCodeAt(end + 1)))
    for (end++; isAsciiWord(text.charCodeAt(end)); ) end++;
  if (end > start && !mayGoOn.test(text[end] ?? ' ')) return end;
  simpleKey.lastIndex = start;
  return simpleKey.test(text) ? simpleKey.lastIndex : start;
}

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;

/** Whether `@key` reads as this very key, whatever follows that cannot continue it. */
export function fitsBare(key: string): boolean {
  simpleKey.lastIndex = 0;
  return simpleKey.exec(key)?.[0] === key;
}

/** Whether `@{key}` reads as this very key. */
export function fitsBraces(key: string): boolean {
  return endOfBracedKey(`{${key}}`, 0) === key.length + 1;
}

/** The key with its `@`, in braces where it needs them. */
export function writeKey(key: string): string {
  return fitsBare(key) ? `@${key}` : `@{${key}}`;
}

/** No longer key is looked for in braces. */
const maxBracedLength = 2000;

/** Braces may nest; white space ends the attempt. */
function endOfBracedKey(text: string, open: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, open + maxBracedLength);
  for (let at = open; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at > open + 1 ? at : undefined;
    else if ((code <= 32 || code >= 0x85) && /\s/.test(text[at]!)) return undefined;
  }
  return undefined;
}

/** A letter, a digit, or a period that belongs to a word stands right before: then `@` is that of an e-mail address. */
function followsWord(text: string, at: number): boolean {
  const code = at > 0 ? text.charCodeAt(at - 1) : 32;
  // A space or a bracket, mostly.
  if (code === 32 || code === 10 || code === 91) return false;
  const before = characterBefore(text, at);
  if (before === undefined) return false;
  if (alphanumeric.test(before)) return !isEscaped(text, at - before.length);
  if (before !== '.' || isEscaped(text, at - 1)) return false;
  let dots = 0;
  while (text[at - 1 - dots] === '.') dots++;
  // Three are an ellipsis, which is no word.
  return dots % 3 !== 0;
}

function characterBefore(text: string, at: number): string | undefined {
  if (at <= 0) return undefined;
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && at > 1 ? text.slice(at - 2, at) : text[at - 1];
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
