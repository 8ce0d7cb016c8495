/** Where something stands in a text, found once, to be asked for by stretches. */
export class Places {
  private constructor(private readonly offsets: readonly number[]) {}

  /** `@` with something behind it that may begin a key. */
  static ofKeys(text: string): Places {
    const offsets: number[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
      if (mayBeginKey(text.charCodeAt(at + 1))) offsets.push(at);
    return new Places(offsets);
  }

  static of(text: string, searched: string): Places {
    const offsets: number[] = [];
    for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + searched.length))
      offsets.push(at);
    return new Places(offsets);
  }

  get isEmpty(): boolean {
    return this.offsets.length === 0;
  }

  isIn(start: number, end: number): boolean {
    let low = 0;
    let high = this.offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offsets[middle]! < start) low = middle + 1;
      else high = middle;
    }
    return low < this.offsets.length && this.offsets[low]! < end;
  }
}

/** A letter, a digit, `_`, `*` or `{`; what is beyond ASCII is looked at later. */
function mayBeginKey(code: number): boolean {
  return (
    (code >= 97 && code <= 123) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code >= 128 ||
    code === 95 ||
    code === 42
  );
}
