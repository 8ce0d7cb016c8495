import type { Citation, CitedKey, Form } from '../citation';
import {
  closeBrace,
  closeBracket,
  closeParenthesis,
  comma,
  greaterThan,
  isBlank,
  lessThan,
  openBrace,
  openBracket,
  openParenthesis,
  skipToArgument,
  star,
} from './characters';
import type { CitationCommand } from './citationCommand';
import { readKeys } from './citationKeys';
import type { LatexReader } from './latexReader';

/** One `[pre][post]{keys}` while it is being read. */
interface Part {
  prefix?: string;
  locator?: string;
  keys: CitedKey[];
  /** The last brace or bracket is there. */
  finished: boolean;
  /** There is nothing between the braces. */
  blank: boolean;
}

/**
 * Reads the arguments of a citation command and hands the citation to the reader. A command without a key argument (`\let\x\cite`,
 * `\AtNextCite`) is none.
 */
export function readCitation(
  reader: LatexReader,
  name: string,
  start: number,
  command: CitationCommand,
  byName: boolean,
): void {
  const { text } = reader;
  if (command.packages && !command.packages.some(name => reader.packages.has(name))) return;
  const afterName = skipToArgument(text, reader.position);
  const starred = text.charCodeAt(afterName) === star;
  if (starred) reader.position = afterName + 1;
  const form = starred ? starredForm(reader, name, command.form) : command.form;
  const parts: Part[] = [];
  let finished = true;
  let spelled = command.arguments;
  do {
    const part = readPart(reader, spelled, form);
    if (!part) break;
    parts.push(part);
    finished = part.finished;
    if (!finished || command.repeatsFrom === undefined) break;
    spelled = command.arguments.slice(command.repeatsFrom);
  } while (followsArgument(reader));

  if (parts.length === 0) {
    if (text.charCodeAt(skipToArgument(text, reader.position)) === closeBrace) reader.trailing = command;
    return;
  }
  const keys = parts.flatMap(withNotes);
  const isEmpty = keys.length === 0;
  if (byName && (isEmpty || keys.some(({ key }) => !/^(?:#\d|[^\s=\\]*[A-Za-z][^\s=\\]*)$/.test(key))))
    return;
  const citation: Citation = {
    keys,
    start,
    end: finished ? reader.position : halfTypedEnd(text, keys.at(-1)?.end ?? reader.position),
    command: starred ? `${name}*` : name,
    ...((isEmpty || !finished) && { unfinished: true }),
  };
  // `\cite{\thiskey}` cites, but what we cannot tell.
  if (!isEmpty || parts.every(part => part.blank)) reader.citations.push(citation);
}

/** One run through the arguments; `undefined` where the keys are missing, with nothing read but notes. */
function readPart(reader: LatexReader, spelled: string, form: Form): Part | undefined {
  const part: Part = { keys: [], finished: true, blank: true };
  let sawKeys = false;
  const note = (open: number, close: number): string | undefined | false => {
    const argument = reader.readArgument(open, close);
    return argument && (argument.closed ? reader.text.slice(argument.start, argument.end).trim() : false);
  };
  for (const argument of spelled) {
    let value: string | undefined | false;
    if (argument === 'k') {
      const open = skipToArgument(reader.text, reader.position);
      if (reader.text.charCodeAt(open) !== openBrace) return sawKeys ? part : undefined;
      reader.position = open + 1;
      const list = readKeys(reader, form);
      sawKeys = true;
      part.blank &&= list.blank;
      part.keys.push(...list.keys);
      if (!list.closed) return { ...part, finished: false };
      continue;
    }
    if (argument === '<') {
      value = readAngle(reader);
      if (value) part.prefix = value;
    } else if (argument === 'n') {
      value = note(openBracket, closeBracket);
      const second = value === undefined || value === false ? undefined : note(openBracket, closeBracket);
      if (second === undefined) {
        if (value) part.locator = value;
      } else {
        if (value) part.prefix = value;
        if (second) part.locator = second;
        value = second;
      }
    } else if (argument === 'm') {
      const group = reader.readGroup();
      if (!group && !sawKeys) return undefined;
      value = group && !group.closed ? false : '';
    } else if (argument === '(') value = note(openParenthesis, closeParenthesis);
    else {
      value = note(openBracket, closeBracket);
      if (argument === 'p' && value) part.prefix = value;
      if (argument === 'P' && value) part.locator = value;
    }
    if (value === false) return sawKeys ? { ...part, finished: false } : undefined;
  }
  return sawKeys ? part : undefined;
}

/** Notes in angles are words like `see`; a lone `<` in running text must not be followed far. */
const longestAngle = 200;

/** `<see>` of apacite, `<2->` of beamer: closed on its line and followed by another argument. */
function readAngle(reader: LatexReader): string | undefined {
  const { text } = reader;
  const open = skipToArgument(text, reader.position);
  if (text.charCodeAt(open) !== lessThan) return undefined;
  let close = open + 1;
  const end = open + longestAngle;
  while (close < end && text.charCodeAt(close) !== greaterThan && text.charCodeAt(close) !== openBrace)
    close++;
  if (text.charCodeAt(close) !== greaterThan) return undefined;
  const next = text.charCodeAt(skipToArgument(text, close + 1));
  if (next !== openBrace && next !== openBracket) return undefined;
  reader.position = close + 1;
  const note = text.slice(open + 1, close).trim();
  return /^[\d,+.:|-]*$/.test(note) ? undefined : note;
}

function followsArgument(reader: LatexReader): boolean {
  const next = reader.text.charCodeAt(skipToArgument(reader.text, reader.position));
  return next === openBrace || next === openBracket;
}

/** A prenote belongs to the first key of its braces, a postnote to the last: there they are printed. */
function withNotes({ keys, prefix, locator }: Part): CitedKey[] {
  return keys.map((key, index) => ({
    ...key,
    ...(index === 0 && prefix && { prefix }),
    ...(index === keys.length - 1 && locator && { locator }),
  }));
}

/** biblatex's star leaves the author out; everybody else's prints all authors, or nothing new. */
function starredForm(reader: LatexReader, name: string, form: Form): Form {
  const biblatex =
    name === 'cite' ? reader.packages.has('biblatex') : /^([pP]aren|[sS]mart|[aA]uto)cite$/.test(name);
  return biblatex ? 'suppressAuthor' : form;
}

/** A list that does not close ends after its last key, and the comma typed after it. */
function halfTypedEnd(text: string, lastKeyEnd: number): number {
  let end = lastKeyEnd;
  while (isBlank(text.charCodeAt(end)) || text.charCodeAt(end) === comma) end++;
  return end;
}
