import type { Linear, Matrix, Norm } from './encoderFile';
import { kernelBytes } from './kernelBytes';

/** What `kernel/index.ts` exports; there each is explained. Arguments are addresses and counts. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  embed(
    ids: number,
    rows: number,
    table: number,
    scales: number,
    positions: number,
    width: number,
    to: number,
  ): void;
  linear(
    x: number,
    rows: number,
    inputs: number,
    weights: number,
    scales: number,
    bias: number,
    outputs: number,
    y: number,
    packed: number,
    packedScales: number,
    tile: number,
  ): void;
  attend(
    projected: number,
    rows: number,
    heads: number,
    context: number,
    none: number,
    scratch: number,
  ): void;
  add(x: number, y: number, count: number): void;
  normalise(x: number, rows: number, width: number, gain: number, bias: number): void;
  gelu(x: number, count: number): void;
  meanDirection(x: number, rows: number, width: number, to: number): void;
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

export interface PlacedNorm {
  readonly gain: number;
  readonly bias: number;
}

const page = 65536;
const alignment = 16;

/** Computes in WebAssembly (`kernel/`, compiled by `npm run build:kernel`), in whose memory weights and numbers lie. */
export class EncoderKernel {
  readonly run: Exports;
  private end = alignment;

  constructor() {
    const module = new WebAssembly.Module(kernelBytes());
    this.run = new WebAssembly.Instance(module).exports as unknown as Exports;
  }

  /** Room for so many bytes; gives its address. */
  reserve(bytes: number): number {
    const start = this.end;
    this.end = Math.ceil((start + bytes) / alignment) * alignment;
    const missing = this.end - this.run.memory.buffer.byteLength;
    if (missing > 0) this.run.memory.grow(Math.ceil(missing / page));
    return start;
  }

  place(values: Int8Array | Float32Array): number {
    const at = this.reserve(values.byteLength);
    this.bytes(at, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
    return at;
  }

  placeMatrix({ weights, scales }: Matrix): PlacedMatrix {
    return { weights: this.place(weights), scales: this.place(scales) };
  }

  placeLinear({ matrix, bias }: Linear): PlacedLinear {
    const outputs = bias.length;
    return {
      ...this.placeMatrix(matrix),
      bias: this.place(bias),
      outputs,
      inputs: matrix.weights.length / outputs,
    };
  }

  placeNorm({ gain, bias }: Norm): PlacedNorm {
    return { gain: this.place(gain), bias: this.place(bias) };
  }

  /** The numbers at an address. The view ends with the next `reserve` or `place…`. */
  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.run.memory.buffer, address, count);
  }

  integers(address: number, count: number): Int32Array {
    return new Int32Array(this.run.memory.buffer, address, count);
  }

  private bytes(address: number, count: number): Uint8Array {
    return new Uint8Array(this.run.memory.buffer, address, count);
  }
}
