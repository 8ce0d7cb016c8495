/** What is kept of a file to read its entries from later. A string is one, too. */
export interface SourceText {
  slice(start: number, end: number): string;
}

/** Bytes that are decoded at once when something is read again. */
const pieceLength = 8192;

/**
 * A text that is kept as the UTF-8 it came in, and decoded piece by piece where it is read: the engine would take twice the room for
 * a whole file as soon as one letter of it is not Latin.
 */
export class Utf8Text implements SourceText {
  /** The first byte, and the first UTF-16 code unit, of each piece; the ends after the last. */
  private readonly byteStarts: Int32Array;
  private readonly starts: Int32Array;
  private lastPiece = -1;
  private lastText = '';

  private constructor(
    private readonly bytes: Uint8Array,
    byteStarts: readonly number[],
    starts: readonly number[],
  ) {
    this.byteStarts = Int32Array.from(byteStarts);
    this.starts = Int32Array.from(starts);
  }

  /** The text of these bytes as a whole, and as it can be kept; `undefined` when they are not UTF-8. */
  static decode(bytes: Uint8Array): { readonly text: string; readonly kept: SourceText } | undefined {
    const pieces: string[] = [];
    const byteStarts = [0];
    const starts = [0];
    try {
      for (let at = 0; at < bytes.length; ) {
        let end = Math.min(bytes.length, at + pieceLength);
        // Not inside a character.
        while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
        const piece = decoderAt(at).decode(bytes.subarray(at, end));
        pieces.push(piece);
        byteStarts.push(end);
        starts.push(starts.at(-1)! + piece.length);
        at = end;
      }
    } catch {
      return undefined;
    }
    return { text: pieces.join(''), kept: new Utf8Text(bytes, byteStarts, starts) };
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let piece = this.pieceAt(start), at = start; at < end; piece++) {
      const pieceEnd = this.starts[piece + 1];
      if (pieceEnd === undefined) break;
      const from = this.starts[piece]!;
      text += this.textOf(piece).slice(at - from, Math.min(end, pieceEnd) - from);
      at = pieceEnd;
    }
    return text;
  }

  private pieceAt(offset: number): number {
    const { starts, lastPiece } = this;
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
  private textOf(piece: number): string {
    if (piece !== this.lastPiece) {
      const start = this.byteStarts[piece]!;
      this.lastText = decoderAt(start).decode(this.bytes.subarray(start, this.byteStarts[piece + 1]!));
      this.lastPiece = piece;
    }
    return this.lastText;
  }
}

const beginning = new TextDecoder('utf-8', { fatal: true });
const further = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A byte order mark is none inside the file. */
function decoderAt(byte: number): TextDecoder {
  return byte === 0 ? beginning : further;
}
