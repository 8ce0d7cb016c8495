import { type EncoderModel, type Norm, readEncoder } from './encoderFile';
import { LinearKernel, type PlacedLinear, type PlacedMatrix } from './linearKernel';
import { WordPieceTokenizer } from './wordPiece';

interface PlacedLayer {
  readonly query: PlacedLinear;
  readonly key: PlacedLinear;
  readonly value: PlacedLinear;
  readonly output: PlacedLinear;
  readonly attentionNorm: Norm;
  readonly inner: PlacedLinear;
  readonly outer: PlacedLinear;
  readonly norm: Norm;
}

const smallest = 1e-12;
const rowsAtOnce = 4;

/** Turns text into a vector of unit length, near to those of texts that mean the same: the transformer of all-MiniLM-L6-v2. */
export class SentenceEncoder {
  private readonly kernel = new LinearKernel();
  private readonly tokenizer: WordPieceTokenizer;
  private readonly model: EncoderModel;
  private readonly embeddings: PlacedMatrix;
  private readonly layers: readonly PlacedLayer[];
  /** Addresses of rows of numbers in the kernel's memory. */
  private readonly state: number;
  private readonly queries: number;
  private readonly keys: number;
  private readonly values: number;
  private readonly context: number;
  private readonly wide: number;
  private readonly scratch: number;

  /** Takes the file of `data/meaning`, unpacked; throws `EncoderFormatError` when it is damaged. */
  constructor(file: Uint8Array) {
    const model = readEncoder(file);
    const { kernel } = this;
    this.model = model;
    this.tokenizer = new WordPieceTokenizer(model.pieces);
    this.embeddings = kernel.placeMatrix(model.embeddings);
    this.layers = model.layers.map(layer => ({
      ...layer,
      query: kernel.placeLinear(layer.query),
      key: kernel.placeLinear(layer.key),
      value: kernel.placeLinear(layer.value),
      output: kernel.placeLinear(layer.output),
      inner: kernel.placeLinear(layer.inner),
      outer: kernel.placeLinear(layer.outer),
    }));
    const narrow = model.positions * model.width;
    this.state = kernel.reserve(narrow);
    this.queries = kernel.reserve(narrow);
    this.keys = kernel.reserve(narrow);
    this.values = kernel.reserve(narrow);
    this.context = kernel.reserve(narrow);
    this.wide = kernel.reserve(model.positions * model.inner);
    this.scratch = kernel.reserve(model.inner);
  }

  get width(): number {
    return this.model.width;
  }

  /** Whether it is a word that the model learnt as a whole. */
  knows(word: string): boolean {
    return this.tokenizer.has(word);
  }

  encode(text: string): Float32Array {
    const { width } = this.model;
    const ids = this.tokenizer.encode(text, this.model.positions);
    this.embed(ids);
    for (const layer of this.layers) this.run(layer, ids.length);
    const mean = new Float32Array(width);
    const state = this.kernel.numbers(this.state, ids.length * width);
    for (let i = 0; i < state.length; i++) mean[i % width]! += state[i]!;
    const length = Math.hypot(...mean) || 1;
    return mean.map(value => value / length);
  }

  private embed(ids: readonly number[]): void {
    const { width, places, norm } = this.model;
    ids.forEach((id, row) => {
      this.kernel.unpackRow(this.embeddings, id, width, this.state + row * width * 4);
    });
    const state = this.kernel.numbers(this.state, ids.length * width);
    for (let i = 0; i < state.length; i++) state[i]! += places[i]!;
    normalise(state, norm);
  }

  private run(layer: PlacedLayer, rows: number): void {
    const { width, inner } = this.model;
    this.apply(layer.query, this.state, rows, this.queries);
    this.apply(layer.key, this.state, rows, this.keys);
    this.apply(layer.value, this.state, rows, this.values);
    this.attend(rows);
    this.apply(layer.output, this.context, rows, this.queries);
    this.addAndNormalise(this.queries, rows, layer.attentionNorm);
    this.apply(layer.inner, this.state, rows, this.wide);
    const wide = this.kernel.numbers(this.wide, rows * inner);
    for (let i = 0; i < wide.length; i++) wide[i] = gelu(wide[i]!);
    this.apply(layer.outer, this.wide, rows, this.queries);
    this.addAndNormalise(this.queries, rows, layer.norm);
    // Nothing but whole numbers of rows is multiplied; those beyond the text must stay finite.
    this.kernel.numbers(this.state + rows * width * 4, padded(rows) * width - rows * width).fill(0);
  }

  private apply(map: PlacedLinear, x: number, rows: number, y: number): void {
    this.kernel.apply(map, x, padded(rows), y, this.scratch);
  }

  private addAndNormalise(address: number, rows: number, norm: Norm): void {
    const count = rows * this.model.width;
    const state = this.kernel.numbers(this.state, count);
    const added = this.kernel.numbers(address, count);
    for (let i = 0; i < count; i++) state[i]! += added[i]!;
    normalise(state, norm);
  }

  /** Each head mixes the values of all places by how well their keys answer the query of each place. */
  private attend(rows: number): void {
    const { width, heads } = this.model;
    const size = width / heads;
    const count = rows * width;
    const [queries, keys, values, context] = [this.queries, this.keys, this.values, this.context].map(
      address => this.kernel.numbers(address, count),
    ) as [Float32Array, Float32Array, Float32Array, Float32Array];
    const shares = new Float32Array(rows);
    context.fill(0);
    for (let head = 0; head < width; head += size)
      for (let row = 0; row < rows; row++) {
        const own = row * width + head;
        for (let other = 0; other < rows; other++) {
          const at = other * width + head;
          let dot = 0;
          for (let i = 0; i < size; i++) dot += queries[own + i]! * keys[at + i]!;
          shares[other] = dot / Math.sqrt(size);
        }
        softmax(shares);
        for (let other = 0; other < rows; other++) {
          const at = other * width + head;
          const share = shares[other]!;
          for (let i = 0; i < size; i++) context[own + i]! += share * values[at + i]!;
        }
      }
  }
}

function padded(rows: number): number {
  return Math.ceil(rows / rowsAtOnce) * rowsAtOnce;
}

/** Brings each row to mean 0 and variance 1, then to the gain and bias learned. */
function normalise(rows: Float32Array, { gain, bias }: Norm): void {
  const width = gain.length;
  for (let start = 0; start < rows.length; start += width) {
    let mean = 0;
    for (let i = 0; i < width; i++) mean += rows[start + i]!;
    mean /= width;
    let variance = 0;
    for (let i = 0; i < width; i++) variance += (rows[start + i]! - mean) ** 2;
    const scale = 1 / Math.sqrt(variance / width + smallest);
    for (let i = 0; i < width; i++) rows[start + i] = (rows[start + i]! - mean) * scale * gain[i]! + bias[i]!;
  }
}

function softmax(values: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.exp(values[i]! - most);
    sum += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= sum;
}

/** x·Φ(x), with the error function as Abramowitz and Stegun approximate it (7.1.26; off by 1.5e-7 at most). */
function gelu(x: number): number {
  const z = Math.abs(x) * Math.SQRT1_2;
  const t = 1 / (1 + 0.3275911 * z);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - series * Math.exp(-z * z);
  return 0.5 * x * (1 + (x < 0 ? -erf : erf));
}
