import type { CitedKey, Form } from '../../citation';
import { type CitationCommand, isDiscarding, unknownList } from '../citationCommand';
import {
  closeBrace,
  comma,
  isBlank,
  openBrace,
  openBracket,
  skipToArgument,
  star,
} from '../reader/characters';
import type { LatexReader } from '../reader/latexReader';
import { isParameter } from './citationKeys';
import { type PartRead, readPart } from './citationPart';

/**
 * Reads the arguments of a citation command and hands the citation to the reader. A command without a key argument (`\let\x\cite`,
 * `\AtNextCite`) is none. `byName`: nobody said that this command cites, so what it holds must look like keys.
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
  const parts = readParts(reader, command, starred ? starredForm(reader, name, command.form) : command.form);
  if (parts.length === 0) {
    const endsBody = text.charCodeAt(skipToArgument(text, reader.position)) === closeBrace;
    if (endsBody && !isDiscarding(command)) reader.trailing = command;
    return;
  }
  const keys = asCited(
    parts.flatMap(part => part.keys),
    command,
  );
  const isBlankList = parts.every(part => part.blank);
  // `\cite{\thiskey}` cites, but what we cannot tell.
  if (keys.length === 0 && !isBlankList) return;
  if (byName && !keys.every(({ key }) => looksLikeKey.test(key))) return;
  const finished = parts.every(part => part.finished);
  const list = parts[0]!.named ?? command.list ?? (byName ? unknownList : undefined);
  const citation = {
    keys,
    start,
    end: finished ? reader.position : halfTypedEnd(text, keys.at(-1)?.end ?? parts.at(-1)!.part.list.start),
    command: starred ? `${name}*` : name,
    parts: parts.map(({ part }) => part),
    ...(list !== undefined && { list }),
  };
  reader.citations.push(isBlankList || !finished ? { ...citation, unfinished: true } : citation);
}

/** The keys that a command makes of those it is given. */
function asCited(keys: CitedKey[], { templates }: CitationCommand): CitedKey[] {
  if (!templates) return keys;
  return keys.flatMap(key =>
    isParameter(key.key)
      ? key
      : templates.map(template =>
          template.before || template.after
            ? { ...key, key: template.before + key.key + template.after, template }
            : key,
        ),
  );
}

/** Or a parameter in a definition. */
const looksLikeKey = /^(?:#\d|[^\s=\\]*[A-Za-z][^\s=\\]*)$/;

function readParts(reader: LatexReader, command: CitationCommand, form: Form): PartRead[] {
  const parts: PartRead[] = [];
  const { argumentsWith } = command;
  const other = argumentsWith && Object.keys(argumentsWith).find(name => reader.packages.has(name));
  let spelled = other === undefined ? command.arguments : argumentsWith![other]!;
  for (;;) {
    const part = readPart(reader, spelled, form);
    if (part) parts.push(part);
    if (!part?.finished || command.repeatsFrom === undefined) return parts;
    const next = reader.text.charCodeAt(skipToArgument(reader.text, reader.position));
    if (next !== openBrace && next !== openBracket) return parts;
    spelled = command.arguments.slice(command.repeatsFrom);
  }
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
