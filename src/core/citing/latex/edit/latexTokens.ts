import type { Citation } from '../../citation';
import { paragraphAt } from '../../place/paragraph';
import type { Token } from '../../place/token';
import { citationsByStart, TokenList } from '../../place/tokenList';
import { inlineVerbatimEnd, verbatimCommands } from '../reader/verbatim';
import { closingBrace, closingBracket, isMathEnvironment, setsApart, setsText } from './latexArguments';
import { letterOf, saidByCommand } from './latexSpoken';

/** An accent or a letter of its own with what it is set on: `\"o`, `\H{o}`, `{\ss}`, `\o{}`. */
const accented =
  /\{\\[`'^"~=.][A-Za-z]\}|\\[`'^"~=.](?:\{\\?[A-Za-z]{0,2}\}|\\[ij](?![A-Za-z])|[A-Za-z])|\\[Hcdbkruvt](?:\{\\?[A-Za-z]{1,2}\}| [A-Za-z](?![A-Za-z]))|\{?\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|th|TH|ng|NG)(?![A-Za-z])(?:\}|\{\}|\\ )?|\\-|\{[A-Z]+\}(?=[a-z])|"[aouAOUs](?=[\p{L}])/uy;
const math = /\$\$[^$]*\$\$|\$(?:[^\\$]|\\[\s\S])+\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/y;
const control = /\\(?:[A-Za-z@]+\*?|[\s\S])/y;
const environment = /\\(begin|end)[ \t]*\{([^{}\n]*)\}/y;
/** A cell over several columns, up to its text: nothing stands before it. */
const wideCell = String.raw`(?:\s*\\multicolumn(?:\{(?:[^{}]|\{[^{}]*\})*\}){2}\{)?`;
const rowRule = String.raw`\s*\\(?:(?:h|top|mid|bottom|x)(?:line|rule)(?![A-Za-z])|c(?:mid)?(?:line|rule)(?:\([^)\n]*\))?\{[^}\n]*\})`;
/** The end of a row takes the rules below it along: LaTeX has nothing between them. */
const lineBreak = new RegExp(
  String.raw`(?:(?:\\\\\*?(?:\[[^\]\n]*\])?|\\tabularnewline(?![A-Za-z]))(?:${rowRule})*|\\(?:newline|linebreak|par|noindent|hline|toprule|midrule|bottomrule)(?![A-Za-z])|&)${wideCell}`,
  'y',
);
/** What begins a table: nothing stands before rules, either. */
const rowStart = new RegExp(`(?:${rowRule})*${wideCell}`, 'y');
const space = /~|\\[ ,;:!/\n]|\\(?:quad|qquad|hfill|thinspace|space)(?![A-Za-z])/y;
const firstItem = /(?:\s|%[^\n]*\n)*\\item(?![A-Za-z])[ \t]*(?:\[[^\]\n]*\][ \t]*)?/y;
const item = /\\item(?![A-Za-z])[ \t]*(?:\[[^\]\n]*\][ \t]*)?/y;

/** The paragraph around a position as it is to a citation. What the document cites there is in `citations`. */
export function latexTokens(text: string, offset: number, citations: readonly Citation[] = []): Token[] {
  const [start, end] = paragraphAt(text, offset);
  const list = new TokenList(text, start, end);
  const cited = citationsByStart(
    citations.filter(({ command }) => !/quote/.test(command ?? '')),
    start,
    end,
  );
  const closers: Closer[] = [];
  while (list.at < end) {
    const citation = cited.get(list.at);
    if (citation) list.add('word', citation.end);
    else if (text[list.at] === '%') readComment(list, offset, closers);
    else readNext(list, closers);
  }
  return list.tokens;
}

/** The brace that ends running text in an argument. */
interface Closer {
  readonly at: number;
  readonly nests: boolean;
}

/** A comment is none of the paragraph's, but where the cursor is in it. */
function readComment(list: TokenList, offset: number, closers: Closer[]): void {
  const { text, at } = list;
  const lineEnd = Math.min(text.indexOf('\n', at) < 0 ? list.end : text.indexOf('\n', at), list.end);
  if (offset <= at || offset > lineEnd) {
    list.add('blank', lineEnd);
    return;
  }
  list.add('open', list.match(/%+/y)!, { parts: true });
  while (list.at < lineEnd) readNext(list, closers);
  if (list.at < list.end) list.add('blank', list.at + 1, { parts: true });
}

function readNext(list: TokenList, closers: Closer[]): Token {
  const { text, at } = list;
  const piece = list.match(accented);
  if (piece !== undefined) return list.add('word', piece, { says: letterOf(text.slice(at, piece)) });
  switch (text[at]) {
    case '$':
      return addFormula(list, list.match(math) ?? at + 1);
    case '\\':
      return command(list, closers);
    case '{':
      return list.add('open', at + 1, { markup: true });
    case '}':
      return closeBrace(list, closers);
    case '`':
      return list.add('open', list.match(/`+/y)!);
    case "'":
      return list.add('close', list.match(/'+/y)!);
  }
  const blank = list.match(space);
  if (blank !== undefined) return list.add('blank', blank, { says: ' ' });
  const brk = list.match(lineBreak);
  if (brk !== undefined) return list.add('neutral', brk, { parts: true });
  return list.plain();
}

function addFormula(list: TokenList, end: number): Token {
  const says = list.text
    .slice(list.at, end)
    .replace(/\\[a-zA-Z]+|[${}\\_^&()[\]]+/g, ' ')
    .trim();
  return list.add('word', end, { says });
}

function command(list: TokenList, closers: Closer[]): Token {
  const { text, at } = list;
  const formula = list.match(math);
  if (formula !== undefined) return addFormula(list, formula);
  for (const [pattern, kind, traits] of [
    [item, 'start', { parts: true }],
    [space, 'blank', { says: ' ' }],
    [lineBreak, 'neutral', { parts: true }],
  ] as const) {
    const end = list.match(pattern);
    if (end !== undefined) return list.add(kind, end, traits);
  }
  if (list.match(environment) !== undefined) return environmentEdge(list);
  const nameEnd = list.match(control) ?? at + 1;
  const name = text.slice(at + 1, nameEnd).replace(/\*$/, '');
  const verbatim = verbatimCommands.get(name);
  if (verbatim && name !== 'href') return list.add('word', inlineVerbatimEnd(text, nameEnd, verbatim.groups));
  if (!/^[A-Za-z@]/.test(name))
    return list.add(/[)}\]]/.test(name) ? 'close' : 'word', nameEnd, { says: name });
  return argumentsOf(list, name, nameEnd, closers);
}

/** A command with what it takes: up to an argument that is running text, in which a citation may stand. */
function argumentsOf(list: TokenList, name: string, nameEnd: number, closers: Closer[]): Token {
  const { text } = list;
  let end = nameEnd;
  for (let count = 0; ; count++) {
    const close = text[end] === '[' ? closingBracket(text, end) : closingBrace(text, end);
    if (close === undefined || close >= list.end) break;
    if (text[end] === '{' && setsText(name, count, text.slice(end + 1, close))) {
      const nests = setsApart(name);
      closers.push({ at: close, nests });
      return list.add('open', end + 1, nests ? { nests: 'in' } : { markup: true });
    }
    end = close + 1;
  }
  // `\LaTeX{}` and `{\bf word}`: what a command is followed by is set off already.
  return list.add('word', end, { says: saidByCommand(name, text.slice(nameEnd, end)) });
}

/** The end of an argument, and what else its command takes. */
function closeBrace(list: TokenList, closers: Closer[]): Token {
  const { text, at } = list;
  const isArgument = closers.at(-1)?.at === at;
  const nests = isArgument && closers.pop()!.nests;
  let end = at + 1;
  while (isArgument && (text[end] === '{' || text[end] === '[')) {
    const close = text[end] === '[' ? closingBracket(text, end) : closingBrace(text, end);
    if (close === undefined || close >= list.end) break;
    if (text[end] === '{' && /\s/.test(text.slice(end + 1, close).trim())) {
      closers.push({ at: close, nests });
      return list.add('open', end + 1, { markup: true });
    }
    end = close + 1;
  }
  return list.add('close', end, nests ? { nests: 'out' } : { markup: true });
}

/** An environment of maths as a whole; the edge of any other, with what `\begin` takes. */
function environmentEdge(list: TokenList): Token {
  const { text } = list;
  environment.lastIndex = list.at;
  const [whole, edge, name] = environment.exec(text)!;
  let end = list.at + whole.length;
  if (edge === 'begin' && isMathEnvironment(name!)) {
    const close = text.indexOf(`\\end{${name}}`, end);
    if (close >= 0) return addFormula(list, close + `\\end{${name}}`.length);
  }
  while (edge === 'begin' && (text[end] === '[' || text[end] === '{')) {
    const close = text[end] === '[' ? closingBracket(text, end) : closingBrace(text, end);
    if (close === undefined || close >= list.end) break;
    end = close + 1;
  }
  if (edge === 'end') return list.add('neutral', end, { parts: true });
  // Between a list and its first item LaTeX has nothing.
  firstItem.lastIndex = end;
  if (firstItem.test(text)) return list.add('start', firstItem.lastIndex, { parts: true });
  rowStart.lastIndex = end;
  return list.add('start', rowStart.test(text) ? rowStart.lastIndex : end, { parts: true });
}
