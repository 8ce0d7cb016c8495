import type { Citation } from '../citation';
import { paragraphAt } from '../place/paragraph';
import type { Token } from '../place/token';
import { citationsByStart, TokenList } from '../place/tokenList';
import { closingInTypst, stringEnd } from './typstBrackets';

/** Headings, lists and terms. */
const blockStart = /[ \t]*(?:(?:=+|[-+]|\d+\.)[ \t]+|\/[ \t]+(?=[^\n]*:))?/y;
const label = /[ \t]*<[\p{XIDC}_:.-]+>/uy;
const raw = /(`{3,})[\s\S]*?\1|`[^`]*`/y;
const math = /\$(?:[^\\$]|\\[\s\S])*\$/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const address = /https?:\/\/[^\s<>"\])}]*[^\s<>"\])}.,;:!?'”’]/y;
const name = /#(?:[\p{XIDS}_][\p{XIDC}_-]*)(?:\.[\p{XIDS}_][\p{XIDC}_-]*)*/uy;
/** `.at(1)` behind a call: the code goes on. */
const chained = /(?:\.[\p{XIDS}_][\p{XIDC}_-]*)+/uy;
const statement = /^#(?:let|set|show|import|include|if|for|while|return|context)\b/;
const letter = /[\p{L}\p{N}]/u;

/** The paragraph around a position as it is to a citation. What the document cites there is in `citations`. */
export function typstTokens(text: string, offset: number, citations: readonly Citation[] = []): Token[] {
  const [start, end] = paragraphAt(text, offset);
  const list = new TokenList(text, start, end);
  const cited = citationsByStart(citations, start, end);
  const contents: Contents = new Map();
  while (list.at < end) {
    const citation = cited.get(list.at);
    if (citation) list.add('word', citation.end);
    else if (text[list.at] === '/' && list.match(comment) !== undefined) readComment(list, offset, contents);
    else readNext(list, contents);
  }
  return list.tokens;
}

/** By where content of a call closes, whether it is set apart, and where the code goes on to that it stands in. */
type Contents = Map<number, { readonly nests: boolean; readonly codeEnd: number | undefined }>;

/** A comment is none of the paragraph's, but where the cursor is in it. */
function readComment(list: TokenList, offset: number, contents: Contents): void {
  const { at } = list;
  const end = list.match(comment)!;
  if (offset <= at || offset > end) {
    list.add('blank', end);
    return;
  }
  list.add('open', at + 2, { parts: true });
  while (list.at < end) readNext(list, contents);
  if (list.at < list.end && /\s/.test(list.text[list.at]!)) list.add('blank', list.at + 1, { parts: true });
}

function readNext(list: TokenList, contents: Contents): Token {
  const { text, at } = list;
  const begin = list.isLineStart ? list.match(blockStart) : undefined;
  if (begin !== undefined) return list.add('start', begin, { parts: text.slice(at, begin).trim() !== '' });
  if (/[\r\n]/.test(text[at]!) && /^[ \t]*=+[ \t]/.test(text.slice(list.lineStart, at)))
    return list.add('blank', text.indexOf('\n', at) + 1, { parts: true });
  switch (text[at]) {
    case '\\':
      if (/\s/.test(text[at + 1] ?? ' ')) return list.add('blank', at + 2, { says: ' ' });
      return list.add('word', at + 2, { says: text[at + 1]! });
    case '~':
      return list.add('blank', at + 1, { says: ' ' });
    case '`':
      return addSaying(list, list.match(raw) ?? at + 1);
    case '$':
      return addSaying(list, list.match(math) ?? at + 1);
    case '<':
      return list.add('word', list.match(label) ?? at + 1);
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
  const { codeEnd, nests } = contents.get(list.at)!;
  const call = { isInline: false, ended: nests };
  return codeEnd === undefined
    ? readCalls(list, list.at + 1, contents, call)
    : readCode(list, list.at + 1, codeEnd, contents, call);
}

function emphasise(list: TokenList): Token {
  const { text, at } = list;
  if (letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')) return list.add('word', at + 1);
  return list.mark(text[at]!);
}

/** Code and formulas say what is in them. */
function addSaying(list: TokenList, end: number): Token {
  const says = list.text
    .slice(list.at, end)
    .replace(/[`$\\_^#()]+/g, ' ')
    .trim();
  return list.add('word', withLabel(list, end), { says });
}

/** A label belongs to what stands before it. */
function withLabel({ text }: TokenList, end: number): number {
  label.lastIndex = end;
  return label.test(text) ? label.lastIndex : end;
}

/** What is known of a call while it is read on. */
interface Call {
  /** It sets its content, and does not set it apart. */
  readonly isInline: boolean;
  /** Content that was set apart ends where the token begins. */
  readonly ended: boolean;
}

const inline =
  /^#(?:emph|strong|text|link|underline|overline|highlight|smallcaps|sub|super|box|strike|lower|upper|h|quote|cite)$/;

/** A call, up to the first content in it, in which a citation may stand; a statement to the end of its line. */
function code(list: TokenList, contents: Contents): Token {
  const { text, at } = list;
  const nameEnd = list.match(name) ?? at + 1;
  const called = text.slice(at, nameEnd);
  const call = { isInline: inline.test(called), ended: false };
  if (!statement.test(called)) return readCalls(list, nameEnd, contents, call);
  const lineEnd = text.indexOf('\n', at);
  return readCode(list, nameEnd, lineEnd < 0 ? list.end : lineEnd, contents, call);
}

/** What follows a name, arguments or content: more of them belong to the same call. */
function readCalls(list: TokenList, behind: number, contents: Contents, call: Call): Token {
  const { text } = list;
  chained.lastIndex = behind;
  const from = /[)\]}]/.test(text[behind - 1] ?? '') && chained.test(text) ? chained.lastIndex : behind;
  const close = /[([{]/.test(text[from] ?? '') ? closingInTypst(text, from, list.end) : undefined;
  if (close === undefined) {
    const kind = text[list.at] === '#' ? 'word' : 'close';
    return list.add(
      kind,
      withLabel(list, from),
      call.ended ? { nests: 'out' } : { markup: kind === 'close' },
    );
  }
  if (text[from] !== '[') return readCode(list, from + 1, close, contents, call);
  return openContent(list, from, contents, { close, codeEnd: undefined }, { ...call });
}

/** Code up to the bracket or line end at `to`, of which only content in brackets is running text. */
function readCode(list: TokenList, from: number, to: number, contents: Contents, call: Call): Token {
  const { text } = list;
  for (let at = from; at < to; at++) {
    if (text[at] === '"') at = stringEnd(text, at);
    else if (text[at] === '[') {
      const close = closingInTypst(text, at, list.end);
      if (close !== undefined)
        return openContent(list, at, contents, { close, codeEnd: to }, { ...call, isInline: false });
    }
  }
  return readCalls(list, Math.min(to + 1, list.end), contents, call);
}

function openContent(
  list: TokenList,
  open: number,
  contents: Contents,
  { close, codeEnd }: { readonly close: number; readonly codeEnd: number | undefined },
  { isInline, ended }: Call,
): Token {
  const nests = !isInline;
  contents.set(close, { nests, codeEnd });
  if (!nests) return list.add('open', open + 1, ended ? { nests: 'out' } : { markup: true });
  return list.add('open', open + 1, { nests: ended ? 'next' : 'in' });
}
