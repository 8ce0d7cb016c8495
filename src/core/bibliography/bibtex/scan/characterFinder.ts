/**
 * Where characters come up next in a text that is read from front to back. Each is looked for once by the engine's own search, many times
 * faster than looking at every character, and remembered until the reading has passed it.
 */
export class CharacterFinder {
  private readonly positions: Int32Array;
  private readonly since: Int32Array;

  constructor(
    private readonly text: string,
    private readonly characters: readonly string[],
  ) {
    this.positions = new Int32Array(characters.length).fill(-1);
    this.since = new Int32Array(characters.length);
  }

  /** The first place from here on of the character with this number, or the length of the text. */
  next(character: number, from: number): number {
    const known = this.positions[character]!;
    const since = this.since[character]!;
    if (from > known) return this.search(character, from);
    if (from >= since) return known;
    // Reading went back: what lies between is looked through once more, and nothing beyond.
    const between = this.text.slice(from, since).indexOf(this.characters[character]!);
    return between < 0 ? known : from + between;
  }

  private search(character: number, from: number): number {
    const found = this.text.indexOf(this.characters[character]!, from);
    this.since[character] = from;
    this.positions[character] = found < 0 ? this.text.length : found;
    return this.positions[character]!;
  }
}
