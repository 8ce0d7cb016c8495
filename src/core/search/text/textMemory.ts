interface Kept<Made> {
  readonly text: string;
  made?: Made;
}

/**
 * Keeps what was made of the texts met lately: the next keystroke, as a rule, meets the same texts again. Each has one place that it
 * shares with others. A `Map` that is emptied would do, but V8 lets its former tables keep alive whatever is put into the next.
 */
export class TextMemory<Made> {
  private readonly kept: (Kept<Made> | undefined)[];

  /** `places`: as many texts are remembered at most. */
  constructor(
    private readonly make: (text: string) => Made,
    places: number,
  ) {
    this.kept = Array.from({ length: places }, () => undefined);
  }

  /** What `make` gives for the text that a reference has now. */
  of(id: number, text: string): Made {
    return this.again(id, text) ?? this.again(id, text)!;
  }

  /** As `of`, for what takes longer to make than to do without once: `undefined` for a text that was not met lately. */
  again(id: number, text: string): Made | undefined {
    const place = id % this.kept.length;
    const known = this.kept[place];
    if (known?.text === text) {
      known.made ??= this.make(text);
      return known.made;
    }
    this.kept[place] = { text };
    return undefined;
  }
}
