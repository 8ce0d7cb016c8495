/** How far a bracket's end is looked for before all are. */
const nearby = 200;

const closingOf = (open: string): string => (open === '(' ? ')' : open === '[' ? ']' : '}');

/** For each opening bracket of a text its closing one, found once in one pass; backslash escapes. */
export class BracketPairs {
  private readonly tables = new Map<string, Map<number, number>>();

  constructor(private readonly text: string) {}

  /** Where the bracket at `open` closes; `undefined` when it does not. */
  closing(open: number): number | undefined {
    const character = this.text[open]!;
    const near = this.closingNearby(open, character);
    if (near !== undefined) return near;
    let table = this.tables.get(character);
    if (!table) {
      table = this.pair(character, closingOf(character));
      this.tables.set(character, table);
    }
    return table.get(open);
  }

  /** Most brackets close soon: the whole text need not be read for them. */
  private closingNearby(open: number, character: string): number | undefined {
    const opening = character.charCodeAt(0);
    const closing = closingOf(character).charCodeAt(0);
    const limit = Math.min(open + nearby, this.text.length);
    let depth = 0;
    for (let at = open; at < limit; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === opening) depth++;
      else if (code === closing && --depth === 0) return at;
    }
    return undefined;
  }

  private pair(open: string, close: string): Map<number, number> {
    const pairs = new Map<number, number>();
    const waiting: number[] = [];
    for (let at = 0; at < this.text.length; at++) {
      const character = this.text[at];
      if (character === '\\') at++;
      else if (character === open) waiting.push(at);
      else if (character === close && waiting.length) pairs.set(waiting.pop()!, at);
    }
    return pairs;
  }
}
