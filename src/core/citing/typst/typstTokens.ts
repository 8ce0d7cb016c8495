import type { Citation } from '../citation';
import { paragraphAt } from '../place/paragraph';
import type { Token } from '../place/token';
import { TokenList } from '../place/tokenList';
import { closingInTypst, stringEnd } from './typstBrackets';

/** Headings, lists and terms. */
const blockStart = /[ \t]*(?:(?:=+|[-+]|\d+\.)[ \t]+|\/[ \t]+(?=[^\n]*:))?/y;
const label = /[ \t]*<[\p{XIDC}_:.-]+>/uy;
const raw = /(`{3,})[\s\S]*?\1|`[^`]*`/y;
const math = /\$(?:[^\\$]|\\[\s\S])*\$/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const address = /https?:\/\/[^\s<>"\])}]*[^\s<>"\])}.,;:!?'”’]/y;
const name = /#(?:[\p{XIDS}_][\p{XIDC}_-]*)(?:\.[\p{XIDS}_][\p{XIDC}_-]*)*/uy;
const statement = /^#(?:let|set|show|import|include|if|for|while|return|context)\b/;
const letter = /[\p{L}\p{N}]/u;

/** The paragraph around a position as it is to a citation. What the document cites there is in `citations`. */
export function typstTokens(text: string, offset: number, citations: readonly Citation[] = []): Token[] {
  const [start, end] = paragraphAt(text, offset);
  const list = new TokenList(text, start, end);
  const cited = citations.filter(citation => citation.end > start && citation.start < end);
  const contents: Contents = new Map();
  while (list.at < end) {
    const citation = cited.find(one => one.start === list.at);
    if (citation) list.add('word', citation.end);
    else readNext(list, contents);
  }
  return list.tokens;
}

/** Where content of a call closes, and where the code goes on to that it stands in. */
type Contents = Map<number, number | undefined>;

function readNext(list: TokenList, contents: Contents): Token {
  const { text, at } = list;
  const begin = list.isLineStart ? list.match(blockStart) : undefined;
  if (begin !== undefined) return list.add('start', begin);
  switch (text[at]) {
    case '\\':
      return list.add(/\s/.test(text[at + 1] ?? ' ') ? 'blank' : 'word', at + 2);
    case '~':
      return list.add('blank', at + 1);
    case '`':
      return list.add('word', list.match(raw) ?? at + 1);
    case '$':
      return list.add('word', withLabel(list, list.match(math) ?? at + 1));
    case '<':
      return list.add('word', list.match(label) ?? at + 1);
    case '/': {
      const note = list.match(comment);
      if (note === undefined) break;
      // In a comment words are words.
      return list.add('open', at + 2);
    }
    case '#':
      return code(list, contents);
    case '[':
      return list.add('open', at + 1);
    case ']':
      return contents.has(at) ? endContent(list, contents) : list.add('close', at + 1);
    case '*':
    case '_':
      return emphasise(list);
    case 'h': {
      const url = list.match(address);
      if (url !== undefined) return list.add('word', url);
    }
  }
  return list.plain();
}

/** Behind content its code goes on, or the call does. */
function endContent(list: TokenList, contents: Contents): Token {
  const codeEnd = contents.get(list.at);
  if (codeEnd === undefined) return readCalls(list, list.at + 1, contents);
  else return readCode(list, list.at + 1, codeEnd, contents);
}

function emphasise(list: TokenList): Token {
  const { text, at } = list;
  if (letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')) return list.add('word', at + 1);
  else return list.mark(text[at]!);
}

/** A label belongs to what stands before it. */
function withLabel({ text }: TokenList, end: number): number {
  label.lastIndex = end;
  return label.test(text) ? label.lastIndex : end;
}

/** A call, up to the first content in it, in which a citation may stand; a statement to the end of its line. */
function code(list: TokenList, contents: Contents): Token {
  const { text, at } = list;
  const nameEnd = list.match(name) ?? at + 1;
  if (statement.test(text.slice(at, nameEnd))) {
    const lineEnd = text.indexOf('\n', at);
    return readCode(list, nameEnd, lineEnd < 0 ? list.end : lineEnd, contents);
  } else return readCalls(list, nameEnd, contents);
}

/** What follows a name, arguments or content: more of them belong to the same call. */
function readCalls(list: TokenList, from: number, contents: Contents): Token {
  const { text } = list;
  const close = /[([{]/.test(text[from] ?? '') ? closingInTypst(text, from, list.end) : undefined;
  if (close === undefined) {
    label.lastIndex = from;
    return list.add(text[list.at] === '#' ? 'word' : 'close', label.test(text) ? label.lastIndex : from);
  } else if (text[from] === '[') return openContent(list, from, close, undefined, contents);
  else return readCode(list, from + 1, close, contents);
}

/** Code up to the bracket or line end at `to`, of which only content in brackets is running text. */
function readCode(list: TokenList, from: number, to: number, contents: Contents): Token {
  const { text } = list;
  for (let at = from; at < to; at++) {
    if (text[at] === '"') at = stringEnd(text, at);
    else if (text[at] === '[') {
      const close = closingInTypst(text, at, list.end);
      if (close !== undefined) return openContent(list, at, close, to, contents);
    }
  }
  return readCalls(list, Math.min(to + 1, list.end), contents);
}

function openContent(
  list: TokenList,
  open: number,
  close: number,
  codeEnd: number | undefined,
  contents: Contents,
): Token {
  contents.set(close, codeEnd);
  return list.add('open', open + 1, { markup: true });
}
