import type { CitedKey, Form } from '../../citation';
import {
  at as atSign,
  backslash,
  closeBrace,
  comma,
  hash,
  isBlank,
  isLetter,
  lineEnd,
  newline,
  openBrace,
  paragraphEndsAt,
  percent,
  star,
} from '../reader/characters';
import type { LatexReader } from '../reader/latexReader';

export interface KeyList {
  readonly keys: CitedKey[];
  /** Its brace is there. */
  readonly closed: boolean;
  /** There is nothing in it but white space and comments. */
  readonly blank: boolean;
}

/** A key while it is being read: its text so far, the piece that is being added to it, and what spoils it. */
interface Draft {
  start: number;
  end: number;
  text: string;
  pieceStart: number;
  /** A command, or a brace: what the key is, only TeX can tell. */
  opaque: boolean;
}

/**
 * Reads `a, b,% why\n c}` from after the brace. A comment joins what stands before and after it, as TeX has it. When the brace
 * does not close in its paragraph, the list ends before the first thing that is no key any more.
 */
export function readKeys(reader: LatexReader, form: Form): KeyList {
  const { text } = reader;
  const keys: CitedKey[] = [];
  let draft: Draft | undefined;
  let blank = true;
  const extend = (length: number) => {
    const here = reader.position;
    if (!draft) draft = { start: here, end: here, text: '', pieceStart: here, opaque: false };
    reader.position += length;
    draft.end = reader.position;
  };
  const finish = () => {
    if (draft) {
      const key = cleanKey(draft.text + text.slice(draft.pieceStart, draft.end), draft, form);
      if (key) keys.push(key);
    }
    draft = undefined;
  };

  while (reader.position < text.length) {
    const code = text.charCodeAt(reader.position);
    if (code === closeBrace) {
      finish();
      reader.position++;
      return { keys, closed: true, blank };
    }
    if (code === comma) {
      finish();
      reader.position++;
    } else if (isBlank(code)) reader.position++;
    else if (code === newline) {
      if (paragraphEndsAt(text, reader.position) && !goesOn(text, reader.position)) break;
      reader.position++;
    } else if (code === percent) {
      if (draft) draft.text += text.slice(draft.pieceStart, reader.position);
      let next = lineEnd(text, reader.position) + 1;
      if (next <= text.length && !paragraphEndsAt(text, next - 1))
        while (isBlank(text.charCodeAt(next))) next++;
      else next--;
      reader.position = Math.min(next, text.length);
      if (draft) draft.pieceStart = reader.position;
    } else if (!draft && code === star && text[reader.position + 1] === '[') {
      blank = false;
      reader.position = endOfNotes(text, reader.position + 1);
    } else {
      if (code === backslash && isStructure(text, reader.position)) break; // the brace is missing
      blank = false;
      if (code === openBrace) {
        extend(1);
        draft!.opaque = true;
        if (reader.readTo(closeBrace)) reader.position++;
        draft!.end = reader.position;
      } else if (code === backslash && isCommand(text.charCodeAt(reader.position + 1))) {
        if (draft && draft.end < reader.position) break; // a key, a blank and a command: the text goes on, the brace is missing
        const { position } = reader;
        extend(0);
        draft!.opaque = true;
        reader.readCommand();
        if (reader.position === position) reader.position++;
        draft!.end = reader.position;
      } else if (code === backslash && reader.position + 1 === text.length) break;
      else extend(code === backslash ? 2 : 1);
    }
  }
  finish();
  return { ...halfTyped(keys), blank };
}

/** The words around a key in the list itself, of REVTeX: `\cite{*[{see }][{, p. 3}]key}`. */
const notes = /(?:\[(?:[^[\]{}\n]|\{[^{}]{0,500}\}){0,500}\]){1,2}(?=[^\s,{}[\]])/y;

function endOfNotes(text: string, at: number): number {
  notes.lastIndex = at;
  return notes.test(text) ? notes.lastIndex : at;
}

/** After the blank line that a writer just opened for one more key. TeX would stop here. */
function goesOn(text: string, position: number): boolean {
  return /^\s+(?:[^\s,{}\\%[\]]{1,80}[ \t]*)?[,}]/.test(text.slice(position, position + 200));
}

const structure =
  /\\(?:begin|end|par|item|chapter|(?:sub)*section|(?:sub)?paragraph|print[a-z]*|bibliography)(?![a-zA-Z])/y;

/** Whether a command is one that no key holds. */
function isStructure(text: string, position: number): boolean {
  structure.lastIndex = position;
  return structure.test(text);
}

function isCommand(code: number): boolean {
  return isLetter(code) || code === atSign;
}

/** `undefined` for what is no key: an empty text, or one only TeX can tell (`\thekey`). Parameters (`#1`) stay, for definitions. */
function cleanKey(written: string, draft: Draft, form: Form): CitedKey | undefined {
  const lead = /^\s*(?:\*(?=[^\s]))?/.exec(written)?.[0].length ?? 0; // `*` of mcite and REVTeX: joined to the one before
  const key = written.slice(lead).trim();
  if (key === '' || draft.opaque) return undefined;
  const whole = draft.end - draft.start === written.length;
  const start = whole ? draft.start + lead : draft.start;
  return { key, form, start, end: whole ? start + key.length : draft.end };
}

/** Of a list that does not close, the keys up to the first that has become prose: `\cite{one, two and then`. */
function halfTyped(keys: CitedKey[]): { keys: CitedKey[]; closed: false } {
  const prose = keys.findIndex(({ key }) => /\s/.test(key));
  if (prose < 0) return { keys, closed: false };
  const last = keys[prose]!;
  const key = last.key.split(/\s/, 1)[0]!;
  return { keys: [...keys.slice(0, prose), { ...last, key, end: last.start + key.length }], closed: false };
}

/** `#1`, `##2`: what a definition's argument stands for. */
export function isParameter(key: string): boolean {
  return key.charCodeAt(0) === hash;
}
