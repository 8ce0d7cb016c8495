import { runToEnd, type Task } from '../../util/cooperative';
import { readEncoder } from './encoderFile';
import { EncoderKernel, type PlacedLinear, type PlacedMatrix, type PlacedNorm } from './encoderKernel';
import { WordPieceTokenizer } from './wordPiece';

interface PlacedLayer {
  readonly projection: PlacedLinear;
  readonly output: PlacedLinear;
  readonly attentionNorm: PlacedNorm;
  readonly inner: PlacedLinear;
  readonly outer: PlacedLinear;
  readonly norm: PlacedNorm;
}

/** Where the numbers of one text are, row by row, while it is encoded. */
interface Buffers {
  readonly state: number;
  readonly projected: number;
  readonly context: number;
  readonly wide: number;
  readonly added: number;
}

/** What the kernel computes with, which nothing needs longer than one call takes. */
interface Scratch {
  readonly ids: number;
  readonly packed: number;
  readonly packedScales: number;
  readonly tile: number;
  readonly attention: number;
  readonly none: number;
  readonly mean: number;
}

/** The kernel takes four rows at a time, and looks at eight. */
const rowsAtOnce = 4;
const placesAtOnce = 8;
/** Names and signs are unknown in English too. */
const maxUnknown = 0.3;

/** Turns text into a vector of unit length, near to those of texts that mean the same: the transformer of all-MiniLM-L6-v2. */
export class SentenceEncoder {
  readonly width: number;
  /** Longer texts are cut off after so many word pieces, and marks of start and end. */
  readonly maxPositions: number;
  private readonly kernel = new EncoderKernel();
  private readonly tokenizer: WordPieceTokenizer;
  private readonly heads: number;
  private readonly embeddings: PlacedMatrix;
  private readonly positions: number;
  private readonly norm: PlacedNorm;
  private readonly layers: readonly PlacedLayer[];
  private readonly scratch: Scratch;
  /** Of a text that is encoded at once, and of one that is encoded in steps, between which others may be. */
  private readonly buffers: Buffers;
  private readonly steppedBuffers: Buffers;

  /** Takes the file of `data/meaning`, unpacked; throws `EncoderFormatError` when it is damaged. */
  constructor(file: Uint8Array) {
    const model = readEncoder(file);
    const { kernel } = this;
    const { width, inner, maxPositions } = model;
    this.width = width;
    this.maxPositions = maxPositions;
    this.heads = model.heads;
    this.tokenizer = new WordPieceTokenizer(model.pieces);
    this.embeddings = kernel.placeMatrix(model.embeddings);
    const { weights, scales } = model.positions;
    this.positions = kernel.place(
      Float32Array.from(weights, (weight, i) => weight * scales[Math.floor(i / width)]!),
    );
    this.norm = kernel.placeNorm(model.norm);
    this.layers = model.layers.map(layer => ({
      projection: kernel.placeLinear(layer.projection),
      output: kernel.placeLinear(layer.output),
      attentionNorm: kernel.placeNorm(layer.attentionNorm),
      inner: kernel.placeLinear(layer.inner),
      outer: kernel.placeLinear(layer.outer),
      norm: kernel.placeNorm(layer.norm),
    }));
    const numbers = (count: number) => kernel.reserve(4 * count);
    const rows = roundedUp(maxPositions, placesAtOnce);
    const buffers = (): Buffers => ({
      state: numbers(rows * width),
      projected: numbers(rows * 3 * width),
      context: numbers(rows * width),
      wide: numbers(rows * inner),
      added: numbers(rows * width),
    });
    this.buffers = buffers();
    this.steppedBuffers = buffers();
    this.scratch = {
      ids: numbers(rows),
      packed: kernel.reserve(2 * rows * inner),
      packedScales: numbers(rows),
      tile: numbers(4 * inner),
      attention: numbers(40 * rows + 128),
      none: numbers(8),
      mean: numbers(width),
    };
  }

  /** Whether it is a word that the model learnt as a whole. */
  knows(word: string): boolean {
    return this.tokenizer.has(word);
  }

  /** Whether most of a text's words are known to the model, which learnt English. */
  reads(text: string): boolean {
    return this.tokenizer.unknownShare(text, this.maxPositions) < maxUnknown;
  }

  encode(text: string): Float32Array {
    return runToEnd(this.encoding(text, this.maxPositions, this.buffers));
  }

  /** The same of the first `limit` word pieces, with pauses every few milliseconds. One text at a time. */
  encodeInSteps(text: string, limit: number): Task<Float32Array> {
    return this.encoding(text, limit, this.steppedBuffers);
  }

  private *encoding(text: string, limit: number, buffers: Buffers): Task<Float32Array> {
    const { heads, kernel, scratch, width } = this;
    const { state, projected, context, wide, added } = buffers;
    const ids = this.tokenizer.encode(text, Math.min(limit, this.maxPositions));
    const rows = ids.length;
    this.embed(ids, state);
    for (const { projection, output, attentionNorm, inner, outer, norm } of this.layers) {
      yield;
      this.apply(projection, state, roundedUp(rows, placesAtOnce), projected);
      yield;
      kernel.run.attend(projected, rows, heads, context, scratch.none, scratch.attention);
      this.apply(output, context, rows, added);
      this.addAndNormalise(state, added, rows, attentionNorm);
      yield;
      this.apply(inner, state, rows, wide);
      yield;
      kernel.run.gelu(wide, rows * inner.outputs);
      this.apply(outer, wide, rows, added);
      this.addAndNormalise(state, added, rows, norm);
    }
    kernel.run.meanDirection(state, rows, width, scratch.mean);
    return kernel.floats(scratch.mean, width).slice();
  }

  private embed(ids: readonly number[], state: number): void {
    const { kernel, embeddings, norm, positions, scratch, width } = this;
    const rows = ids.length;
    kernel.integers(scratch.ids, rows).set(ids);
    kernel.run.embed(scratch.ids, rows, embeddings.weights, embeddings.scales, positions, width, state);
    kernel.run.normalise(state, rows, width, norm.gain, norm.bias);
    // Rows that fill up to a multiple are computed with, too.
    kernel.floats(state + 4 * rows * width, (roundedUp(rows, placesAtOnce) - rows) * width).fill(0);
  }

  private apply(map: PlacedLinear, x: number, rows: number, y: number): void {
    const { weights, scales, bias, inputs, outputs } = map;
    const { packed, packedScales, tile } = this.scratch;
    this.kernel.run.linear(
      x,
      roundedUp(rows, rowsAtOnce),
      inputs,
      weights,
      scales,
      bias,
      outputs,
      y,
      packed,
      packedScales,
      tile,
    );
  }

  private addAndNormalise(state: number, added: number, rows: number, { gain, bias }: PlacedNorm): void {
    const { kernel, width } = this;
    kernel.run.add(state, added, rows * width);
    kernel.run.normalise(state, rows, width, gain, bias);
  }
}

function roundedUp(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}
