/** The place of one item in a CSL-JSON file, and the key it seems to have. */
export interface JsonItemSpan {
  readonly start: number;
  readonly end: number;
  /** It has no end of its own: the next item, or the end of the file, comes before. */
  readonly unclosed: boolean;
}

const quote = 34;
const backslash = 92;

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

/** The next item at or after this place; `undefined` when the list ends. */
export function nextJsonItem(text: string, from: number): JsonItemSpan | undefined {
  let at = from;
  while (at < text.length && text[at] !== '{') {
    // The list is over; what follows belongs to whatever holds it.
    if (text[at] === ']') return undefined;
    at++;
  }
  if (at >= text.length) return undefined;
  const start = at;
  const end = closingBrace(text, start);
  if (end >= 0) return { start, end, unclosed: false };
  itemStart.lastIndex = start + 1;
  const next = itemStart.exec(text)?.index ?? text.length;
  return { start, end: next, unclosed: true };
}

/** After the brace that closes the one at `start`, or -1. A line that begins a new item while another is open ends the search. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
      if (at < 0) return -1;
    } else if (code === 123) {
      if (depth > 0 && isItemOnOwnLine(text, at)) return -1;
      depth++;
    } else if (code === 125 && --depth === 0) return at + 1;
  }
  return -1;
}

/** The quotation mark that closes a string; lines do not break inside strings, so a broken one ends with its line. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) return at;
    else if (code === 10) return at;
  }
  return -1;
}

const ownLine = /\{\s{0,200}"(?:id|citation-key)"\s{0,20}:/y;

function isItemOnOwnLine(text: string, at: number): boolean {
  ownLine.lastIndex = at;
  return ownLine.test(text);
}
