/** All other characters are text. */
const marks = ['\\', '`', '$', '<', '@', ';', '[', ']'];

/** The places in a text where something may begin that is no plain text, each kind looked for by the engine's own search. */
export class Marks {
  /** The next place of each mark at or behind the last place asked for. */
  private readonly places: number[];

  constructor(private readonly text: string) {
    this.places = marks.map(mark => this.find(mark, 0));
  }

  /** The first mark from an offset on, which grows from call to call; the text's length where there is none. */
  next(from: number): number {
    let next = this.text.length;
    for (let kind = 0; kind < marks.length; kind++) {
      let place = this.places[kind]!;
      if (place < from) {
        place = this.find(marks[kind]!, from);
        this.places[kind] = place;
      }
      if (place < next) next = place;
    }
    return next;
  }

  private find(mark: string, from: number): number {
    const place = this.text.indexOf(mark, from);
    return place < 0 ? this.text.length : place;
  }
}
