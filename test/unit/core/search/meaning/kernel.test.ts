import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { EncoderKernel } from '../../../../../src/core/search/meaning/encoderKernel';
import { kernelBytes } from '../../../../../src/core/search/meaning/kernelBytes';

/** The same numbers on every run, 0 to 1: a linear congruential generator (Numerical Recipes). */
let state = 7;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const numbers = (count: number, size = 1) =>
  Float32Array.from({ length: count }, () => size * (random() - 0.5));

/** Puts numbers into the kernel's memory, runs something there, and reads what it wrote. */
function kernelWith() {
  const kernel = new EncoderKernel();
  return { kernel, room: (count: number) => kernel.reserve(4 * count) };
}

function assertNear(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  for (let i = 0; i < expected.length; i++)
    assert.ok(Math.abs(found[i]! - expected[i]!) < tolerance, `${i}: ${found[i]} is not ${expected[i]}`);
}

describe('the kernel', () => {
  it('is what its source compiles to', () => {
    const compiled = execFileSync(process.execPath, ['src/scripts/buildKernel.mjs', '--print'], {
      encoding: 'utf8',
    });
    assert.equal(Buffer.from(kernelBytes()).toString('base64'), compiled);
  });

  it('multiplies', () => {
    const { kernel, room } = kernelWith();
    const [rows, inputs, outputs] = [4, 32, 8];
    const x = numbers(rows * inputs, 4);
    const weights = Int8Array.from({ length: inputs * outputs }, () => Math.round(254 * random() - 127));
    const [scales, bias] = [numbers(outputs), numbers(outputs)];
    const y = room(rows * outputs);
    const placed = [
      kernel.place(x),
      kernel.place(weights),
      kernel.place(scales),
      kernel.place(bias),
    ] as const;
    kernel.run.linear(
      placed[0],
      rows,
      inputs,
      placed[1],
      placed[2],
      placed[3],
      outputs,
      y,
      room(rows * inputs),
      room(rows),
      room(4 * inputs),
    );
    const expected = Array.from({ length: rows * outputs }, (_, at) => {
      const [row, output] = [Math.floor(at / outputs), at % outputs];
      let sum = 0;
      for (let i = 0; i < inputs; i++) sum += x[row * inputs + i]! * weights[output * inputs + i]!;
      return sum * scales[output]! + bias[output]!;
    });
    assertNear(kernel.floats(y, rows * outputs), expected, 0.1);
  });

  for (const rows of [1, 4, 7, 8, 33, 256])
    it(`attends to ${rows} rows`, () => {
      const { kernel, room } = kernelWith();
      const [heads, size] = [2, 32];
      const width = heads * size;
      const projected = numbers((rows + 7) * 3 * width, 3);
      const at = kernel.place(projected);
      const context = room((rows + 3) * width);
      kernel.run.attend(at, rows, heads, context, room(8), room(40 * (rows + 7) + 128));
      const part = (row: number, kind: number, head: number, i: number) =>
        projected[row * 3 * width + kind * width + head * size + i]!;
      const expected: number[] = [];
      for (let row = 0; row < rows; row++)
        for (let head = 0; head < heads; head++) {
          const shares = Array.from({ length: rows }, (_, other) => {
            let dot = 0;
            for (let i = 0; i < size; i++) dot += part(row, 0, head, i) * part(other, 1, head, i);
            return Math.exp(dot / Math.sqrt(size));
          });
          const all = shares.reduce((sum, share) => sum + share);
          for (let i = 0; i < size; i++)
            expected.push(
              shares.reduce((sum, share, other) => sum + (share / all) * part(other, 2, head, i), 0),
            );
        }
      assertNear(kernel.floats(context, rows * width), expected, 3e-3);
    });

  it('brings rows to mean 0 and variance 1, then to gain and bias', () => {
    const { kernel } = kernelWith();
    const [x, gain, bias] = [numbers(16, 9), numbers(8), numbers(8)];
    const at = kernel.place(x);
    kernel.run.normalise(at, 2, 8, kernel.place(gain), kernel.place(bias));
    const expected = [0, 8].flatMap(start => {
      const row = [...x.subarray(start, start + 8)];
      const mean = row.reduce((sum, value) => sum + value) / 8;
      const deviation = Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 8);
      return row.map((value, i) => ((value - mean) / deviation) * gain[i]! + bias[i]!);
    });
    assertNear(kernel.floats(at, 16), expected, 1e-4);
  });

  it('lets through what is positive (GELU), far from 0 too', () => {
    const { kernel } = kernelWith();
    const x = Float32Array.of(-100, -10, -3, -1, -0.5, 0, 0.5, 1, 2, 3, 10, 1000);
    const at = kernel.place(x);
    kernel.run.gelu(at, x.length);
    const exact = [0, 0, -0.00405, -0.15866, -0.15427, 0, 0.34573, 0.84134, 1.9545, 2.99595, 10, 1000];
    assertNear(kernel.floats(at, x.length), exact, 5e-4);
  });
});
