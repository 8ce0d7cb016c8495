import type { CitedKey, Form } from '../../citation';
import type { CitationPart, Stretch } from '../latexDocument';
import {
  closeBrace,
  closeBracket,
  closeParenthesis,
  greaterThan,
  lessThan,
  newline,
  openBrace,
  openBracket,
  openParenthesis,
  skipToArgument,
} from '../reader/characters';
import type { LatexReader } from '../reader/latexReader';
import { readKeys } from './citationKeys';

/** One run through the arguments of a citation command, `[pre][post]{keys}`. */
export interface PartRead {
  readonly part: CitationPart;
  readonly keys: readonly CitedKey[];
  /** The last brace or bracket is there. */
  readonly finished: boolean;
  /** There is nothing between the braces. */
  readonly blank: boolean;
  /** The list of references that it names. */
  readonly named?: string;
}

/** Reads the arguments spelled as in `CitationCommand.arguments`; `undefined` where the keys are missing. */
export function readPart(reader: LatexReader, spelled: string, form: Form): PartRead | undefined {
  const start = skipToArgument(reader.text, reader.position);
  const keys: CitedKey[] = [];
  let list: CitationPart['list'] | undefined;
  let blank = true;
  let prenote: Stretch | undefined;
  let postnote: Stretch | undefined;
  let finished = true;
  let named: string | undefined;
  const readNote = (open: number, close: number): Stretch | undefined => {
    const argument = reader.readArgument(open, close);
    if (argument && !argument.closed) finished = false;
    return argument;
  };
  for (const argument of spelled) {
    switch (argument) {
      case 'k': {
        const open = skipToArgument(reader.text, reader.position);
        if (reader.text.charCodeAt(open) !== openBrace) {
          if (!list) return undefined;
          break;
        }
        reader.position = open + 1;
        const read = readKeys(reader, form);
        keys.push(...read.keys);
        blank &&= read.blank;
        finished = read.closed;
        list = { start: open + 1, end: reader.position - (read.closed ? 1 : 0), closed: read.closed };
        break;
      }
      case '<':
        prenote = readAngle(reader) ?? prenote;
        break;
      case 'n':
        postnote = readNote(openBracket, closeBracket);
        if (postnote && finished) {
          const second = readNote(openBracket, closeBracket);
          if (second) [prenote, postnote] = [postnote, second];
        }
        break;
      case 'p':
        prenote = readNote(openBracket, closeBracket);
        break;
      case 'P':
        postnote = readNote(openBracket, closeBracket);
        break;
      case 'o':
        readNote(openBracket, closeBracket);
        break;
      case '(':
        readNote(openParenthesis, closeParenthesis);
        break;
      case 'x':
        reader.readLeftOut();
        break;
      case 'l': {
        const group = reader.readGroup();
        named = group && reader.text.slice(group.start, group.end).trim();
        break;
      }
      default:
        if (!readNote(openBrace, closeBrace) && !list) return undefined;
    }
    if (!finished) break;
  }
  if (!list) return undefined;
  const part: { -readonly [Name in keyof CitationPart]: CitationPart[Name] } = { start, list };
  if (prenote) part.prenote = prenote;
  if (postnote) part.postnote = postnote;
  return {
    part,
    keys: withNotes(reader.text, keys, part),
    finished,
    blank,
    ...(named !== undefined && { named }),
  };
}

/** A prenote belongs to the first key of its braces, a postnote to the last: there they are printed. */
function withNotes(
  text: string,
  keys: CitedKey[],
  { prenote, postnote }: Pick<CitationPart, 'prenote' | 'postnote'>,
): CitedKey[] {
  const prefix = prenote && noteText(text, prenote);
  const locator = postnote && noteText(text, postnote);
  const last = keys.length - 1;
  if (prefix && keys[0]) keys[0] = { ...keys[0], prefix };
  if (locator && keys[last]) keys[last] = { ...keys[last], locator };
  return keys;
}

/** A note without the braces that hide a bracket in it: `[{[1], 2}]`. */
function noteText(text: string, { start, end }: Stretch): string {
  const note = text.slice(start, end).trim();
  return /^\{[^{}]*\}$/.test(note) ? note.slice(1, -1) : note;
}

/** Notes in angles are words like `see`; a lone `<` in running text must not be followed far. */
const maxAngleLength = 200;

/** `<see>` of apacite, `<2->` of beamer, on one line and followed by another argument. */
function readAngle(reader: LatexReader): Stretch | undefined {
  const { text } = reader;
  const open = skipToArgument(text, reader.position);
  if (text.charCodeAt(open) !== lessThan) return undefined;
  const within = (code: number) => code !== greaterThan && code !== openBrace && code !== newline;
  let close = open + 1;
  while (close < Math.min(open + maxAngleLength, text.length) && within(text.charCodeAt(close))) close++;
  if (text.charCodeAt(close) !== greaterThan) return undefined;
  const next = text.charCodeAt(skipToArgument(text, close + 1));
  if (next !== openBrace && next !== openBracket) return undefined;
  reader.position = close + 1;
  const isOverlay = /^[\d,+.:|\s-]*$/.test(text.slice(open + 1, close));
  return isOverlay ? undefined : { start: open + 1, end: close };
}
