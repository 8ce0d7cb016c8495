/** For each opening bracket of a text its closing one, found once in one pass; backslash escapes. */
export class BracketPairs {
  private readonly tables = new Map<string, Map<number, number>>();

  constructor(private readonly text: string) {}

  /** Where the bracket at `open` closes; `undefined` when it does not. */
  closing(open: number): number | undefined {
    const character = this.text[open]!;
    let table = this.tables.get(character);
    if (!table) {
      table = this.pair(character, character === '(' ? ')' : character === '[' ? ']' : '}');
      this.tables.set(character, table);
    }
    return table.get(open);
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
