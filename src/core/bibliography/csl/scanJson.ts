/** The place of one item in a CSL-JSON file. */
export interface JsonItemSpan {
  readonly start: number;
  readonly end: number;
  /** It has no end of its own: the next item, or the end of the file, comes before. */
  readonly unclosed: boolean;
}

/** A string or a number of JSON; for a string the span is what is between the quotation marks. */
export interface JsonValueSpan {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;
const openBracket = 91;
const closeBracket = 93;
const newline = 10;

/** An item's first field, for finding where the next one begins after one that has no end. */
const itemStart = /\{\s{0,200}"(?:id|type|citation-key|title)"\s{0,20}:/g;

/** Where the list of items begins: after the outermost `[`, or that of `"items"` or `"references"` in an object; -1 for a lone item. */
export function itemListStart(text: string): number {
  const first = /[^\s\ufeff]/.exec(text)?.index ?? -1;
  if (first < 0) return -1;
  if (text[first] === '[') return first + 1;
  const named = /^\s{0,100}\{[^[\]]{0,2000}?"(?:items|references|data)"\s{0,20}:\s{0,20}\[/.exec(
    text.slice(first, first + 4000),
  );
  return named ? first + named[0].length : -1;
}

/** Finds the items of a list one by one, those that have no end of their own too. */
export class JsonItems {
  /** Characters that may be searched in vain; then each item is taken to end before what looks like the next. */
  private effort: number;
  /** In how many lists within the list the place at hand is: what they hold are items too. */
  private depth = 0;

  constructor(private readonly text: string) {
    this.effort = 4 * text.length + 1000;
  }

  /** The next item at or after this place, where the one before ended; `undefined` when the list ends. */
  next(from: number): JsonItemSpan | undefined {
    const { text } = this;
    let start = from;
    for (; start < text.length && text.charCodeAt(start) !== openBrace; start++) {
      const code = text.charCodeAt(start);
      if (code === quote) start = stringEnd(text, start);
      else if (code === openBracket) this.depth++;
      // The list is over; what follows belongs to whatever holds it.
      else if (code === closeBracket && --this.depth < 0) return undefined;
    }
    if (start >= text.length) return undefined;
    const next = this.effort > 0 ? text.length : nextItemStart(text, start);
    const end = closingBrace(text, start, next);
    if (end >= 0) return { start, end, unclosed: false };
    this.effort -= next - start;
    return { start, end: nextItemStart(text, start), unclosed: true };
  }
}

/** What looks like the beginning of another item after an item's own: no value of a field, and none of a list in it. */
function nextItemStart(text: string, start: number): number {
  itemStart.lastIndex = start + 1;
  for (let match = itemStart.exec(text); match; match = itemStart.exec(text)) {
    let before = match.index - 1;
    while (before > start && text.charCodeAt(before) <= 32) before--;
    if (!':['.includes(text[before]!)) return match.index;
  }
  return text.length;
}

/** After the brace that closes the one at `start`; -1 where brackets do not pair up to there: what closes it belongs to another item. */
function closingBrace(text: string, start: number, limit: number): number {
  const awaited: number[] = [];
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at);
    else if (code === openBrace || code === openBracket) awaited.push(code + 2);
    else if (code === closeBrace || code === closeBracket) {
      if (awaited.pop() !== code) return -1;
      if (awaited.length === 0) return at + 1;
    }
  }
  return -1;
}

/** The quotation mark that closes a string; lines do not break inside strings, so a broken one ends with its line. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote || code === newline) return at;
  }
  return text.length;
}

/** The strings and numbers that an item has in fields of its own with these names, by name; not those of objects in it. */
export function fieldsOfItem(
  text: string,
  { start, end }: Pick<JsonItemSpan, 'start' | 'end'>,
  names: ReadonlySet<string>,
): ReadonlyMap<string, JsonValueSpan> {
  const found = new Map<string, JsonValueSpan>();
  let depth = 0;
  let field: string | undefined;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const close = stringEnd(text, at);
      if (depth === 1 && field !== undefined) found.set(field, { start: at + 1, end: close, quoted: true });
      const name = depth === 1 && field === undefined ? text.slice(at + 1, close) : undefined;
      at = close;
      field = undefined;
      if (name === undefined || !names.has(name)) continue;
      const colon = /\s*:\s*/y;
      colon.lastIndex = close + 1;
      const match = colon.exec(text);
      if (!match) continue;
      at = colon.lastIndex - 1;
      const number = /-?\d[\d.eE+-]*/y;
      number.lastIndex = colon.lastIndex;
      const digits = number.exec(text)?.[0];
      if (digits) found.set(name, { start: colon.lastIndex, end: number.lastIndex, quoted: false });
      else field = name;
    } else if (code === openBrace || code === openBracket) {
      depth++;
      field = undefined;
    } else if (code === closeBrace || code === closeBracket) depth--;
  }
  return found;
}
