interface Kept<Made> {
  readonly text: string;
  readonly made: Made;
}

/** Keeps what was made of the texts met lately: the next keystroke, as a rule, meets the same texts again. */
export class TextMemory<Made> {
  private readonly kept = new Map<number, Kept<Made>>();

  /** `most`: texts that are remembered. */
  constructor(
    private readonly make: (text: string) => Made,
    private readonly most: number,
  ) {}

  /** What `make` gives for the text that a reference has now. */
  of(id: number, text: string): Made {
    const known = this.kept.get(id);
    if (known && known.text === text) return known.made;
    const made = this.make(text);
    if (this.kept.size >= this.most) this.kept.clear();
    this.kept.set(id, { text, made });
    return made;
  }
}
