import { resizeTypedArray } from '../../util/collections/typedArrays';

/** Vectors that nobody uses are kept for who comes back, the latest so many of them. */
const maxUnused = 2000;
/** The file of a library holds no more: 16 MB. What is in use goes first. */
const maxStored = 40_000;
const firstRoom = 64;
const maxOfByte = 127;

/** The bytes are damaged, or of vectors that another encoder made. */
export class VectorFormatError extends Error {
  override readonly name = 'VectorFormatError';
}

/**
 * Vectors of length 1 of texts, each known by a number that stands for the text (`textKey`), kept in a byte a number. Whoever uses a
 * vector says so, and when it does no more. As a file, little-endian:
 *
 *     "VEC2", then as u32: bytes of the encoder's name, width, vectors
 *     the encoder's name, filled up with spaces to a multiple of 8 bytes with the head
 *     for each vector its text's number (f64); for each its scale (f32); then the vectors (i8)
 */
export class VectorStore {
  private readonly rows = new Map<number, number>();
  private keys = new Float64Array(firstRoom);
  private scales = new Float32Array(firstRoom);
  private uses = new Int32Array(firstRoom);
  private values: Int8Array;
  private count = 0;
  /** Rows that nobody uses, the longest unused first. */
  private readonly unused = new Set<number>();

  constructor(readonly width: number) {
    this.values = new Int8Array(firstRoom * width);
  }

  /** The row of a text's vector, in use from now on; `undefined` where there is none. */
  use(key: number): number | undefined {
    const row = this.rows.get(key);
    if (row === undefined) return undefined;
    this.uses[row]!++;
    this.unused.delete(row);
    return row;
  }

  release(row: number): void {
    if (--this.uses[row]! === 0) this.unused.add(row);
  }

  /** Takes over the vector of a text; its row is in use from now on. */
  put(key: number, vector: Float32Array): number {
    const known = this.use(key);
    if (known !== undefined) return known;
    let most = 0;
    for (const value of vector) most = Math.max(most, Math.abs(value));
    const scale = most / maxOfByte || 1;
    const row = this.freeRow();
    const start = row * this.width;
    for (let i = 0; i < this.width; i++) this.values[start + i] = Math.round(vector[i]! / scale);
    this.set(row, key, scale);
    this.uses[row] = 1;
    return row;
  }

  vector(row: number): Float32Array {
    const values = this.values.subarray(row * this.width, (row + 1) * this.width);
    return Float32Array.from(values, value => value * this.scales[row]!);
  }

  /** The cosine of a vector and a query of length 1. */
  similarity(row: number, query: Float32Array): number {
    const { values, width } = this;
    const start = row * width;
    let sum = 0;
    for (let i = 0; i < width; i++) sum += values[start + i]! * query[i]!;
    return sum * this.scales[row]!;
  }

  /** The vectors for another session, of the encoder of this name. */
  serialise(encoder: string): Uint8Array {
    const inUse = [...this.rows.values()].filter(row => this.uses[row]! > 0);
    const rows = [...inUse, ...[...this.unused].reverse()].slice(0, maxStored);
    const name = paddedName(encoder);
    const keysAt = headLength + name.length;
    const scalesAt = keysAt + 8 * rows.length;
    const valuesAt = scalesAt + 4 * rows.length;
    const data = new ArrayBuffer(valuesAt + rows.length * this.width);
    new Uint32Array(data, 0, headLength / 4).set([magic, name.length, this.width, rows.length]);
    new Uint8Array(data, headLength, name.length).set(name);
    new Float64Array(data, keysAt, rows.length).set(rows.map(row => this.keys[row]!));
    new Float32Array(data, scalesAt, rows.length).set(rows.map(row => this.scales[row]!));
    const values = new Int8Array(data, valuesAt);
    rows.forEach((row, i) => {
      values.set(this.values.subarray(row * this.width, (row + 1) * this.width), i * this.width);
    });
    return new Uint8Array(data);
  }

  /** Takes over what `serialise` gave, as not in use; throws `VectorFormatError` when it is none of this encoder's. */
  restore(bytes: Uint8Array, encoder: string): void {
    if (bytes.length < headLength) throw new VectorFormatError('The vectors are cut off.');
    const data = bytes.slice().buffer;
    const [mark, nameLength = 0, width, count = 0] = new Uint32Array(data, 0, headLength / 4);
    const name = paddedName(encoder);
    const keysAt = headLength + nameLength;
    const scalesAt = keysAt + 8 * count;
    const valuesAt = scalesAt + 4 * count;
    const isOfEncoder =
      mark === magic &&
      width === this.width &&
      nameLength === name.length &&
      data.byteLength === valuesAt + count * this.width &&
      name.every((byte, i) => byte === bytes[headLength + i]);
    if (!isOfEncoder) throw new VectorFormatError('No vectors of this encoder.');
    const keys = new Float64Array(data, keysAt, count);
    const scales = new Float32Array(data, scalesAt, count);
    const values = new Int8Array(data, valuesAt);
    for (const [i, key] of keys.entries()) {
      if (this.rows.has(key)) continue;
      const row = this.nextRow();
      this.values.set(values.subarray(i * this.width, (i + 1) * this.width), row * this.width);
      this.set(row, key, scales[i]!);
      this.unused.add(row);
    }
  }

  /** Forgets what nobody uses. */
  forgetUnused(): void {
    for (const row of this.unused) this.rows.delete(this.keys[row]!);
  }

  private set(row: number, key: number, scale: number): void {
    this.keys[row] = key;
    this.scales[row] = scale;
    this.rows.set(key, row);
  }

  private freeRow(): number {
    const [oldest] = this.unused;
    if (oldest === undefined || this.unused.size <= maxUnused) return this.nextRow();
    this.unused.delete(oldest);
    if (this.rows.get(this.keys[oldest]!) === oldest) this.rows.delete(this.keys[oldest]!);
    return oldest;
  }

  private nextRow(): number {
    if (this.count === this.keys.length) {
      const room = Math.ceil(this.count * 1.5);
      this.keys = resizeTypedArray(this.keys, room);
      this.scales = resizeTypedArray(this.scales, room);
      this.uses = resizeTypedArray(this.uses, room);
      this.values = resizeTypedArray(this.values, room * this.width);
    }
    return this.count++;
  }
}

const magic = 0x32434556;
/** Magic, bytes of the encoder's name, width, vectors. */
const headLength = 16;

function paddedName(encoder: string): Uint8Array {
  const length = new TextEncoder().encode(encoder).length;
  return new TextEncoder().encode(encoder + ' '.repeat(-length & 7));
}
