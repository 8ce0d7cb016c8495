/** One thing of a bibliography as an outline lists it. Offsets are UTF-16 code units of the text. */
export interface OutlineEntry {
  readonly kind: 'entry' | 'string';
  /** The key of an entry, the name of an abbreviation. */
  readonly name: string;
  /** The title as far as one line tells it, or the value of an abbreviation; empty where there is none. */
  readonly detail: string;
  /** All of it, from its first to after its last character. */
  readonly start: number;
  readonly end: number;
  /** Its name. */
  readonly nameStart: number;
  readonly nameEnd: number;
}
