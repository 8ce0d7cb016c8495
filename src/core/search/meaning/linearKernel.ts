import type { Linear, Matrix } from './encoderFile';
import { kernelBytes } from './kernelBytes';

interface Exports {
  readonly memory: WebAssembly.Memory;
  unpack(weights: number, scales: number, count: number, to: number): void;
  linear(
    x: number,
    rows: number,
    inputs: number,
    weights: number,
    scales: number,
    bias: number,
    outputs: number,
    y: number,
    scratch: number,
  ): void;
}

/** Where a matrix lies in the memory of the kernel. */
export interface PlacedMatrix {
  readonly weights: number;
  readonly scales: number;
}

export interface PlacedLinear extends PlacedMatrix {
  readonly bias: number;
  readonly inputs: number;
  readonly outputs: number;
}

const page = 65536;
const alignment = 16;

/** Multiplies by packed matrices, in WebAssembly (`kernel.wat`) and its memory, where the weights stay packed. */
export class LinearKernel {
  private readonly exports: Exports;
  private end = alignment;

  constructor() {
    const module = new WebAssembly.Module(kernelBytes());
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  }

  /** Room for so many numbers; gives its address. */
  reserve(count: number): number {
    return this.take(count * 4);
  }

  placeMatrix({ packed, scales }: Matrix): PlacedMatrix {
    const placed = { weights: this.take(packed.length), scales: this.reserve(scales.length) };
    new Uint8Array(this.exports.memory.buffer).set(packed, placed.weights);
    this.numbers(placed.scales, scales.length).set(scales);
    return placed;
  }

  placeLinear({ matrix, bias }: Linear): PlacedLinear {
    const placed = this.placeMatrix(matrix);
    const at = this.reserve(bias.length);
    this.numbers(at, bias.length).set(bias);
    return { ...placed, bias: at, outputs: bias.length, inputs: (matrix.packed.length * 2) / bias.length };
  }

  /** The numbers at an address; the view ends with the next `reserve` or `place…`. */
  numbers(address: number, count: number): Float32Array {
    return new Float32Array(this.exports.memory.buffer, address, count);
  }

  /** Unpacks one row of a matrix. */
  unpackRow(matrix: PlacedMatrix, row: number, width: number, to: number): void {
    this.exports.unpack(matrix.weights + (row * width) / 2, matrix.scales + (row * width) / 16, width, to);
  }

  /** y = x·Wᵀ + b for each row of x, whose number is a multiple of four. */
  apply(map: PlacedLinear, x: number, rows: number, y: number, scratch: number): void {
    this.exports.linear(x, rows, map.inputs, map.weights, map.scales, map.bias, map.outputs, y, scratch);
  }

  private take(bytes: number): number {
    const start = this.end;
    this.end = Math.ceil((start + bytes) / alignment) * alignment;
    const missing = this.end - this.exports.memory.buffer.byteLength;
    if (missing > 0) this.exports.memory.grow(Math.ceil(missing / page));
    return start;
  }
}
