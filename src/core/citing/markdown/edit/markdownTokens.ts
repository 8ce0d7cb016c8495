import type { Citation } from '../../citation';
import { paragraphAt } from '../../place/paragraph';
import type { Token } from '../../place/token';
import { citationsByStart, TokenList } from '../../place/tokenList';
import { BracketPairs } from '../inline/bracketPairs';
import { endOfCommand } from '../inline/rawTex';

/** What begins a block, or goes on with one (a capital with a stop only before two blanks, for it may be an initial): quotes, lists, headings, line blocks, definitions, notes, and the border of a table's row. */
const blockStart =
  /[ \t]*(?:(?:>[ \t]?)+[ \t]*)?(?:(?:[-+*]|\d{1,9}[.)]|[A-Z]\.(?=[ \t]{2})|[A-Z]\)|\(?(?:[a-z]|#|@)[.)]|\([A-Z]\)|#{1,6}|:|~|\[\^[^\]\s]+\]:)(?:[ \t]+(?:\[[ xX]\][ \t]+)?|(?=\r?\n|$)))?(?:\|[ \t]?)?/y;
/** Rules, underlines of headings, fences, the row of dashes in a table: nothing is written into them. */
const ruler = /[ \t]*(?:`{3,}.*|~{3,}.*|:{3,}.*|[-=*_+|: \t]{3,})$/my;
const math =
  /\$\$(?:[^\\$]|\\[\s\S]|\$(?!\$))+\$\$(?:[ \t]*\([\w:.-]+\)(?=[ \t]*(?:\n|$)))?|\$(?!\s)(?:[^\\$]|\\[\s\S])*?(?<!\s)\$(?!\d)|\\\((?:[^\\]|\\(?!\)))*\\\)|\\\[(?:[^\\]|\\(?!\]))*\\\]/y;
const code = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)(?:\{[^{}\n]*\})?/y;
const angled = /<(?:!--[\s\S]*?--|[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+|\/?[a-zA-Z][^<>]*)>/y;
const address = /(?:https?|ftp):\/\/[^\s<>"\])}]*[^\s<>"\])}.,;:!?'”’]/y;
const shortcode = /\{\{[<%][\s\S]*?[>%]\}\}/y;
/** Of MyST: ``{ref}`target` ``. */
const role = /\{[A-Za-z][\w:.+-]{0,60}\}(`+)(?!`)[^`\n]*(?:\n[^`\n]+)*\1(?!`)/y;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/iy;
const attributes = /\{\s*(?:[#.=][^{}]*|[\w-]+=[^{}]*)\}/y;
const noteReference = /\[\^[^\s\]]+\]/y;
const emphasis = /\*+|_+|~~|\^(?!\[)|~(?=\S)/y;
const restOfLine = /[^\S\n]*(?:\n|$)/y;
const letter = /[\p{L}\p{N}]/u;

/** The paragraph around a position as it is to a citation. What the document cites there is in `citations`. */
export function markdownTokens(text: string, offset: number, citations: readonly Citation[] = []): Token[] {
  const [start, end] = paragraphAt(text, offset);
  const list = new TokenList(text, start, end);
  const pairs = new BracketPairs(text);
  const cited = citationsByStart(citations, start, end);
  const links = new LinkLabels(text);
  while (list.at < end) {
    const citation = cited.get(list.at);
    if (citation) list.add('word', citation.end);
    else readNext(list, pairs, links);
  }
  return list.tokens;
}

function readNext(list: TokenList, pairs: BracketPairs, links: LinkLabels): Token {
  const { text, at } = list;
  if (list.isLineStart) {
    const rule = list.match(ruler);
    // What underlines a heading has nothing behind it.
    if (rule !== undefined) return list.add(list.tokens.length ? 'end' : 'start', rule, { parts: true });
    const marker = list.match(blockStart);
    // Quoted lines go on.
    if (marker !== undefined)
      return list.add('start', marker, { parts: /[^\s>]/.test(text.slice(at, marker)) });
  }
  if (text[at] === '|' && isInRow(list))
    return list.add(isLastBorder(list) ? 'end' : 'neutral', at + 1, { parts: true });
  if (/[\r\n]/.test(text[at]!) && isHeading(list))
    return list.add('blank', text.indexOf('\n', at) + 1, { parts: true });
  switch (text[at]) {
    case '\\':
      return backslash(list, pairs);
    case '`':
      return addSaying(list, list.match(code) ?? at + 1);
    case '$':
      return addSaying(list, list.match(math) ?? at + 1);
    case '<':
      return list.add('word', list.match(angled) ?? at + 1);
    case '{':
      return list.add('word', list.match(shortcode) ?? list.match(role) ?? list.match(attributes) ?? at + 1);
    case '&':
      return list.add('word', list.match(entity) ?? at + 1);
    case '[':
    case '!':
    case '^':
      return bracket(list, pairs, links) ?? list.plain();
    case ']':
      if (list.apartEnds.has(at)) return list.add('close', targetEnd(text, at, pairs), { nests: 'out' });
      return list.add('close', attributesFrom(text, at + 1));
  }
  const url = text[at] === 'h' || text[at] === 'f' ? list.match(address) : undefined;
  if (url !== undefined) return list.add('word', url);
  const mark = list.match(emphasis);
  if (mark !== undefined) return emphasise(list, text.slice(at, mark));
  return list.plain();
}

/** The labels of a document's links: `[roe]` is one where `[roe]: https://…` stands somewhere. */
export class LinkLabels {
  private labels: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {}

  has(label: string): boolean {
    this.labels ??= new Set(
      [...this.text.matchAll(/^ {0,3}\[([^[\]\n]+)\]:/gm)].map(([, name]) => name!.toLowerCase()),
    );
    return this.labels.has(label.toLowerCase());
  }
}

/** Code and formulas say what is in them. */
function addSaying(list: TokenList, end: number): Token {
  return list.add('word', end, { says: spoken(list.text.slice(list.at, end)) });
}

function spoken(written: string): string {
  return written.replace(/[`$\\{}_^*()]+/g, ' ').trim();
}

function lineBefore({ text, at, lineStart }: TokenList): string {
  return text.slice(lineStart, at);
}

function isInRow(list: TokenList): boolean {
  return /^[ \t>]*\|/.test(lineBefore(list));
}

/** Pandoc drops what stands behind the last border of a row. */
function isLastBorder({ text, at }: TokenList): boolean {
  restOfLine.lastIndex = at + 1;
  return restOfLine.test(text);
}

function isHeading(list: TokenList): boolean {
  return /^ {0,3}#{1,6}[ \t]/.test(lineBefore(list));
}

/** Stars within a word part no word either; an underscore there is a letter. */
function emphasise(list: TokenList, mark: string): Token {
  const { text, at } = list;
  const isInWord = letter.test(text[at - 1] ?? '') && letter.test(text[at + mark.length] ?? '');
  if (isInWord && mark.startsWith('_')) return list.add('word', at + mark.length);
  else return list.mark(mark);
}

/** Pandoc's hard blank, an escape, or a command of TeX with all that it takes. */
function backslash(list: TokenList, pairs: BracketPairs): Token {
  const { text, at } = list;
  const formula = list.match(math);
  if (formula !== undefined) return list.add('word', formula);
  const next = text[at + 1] ?? '';
  if (next === ' ' || next === '\n') return list.add('blank', at + 2);
  const end = endOfCommand(text, at, pairs);
  if (/[a-zA-Z]/.test(next)) return list.add('word', Math.max(end, at + 2));
  return list.add(/[.,;:!?)\]}'"]/.test(next) ? 'close' : 'word', at + 2);
}

/** A link, an image or a note's reference is one piece; what stands in other brackets is text. */
function bracket(list: TokenList, pairs: BracketPairs, links: LinkLabels): Token | undefined {
  const { text, at } = list;
  const open = text[at] === '[' ? at : at + 1;
  if (text[open] !== '[') return undefined;
  const note = open === at ? list.match(noteReference) : undefined;
  if (note !== undefined) return list.add('word', note);
  const close = pairs.closing(open);
  if (text[at] === '^' && close !== undefined) {
    list.apartEnds.add(close);
    return list.add('open', open + 1, { nests: 'in' });
  }
  const target =
    close !== undefined && /[([]/.test(text[close + 1] ?? '') ? pairs.closing(close + 1) : undefined;
  if (target !== undefined && close !== undefined && text[at] === '!' && isFigure(list, close, pairs)) {
    list.apartEnds.add(close);
    return list.add('open', open + 1, { nests: 'in' });
  }
  if (target !== undefined && close !== undefined)
    return list.add('word', attributesFrom(text, target + 1), { says: spoken(text.slice(open + 1, close)) });
  if (close !== undefined && links.has(text.slice(open + 1, close)))
    return list.add('word', close + 1, { says: spoken(text.slice(open + 1, close)) });
  return text[at] === '!' ? undefined : list.add('open', open + 1);
}

/** An image that is all of its paragraph is a figure, and its text the caption (Pandoc's `implicit_figures`); elsewhere it is one piece. */
function isFigure({ text, at, end, tokens }: TokenList, close: number, pairs: BracketPairs): boolean {
  const isFirst = tokens.every(({ kind }) => kind === 'blank');
  return isFirst && close > at + 2 && text.slice(targetEnd(text, close, pairs), end).trim() === '';
}

/** Behind the address of a link or image whose text closes here, with its attributes. */
function targetEnd(text: string, close: number, pairs: BracketPairs): number {
  const target = /[([]/.test(text[close + 1] ?? '') ? pairs.closing(close + 1) : undefined;
  return target === undefined ? close + 1 : attributesFrom(text, target + 1);
}

function attributesFrom(text: string, at: number): number {
  attributes.lastIndex = at;
  return attributes.test(text) ? attributes.lastIndex : at;
}
