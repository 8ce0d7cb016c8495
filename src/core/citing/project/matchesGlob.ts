/** A longer pattern for one name was made to take time. */
const maxPatternLength = 300;

/** The places in a name that a pattern may have come to, as bits of an array: `true` where it may. */
type Places = readonly boolean[];

/**
 * Whether a file's name matches one part of a shell pattern: `*`, `?`, `[a-c]`, `[!a]`, `{a,b{c,d}}`. Takes time as the name times the
 * pattern is long, whatever the pattern: all its choices are followed at once.
 */
export function matchesGlob(name: string, pattern: string): boolean {
  if (pattern.length > maxPatternLength) return false;
  const start: Places = Array.from({ length: name.length + 1 }, (_, at) => at === 0);
  return follow(name, pattern, 0, pattern.length, start)[name.length]!;
}

/** Where a part of the pattern leads from these places. */
function follow(name: string, pattern: string, from: number, to: number, places: Places): Places {
  let now = places;
  for (let at = from; at < to; ) {
    const character = pattern[at]!;
    const choices = character === '{' ? choicesAt(pattern, at, to) : undefined;
    if (choices) {
      const reached = choices.parts.map(([start, end]) => follow(name, pattern, start, end, now));
      now = now.map((_, place) => reached.some(one => one[place]));
      at = choices.end;
    } else if (character === '*') {
      const first = now.indexOf(true);
      now = now.map((_, place) => first >= 0 && place >= first);
      at++;
    } else {
      const length = memberLength(pattern, at, to);
      const before = now;
      now = now.map(
        (_, place) => place > 0 && before[place - 1]! && isMember(name[place - 1]!, pattern, at, length),
      );
      at += length;
    }
  }
  return now;
}

/** The choices of the braces that open here, and where they end; `undefined` where they do not. */
function choicesAt(
  pattern: string,
  open: number,
  to: number,
): { readonly parts: readonly (readonly [number, number])[]; readonly end: number } | undefined {
  const parts: [number, number][] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < to; at++) {
    if (pattern[at] === '{') depth++;
    else if (pattern[at] === '}' && --depth === 0) return { parts: [...parts, [start, at]], end: at + 1 };
    else if (pattern[at] === ',' && depth === 1) {
      parts.push([start, at]);
      start = at + 1;
    }
  }
  return undefined;
}

/** How much of the pattern stands for one character: 1, or the length of `[a-c]`. */
function memberLength(pattern: string, at: number, to: number): number {
  const close = pattern[at] === '[' ? pattern.indexOf(']', at + 2) : -1;
  return close < 0 || close >= to ? 1 : close + 1 - at;
}

function isMember(character: string, pattern: string, at: number, length: number): boolean {
  if (length === 1) return pattern[at] === '?' || pattern[at] === character;
  const negated = /[!^]/.test(pattern[at + 1]!);
  const members = pattern.slice(at + (negated ? 2 : 1), at + length - 1);
  let found = false;
  for (let index = 0; index < members.length; index++) {
    if (members[index + 1] === '-' && index + 2 < members.length) {
      found ||= character >= members[index]! && character <= members[index + 2]!;
      index += 2;
    } else found ||= members[index] === character;
  }
  return found !== negated;
}
