/** The closing quote of the string at `open`. */
export function stringEnd(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Where the bracket at `open` closes, content's `[` or code's `(` and `{`, past what is in it; `undefined` when not before `limit`. */
export function closingInTypst(text: string, open: number, limit = text.length): number | undefined {
  const isContent = text[open] === '[';
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const character = text[at]!;
    if (character === '\\') at++;
    else if (!isContent && character === '"') at = stringEnd(text, at);
    else if (!isContent && character === '[') at = closingInTypst(text, at, limit) ?? limit;
    else if (isContent ? character === '[' : /[({]/.test(character)) depth++;
    else if ((isContent ? character === ']' : /[)}]/.test(character)) && --depth === 0) return at;
  }
  return undefined;
}
