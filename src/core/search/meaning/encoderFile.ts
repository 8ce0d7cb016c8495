/**
 * The encoder's file, unpacked; little-endian throughout:
 *
 *     "MEAN", then as u32: version, width, layers, heads, inner width, positions, word pieces, bytes of their text
 *     the word pieces, a line each, filled up with line feeds
 *     matrix of embeddings, positions (f16), norm
 *     for each layer: linear query, key, value, output; norm; linear inner, outer; norm
 *
 * A matrix has its weights, two to a byte, then for every 64 of them a scale (f16). Of 32 weights, byte i holds weight i in its lower
 * half and weight i + 16 in its upper, each plus 8. A linear map is a matrix and its bias (f32), a norm its gain and its bias (f32).
 * `data/meaning/build.py` writes it.
 */
export interface EncoderModel {
  readonly width: number;
  readonly heads: number;
  readonly inner: number;
  readonly positions: number;
  readonly pieces: readonly string[];
  readonly embeddings: Matrix;
  readonly places: Float32Array;
  readonly norm: Norm;
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly output: Linear;
  readonly attentionNorm: Norm;
  readonly inner: Linear;
  readonly outer: Linear;
  readonly norm: Norm;
}

/** Weights in rows, packed as in the file. */
export interface Matrix {
  readonly packed: Uint8Array;
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

export class EncoderFormatError extends Error {}

const magic = 0x4e41454d;
const version = 1;
const weightsPerScale = 64;

export function readEncoder(bytes: Uint8Array): EncoderModel {
  const reader = new Reader(bytes);
  if (reader.u32() !== magic || reader.u32() !== version)
    throw new EncoderFormatError('Not an encoder of this version.');
  const [width, layerCount, heads, inner, positions, pieceCount, textLength] = Array.from({ length: 7 }, () =>
    reader.u32(),
  ) as [number, number, number, number, number, number, number];
  const text = new TextDecoder().decode(reader.bytes(textLength));
  const linear = (outputs: number, inputs: number): Linear => ({
    matrix: reader.matrix(outputs * inputs),
    bias: reader.floats(outputs),
  });
  const norm = (): Norm => ({ gain: reader.floats(width), bias: reader.floats(width) });
  return {
    width,
    heads,
    inner,
    positions,
    pieces: text.split('\n').slice(0, pieceCount),
    embeddings: reader.matrix(pieceCount * width),
    places: reader.halves(positions * width),
    norm: norm(),
    layers: Array.from({ length: layerCount }, () => ({
      query: linear(width, width),
      key: linear(width, width),
      value: linear(width, width),
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

  halves(length: number): Float32Array {
    const bytes = this.bytes(length * 2);
    const values = new Float32Array(length);
    for (let i = 0; i < length; i++) values[i] = half(bytes[2 * i]! | (bytes[2 * i + 1]! << 8));
    return values;
  }

  matrix(weights: number): Matrix {
    return { packed: this.bytes(weights / 2), scales: this.halves(weights / weightsPerScale) };
  }
}

/** A number of 16 bits as IEEE 754 has it. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
