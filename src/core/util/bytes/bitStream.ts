import { resizeTypedArray } from '../collections/typedArrays';

/** Writes numbers of any width in bits, the lowest bit first. */
export class BitWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  /** The lowest `width` bits of a number, 16 at most. */
  bits(value: number, width: number): void {
    this.held |= value << this.heldBits;
    this.heldBits += width;
    while (this.heldBits >= 8) this.flush();
  }

  /** A number from 1 on, in as few bits as it is small (Elias' gamma code). */
  gamma(value: number): void {
    const width = 31 - Math.clz32(value);
    for (let i = 0; i < width; i++) this.bits(0, 1);
    this.bits(1, 1);
    if (width > 16) this.bits(value & 0xffff, 16);
    this.bits(
      (width > 16 ? value >>> 16 : value) & ((1 << (width > 16 ? width - 16 : width)) - 1),
      width > 16 ? width - 16 : width,
    );
  }

  private flush(): void {
    if (this.length === this.bytes.length) this.bytes = resizeTypedArray(this.bytes, this.length * 2);
    this.bytes[this.length++] = this.held & 0xff;
    this.held >>>= 8;
    this.heldBits -= 8;
  }

  /** What was written, the last byte filled up. */
  finish(): Uint8Array {
    if (this.heldBits > 0) {
      this.heldBits = 8;
      this.flush();
    }
    return this.bytes.slice(0, this.length);
  }
}

/** Reads what `BitWriter` wrote; reading past the end throws a `RangeError`. */
export class BitReader {
  private at = 0;
  private held = 0;
  private heldBits = 0;

  constructor(private readonly bytes: Uint8Array) {}

  bits(width: number): number {
    while (this.heldBits < width) {
      if (this.at >= this.bytes.length) throw new RangeError('The bits end too early.');
      this.held |= this.bytes[this.at++]! << this.heldBits;
      this.heldBits += 8;
    }
    const value = this.held & ((1 << width) - 1);
    this.held >>>= width;
    this.heldBits -= width;
    return value;
  }

  gamma(): number {
    let width = 0;
    while (this.bits(1) === 0) if (++width > 31) throw new RangeError('A number is too large.');
    if (width <= 16) return (1 << width) | this.bits(width);
    const low = this.bits(16);
    return ((1 << width) | (this.bits(width - 16) << 16) | low) >>> 0;
  }
}
