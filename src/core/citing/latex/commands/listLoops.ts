import { type CitationCommand, isDiscarding } from '../citationCommand';
import { readCitation } from '../citations/citationArguments';
import { readName } from '../reader/commandName';
import type { Action, LatexReader } from '../reader/latexReader';

/** Loops over lists, each of whose items they hand to a command: where that cites, the items are keys. */
export const listLoops: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['forcsvlist', handEach],
  ['docsvlist', handEach],
  ['foreach', forEach],
  ['clist', mapList],
]);

/** etoolbox: `\forcsvlist{\nocite}{a,b}`, `\forcsvlist\nocite{a,b}`, and `\docsvlist{a,b}`, which hands each to `\do`. */
function handEach(reader: LatexReader, name: string, start: number): void {
  citeEach(reader, name, start, name === 'docsvlist' ? reader.citationCommand('do') : readHandler(reader));
}

/** How what is done with each item cites: a command, or a text that ends with one. */
function readHandler(reader: LatexReader): CitationCommand | undefined {
  const { trailing } = reader;
  reader.trailing = undefined;
  let handler: CitationCommand | undefined;
  if (reader.readGroup()) handler = reader.trailing;
  else {
    const command = readName(reader);
    handler = command === undefined ? undefined : reader.citationCommand(command);
  }
  reader.trailing = trailing;
  return handler;
}

/** pgffor: `\foreach \k in {a,b} {\cite{\k}}` */
function forEach(reader: LatexReader, name: string, start: number): void {
  const head = /[ \t]*\\([A-Za-z]+)[ \t]*(?:\[[^[\]]{0,200}\])?[ \t]+in[ \t]*(?=\{)/y;
  head.lastIndex = reader.position;
  const match = head.exec(reader.text);
  if (!match) return;
  reader.position = head.lastIndex;
  citeByBody(reader, name, start, `\\${match[1]}`);
}

/** The programming layer of LaTeX: `\clist_map_inline:nn {a,b} { \cite{#1} }`, `\clist_map_function:nN {a,b} \cite` */
function mapList(reader: LatexReader, _name: string, start: number): void {
  const rest = /_map_(inline:nn|function:nN)[ \t]*(?=\{)/y;
  rest.lastIndex = reader.position;
  const match = rest.exec(reader.text);
  if (!match) return;
  reader.position = rest.lastIndex;
  const command = `clist_map_${match[1]}`;
  if (match[1] === 'inline:nn') citeByBody(reader, command, start, '#1');
  else {
    const list = reader.position;
    if (!reader.readGroup()?.closed) return;
    const handler = readName(reader);
    const end = reader.position;
    reader.position = list;
    citeEach(reader, command, start, handler === undefined ? undefined : reader.citationCommand(handler));
    reader.position = end;
  }
}

/** A list in braces and what is done with each, which is called `item` there. */
function citeByBody(reader: LatexReader, name: string, start: number, item: string): void {
  const list = reader.position;
  if (!reader.readGroup()?.closed) return;
  const before = reader.citations.length;
  const body = reader.readGroup(true);
  if (!body?.closed) return;
  const end = reader.position;
  const handler = citingOf(item, reader.text.slice(body.start, body.end), reader);
  if (!handler || reader.text.slice(list, body.start).includes('...')) return;
  const inside = reader.citations.splice(before);
  reader.position = list;
  citeEach(reader, name, start, handler);
  reader.citations.push(...inside);
  reader.position = end;
}

/** How a text cites an item: `\citep[see][]{\k}` */
function citingOf(item: string, body: string, reader: LatexReader): CitationCommand | undefined {
  const call = /\\([A-Za-z@]+)\*?(?:\s?\[[^[\]]{0,200}\]){0,2}\s?\{\s?(\\[A-Za-z]+|#{1,2}1)\s?\}/g;
  for (const { 1: command, 2: argument } of body.matchAll(call))
    if (argument!.replace('##', '#') === item) {
      const handler = reader.citationCommand(command!);
      if (handler) return handler;
    }
  return undefined;
}

/** Reads the list that stands here as keys of what is done with each. */
function citeEach(
  reader: LatexReader,
  name: string,
  start: number,
  handler: CitationCommand | undefined,
): void {
  if (!handler || isDiscarding(handler)) return;
  const { form, templates, list } = handler;
  // What it is given already has been read.
  const each = { form, arguments: 'k', ...(templates && { templates }), ...(list !== undefined && { list }) };
  readCitation(reader, name, start, each, false);
}
