/** Where something may begin that is no plain text; the last two matter in brackets only. All other characters are text. */
const marks = ['@', '[', '\\', '`', '$', '<', ']', ';'];
const outside = marks.length - 2;

/** The marks of a text, each kind looked for by the engine's own search. */
export class InlineDelimiters {
  /** The next place of each mark at or behind the last place asked for. */
  private readonly places = [-1, -1, -1, -1, -1, -1, -1, -1];

  constructor(private readonly text: string) {}

  /** The first mark from an offset on, which grows from call to call; the text's length where there is none. */
  next(from: number, inBracket: boolean): number {
    const { places, text } = this;
    const kinds = inBracket ? marks.length : outside;
    let next = text.length;
    for (let kind = 0; kind < kinds; kind++) {
      let place = places[kind]!;
      if (place < from) {
        place = text.indexOf(marks[kind]!, from);
        if (place < 0) place = text.length;
        places[kind] = place;
      }
      if (place < next) next = place;
    }
    return next;
  }

  /** Whether there is an `@` at or behind the last mark given. */
  get haveKey(): boolean {
    return this.places[0]! < this.text.length;
  }
}
