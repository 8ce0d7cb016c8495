/** What is kept of a file to read its entries from later. A string is one, too. */
export interface SourceText {
  slice(start: number, end: number): string;
}

/** A file's text as it was decoded. While somebody holds on to this, what is read again is cut from it, which is fastest. */
export interface WholeText {
  readonly text: string;
}

/** Bytes that are decoded at once when something is read again. */
const pieceLength = 8192;

/**
 * A text that is kept as the UTF-8 it came in, and decoded piece by piece where it is read: the engine would take twice the room for
 * a whole file as soon as one letter of it is not Latin. What is read soon after the file itself comes from the text as it was decoded
 * then, for as long as the engine has not reclaimed it.
 */
export class Utf8Text implements SourceText {
  private readonly decoded: WeakRef<WholeText> | undefined;
  private pieces: { readonly byteStarts: Int32Array; readonly starts: Int32Array } | undefined;
  private lastPiece = -1;
  private lastText = '';

  private constructor(
    private readonly bytes: Uint8Array,
    whole?: WholeText,
  ) {
    this.decoded = whole && new WeakRef(whole);
  }

  /** The text of these bytes as a whole, and as it can be kept; `undefined` when they are not UTF-8. */
  static decode(bytes: Uint8Array): { readonly whole: WholeText; readonly kept: SourceText } | undefined {
    try {
      const whole = { text: decoderAt(0).decode(bytes) };
      return { whole, kept: new Utf8Text(bytes, whole) };
    } catch {
      return undefined;
    }
  }

  /** The text of bytes that are known to be UTF-8: nothing is decoded before it is read. */
  static of(bytes: Uint8Array): SourceText {
    return new Utf8Text(bytes);
  }

  slice(start: number, end: number): string {
    const whole = this.decoded?.deref();
    if (whole) return whole.text.slice(start, end);
    this.pieces ??= piecesOf(this.bytes);
    const { starts } = this.pieces;
    let text = '';
    for (let piece = this.pieceAt(starts, start), at = start; at < end; piece++) {
      const pieceEnd = starts[piece + 1];
      if (pieceEnd === undefined) break;
      const from = starts[piece]!;
      text += this.textOf(piece, this.pieces.byteStarts).slice(at - from, Math.min(end, pieceEnd) - from);
      at = pieceEnd;
    }
    return text;
  }

  private pieceAt(starts: Int32Array, offset: number): number {
    const { lastPiece } = this;
    if (lastPiece >= 0 && offset >= starts[lastPiece]! && offset < starts[lastPiece + 1]!) return lastPiece;
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** What is read one after the other mostly lies side by side. */
  private textOf(piece: number, byteStarts: Int32Array): string {
    if (piece !== this.lastPiece) {
      const start = byteStarts[piece]!;
      this.lastText = decoderAt(start).decode(this.bytes.subarray(start, byteStarts[piece + 1]!));
      this.lastPiece = piece;
    }
    return this.lastText;
  }
}

/** The first byte, and the first UTF-16 code unit, of each piece; the ends after the last. */
function piecesOf(bytes: Uint8Array) {
  const byteStarts = [0];
  const starts = [0];
  // A byte order mark is none of the text.
  let units = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? -1 : 0;
  const words = wordsOf(bytes);
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(bytes.length, at + pieceLength);
    // Not inside a character.
    while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
    units += unitsOf(bytes, words, at, end);
    byteStarts.push(end);
    starts.push(units);
    at = end;
  }
  return { byteStarts: Int32Array.from(byteStarts), starts: Int32Array.from(starts) };
}

/** Four bytes at a time; none where they do not lie as numbers must. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  const isAligned = bytes.byteOffset % 4 === 0;
  return new Uint32Array(bytes.buffer, isAligned ? bytes.byteOffset : 0, isAligned ? bytes.length >> 2 : 0);
}

/** How many UTF-16 code units the characters at `[start, end)` are; most are ASCII, which is told of four at once. */
function unitsOf(bytes: Uint8Array, words: Uint32Array, start: number, end: number): number {
  const lastWord = Math.min(end >> 2, words.length);
  let units = 0;
  for (let at = start; at < end; ) {
    if (at % 4 === 0) {
      let word = at >> 2;
      while (word < lastWord && (words[word]! & 0x80808080) === 0) word++;
      units += word * 4 - at;
      at = word * 4;
      if (at === end) break;
    }
    const byte = bytes[at++]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

const beginning = new TextDecoder('utf-8', { fatal: true });
const further = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A byte order mark is none inside the file. */
function decoderAt(byte: number): TextDecoder {
  return byte === 0 ? beginning : further;
}
