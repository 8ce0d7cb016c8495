import { lowerBound } from '../../util/collections/binarySearch';

/** Where in a text an `@` stands with something behind it that may begin a key. */
export class KeyPlaces {
  private readonly offsets: number[] = [];

  constructor(text: string) {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1))
      if (mayBeginKey(text.charCodeAt(at + 1))) this.offsets.push(at);
  }

  get isEmpty(): boolean {
    return this.offsets.length === 0;
  }

  isIn(start: number, end: number): boolean {
    const next = lowerBound(this.offsets, start);
    return next < this.offsets.length && this.offsets[next]! < end;
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
