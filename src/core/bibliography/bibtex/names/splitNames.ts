const backslash = 92;
const openingBrace = 123;
const closingBrace = 125;
const tilde = 126;

const conjunction = /(?:^|[\s~])and(?=[\s~]|$)/gi;

/** Splits at `and` between blanks, outside of braces. */
export function splitAtAnd(field: string): string[] {
  const parts: string[] = [];
  const hasBraces = field.includes('{');
  let depth = 0;
  let counted = 0;
  let start = 0;
  conjunction.lastIndex = 0;
  while (conjunction.test(field)) {
    const end = conjunction.lastIndex;
    if (hasBraces) depth = depthAt(field, counted, end, depth);
    counted = end;
    if (depth > 0) continue;
    parts.push(trimName(field.slice(start, end - 'and'.length)));
    start = end;
  }
  parts.push(trimName(field.slice(start)));
  return parts;
}

/** How many groups are open at `to`, with `depth` of them open at `from`. */
function depthAt(text: string, from: number, to: number, depth: number): number {
  let open = depth;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === openingBrace) open++;
    else if (code === closingBrace && open > 0) open--;
  }
  return open;
}

/** Without commas and blanks at its ends that hold nothing together. */
export function trimName(name: string): string {
  const text = name.trim();
  const isPadded = /^[,~]|[,~]$/.test(text);
  return isPadded ? text.replace(/^[\s,~]+|(?<=[^\\\s~,])[\s~,]+$/g, '') : text;
}

/** The words of a text: what stands between blanks (also `~`), outside of braces. `\o stergaard` is one. */
export function words(text: string): string[] {
  if (!/[{}\\~]/.test(text)) return text.split(/\s+/).filter(word => word !== '');
  const found: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (depth === 0 && (code === tilde || code === 32 || (code >= 9 && code <= 13) || code === 0xa0)) {
      if (start >= 0) found.push(text.slice(start, at));
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (code === openingBrace) depth++;
    else if (code === closingBrace) depth = Math.max(0, depth - 1);
    else if (code === backslash) at += commandLength(text, at + 1);
  }
  if (start >= 0) found.push(text.slice(start));
  return found;
}

/** How far a command goes on after its backslash, with the blanks that end it: they are not blanks of the name. */
function commandLength(text: string, at: number): number {
  const command = /(?:[A-Za-z]+[ \t]*|[^A-Za-z]|$)/y;
  command.lastIndex = at;
  return command.exec(text)![0].length;
}

/** Splits at commas outside of braces. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === ',' && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}
