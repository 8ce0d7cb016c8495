/**
 * The encoder's file, unpacked; little-endian throughout:
 *
 *     "MEAN", then as u32: version, width, layers, heads, inner width, positions, word pieces, bytes of their text
 *     the word pieces, a line each, filled up with line feeds
 *     matrix of embeddings, matrix of positions, norm
 *     for each layer: linear projection (queries, keys and values below each other), linear output, norm; linear inner, outer; norm
 *
 * A matrix has its weights as whole numbers (i8) in rows, then what each row is to be multiplied by (f32). A linear map is a matrix and
 * its bias (f32), a norm its gain and its bias (f32). `data/meaning/build.py` writes it.
 */
export interface EncoderModel {
  readonly width: number;
  readonly heads: number;
  readonly inner: number;
  readonly maxPositions: number;
  readonly pieces: readonly string[];
  readonly embeddings: Matrix;
  readonly positions: Matrix;
  readonly norm: Norm;
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly projection: Linear;
  readonly output: Linear;
  readonly attentionNorm: Norm;
  readonly inner: Linear;
  readonly outer: Linear;
  readonly norm: Norm;
}

export interface Matrix {
  readonly weights: Int8Array;
  /** Of each row. */
  readonly scales: Float32Array;
}

export interface Linear {
  readonly matrix: Matrix;
  readonly bias: Float32Array;
}

export interface Norm {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

/** The file is damaged, or of another version of the program. */
export class EncoderFormatError extends Error {
  override readonly name = 'EncoderFormatError';
}

const magic = 0x4e41454d;
const version = 2;

export function readEncoder(bytes: Uint8Array): EncoderModel {
  const reader = new Reader(bytes);
  if (reader.u32() !== magic || reader.u32() !== version)
    throw new EncoderFormatError('Not an encoder of this version.');
  const [width, layerCount, heads, inner, maxPositions, pieceCount, textLength] = Array.from(
    { length: 7 },
    () => reader.u32(),
  ) as [number, number, number, number, number, number, number];
  const text = new TextDecoder().decode(reader.bytes(textLength));
  const linear = (outputs: number, inputs: number): Linear => ({
    matrix: reader.matrix(outputs, inputs),
    bias: reader.floats(outputs),
  });
  const norm = (): Norm => ({ gain: reader.floats(width), bias: reader.floats(width) });
  return {
    width,
    heads,
    inner,
    maxPositions,
    pieces: text.split('\n').slice(0, pieceCount),
    embeddings: reader.matrix(pieceCount, width),
    positions: reader.matrix(maxPositions, width),
    norm: norm(),
    layers: Array.from({ length: layerCount }, () => ({
      projection: linear(3 * width, width),
      output: linear(width, width),
      attentionNorm: norm(),
      inner: linear(inner, width),
      outer: linear(width, inner),
      norm: norm(),
    })),
  };
}

class Reader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly data: Uint8Array) {
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  u32(): number {
    if (this.at + 4 > this.data.length) throw new EncoderFormatError('The encoder is cut off.');
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  bytes(length: number): Uint8Array {
    const start = this.at;
    if (start + length > this.data.length) throw new EncoderFormatError('The encoder is cut off.');
    this.at += length;
    return this.data.subarray(start, this.at);
  }

  floats(length: number): Float32Array {
    const bytes = this.bytes(length * 4);
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  }

  matrix(rows: number, columns: number): Matrix {
    const { buffer, byteOffset, length } = this.bytes(rows * columns);
    return { weights: new Int8Array(buffer, byteOffset, length), scales: this.floats(rows) };
  }
}
