/** What grammars are made of, in every language that is read. */
export const pieces = (
  '{ } [ ] ( ) < > @ # % & \\ $ ^ _ ~ | " \' ` : ; , . - -- --- ... * ** + = / // /* */ ! ? 0 9 a Z é 日 \u0301 \u200d \u202e \ufeff \0 \t ' +
  '\ud83d \udc00 @a @{a [@ ]( {{< >}} <!-- --> ``` ~~~ $$ \\cite{ \\begin{ \\end{ \\item \\verb| \\newcommand \\fi \\else #cite( #let ' +
  '#[ <a> @article{ @string{ @comment{ "id": - id: references: bibliography: TY ER &a *a ! |- >- {a,b} author: year:2020.. -word'
).split(' ');
export const breaks = [' ', '\n', '\r', '\r\n', '\n\n', '\u2028', '    ', '\n  '];

/** Of the texts, so many are made from a whole seed. The others are short: what is odd is odd in a few characters, and many are tried in a minute. */
const shareOfWhole = 0.1;
const shareOfEmpty = 0.15;
/** In characters. */
const maxFragment = 80;

/** A text made from seeds: parts of them repeated, moved, cut and mixed with pieces of grammars. */
export function mutated(seeds: readonly string[], random: () => number): string {
  const choose = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const kind = random();
  const isWhole = kind < shareOfWhole;
  const fragment = () => {
    const seed = choose(seeds);
    const at = Math.floor(random() * seed.length);
    return seed.slice(at, at + 1 + Math.floor(random() * maxFragment));
  };
  let text = isWhole ? choose(seeds) : kind < shareOfWhole + shareOfEmpty ? '' : fragment();
  const changes = 1 + Math.floor(random() ** 2 * (isWhole ? 25 : 8));
  for (let change = 0; change < changes && text.length < 20_000; change++) {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.floor(random() ** 3 * 60));
    const how = random();
    const part = text.slice(at, end);
    const piece = random() < 0.75 ? choose(pieces) : choose(breaks);
    if (how < 0.4) text = text.slice(0, at) + piece + text.slice(at);
    else if (how < 0.55) text = text.slice(0, at) + text.slice(end);
    else if (how < 0.7)
      text = text.slice(0, at) + part.repeat(1 + Math.floor(random() * 4)) + text.slice(end);
    else if (how < 0.8)
      text =
        text.slice(0, at) + piece.repeat(1 + Math.floor(random() * (isWhole ? 30 : 10))) + text.slice(end);
    else if (how < 0.9) text = part + text.slice(0, at) + text.slice(end);
    else if (isWhole)
      text = text.slice(0, at) + choose(seeds).slice(Math.floor(random() * 40)) + text.slice(at);
    else text = text.slice(0, at) + fragment() + text.slice(at);
  }
  return text;
}

/** A short text to be repeated: where time grows faster than length, it mostly does on these. */
export function repeatable(random: () => number): string {
  const count = 1 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => {
    const from = random() < 0.75 ? pieces : breaks;
    return from[Math.floor(random() * from.length)]!;
  }).join(random() < 0.3 ? ' ' : '');
}

/** The shortest text found, by leaving parts out, that still fails. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  let shortest = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at + size <= shortest.length; ) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + size);
      if (fails(shorter)) shortest = shorter;
      else at += size;
    }
  return shortest;
}
