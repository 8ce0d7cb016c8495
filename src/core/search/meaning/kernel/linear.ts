import { multiply } from './multiply';
import { blockBytes, packRows, packWholeRows } from './packing';

/** Activations are made whole up to this: with weights of ±127 and 1536 of them, sums stay below 2³¹. */
const mostOfActivation: f32 = 8191;

/**
 * y = x·Wᵀ + b, for a multiple of four rows of x. Row o of W is `scales[o]` times its whole numbers of 8 bits; there is a multiple of 8
 * rows. Scratch memory: `packed` for half the numbers of x, `packedScales` for one a row, `tile` for four times the inputs.
 */
export function linear(
  x: usize,
  rows: i32,
  inputs: i32,
  weights: usize,
  scales: usize,
  bias: usize,
  outputs: i32,
  y: usize,
  packed: usize,
  packedScales: usize,
  tile: usize,
): void {
  for (let row = 0; row < rows; row += 4)
    packRows(
      x + 4 * row * inputs,
      4 * inputs,
      inputs,
      mostOfActivation,
      packed + 2 * row * inputs,
      packedScales + 4 * row,
    );
  const second = tile + blockBytes * inputs;
  for (let output = 0; output < outputs; output += 8) {
    packWholeRows(weights + output * inputs, inputs, tile);
    packWholeRows(weights + (output + 4) * inputs, inputs, second);
    for (let row = 0; row < rows; row += 4)
      multiply(
        packed + 2 * row * inputs,
        packedScales + 4 * row,
        tile,
        second,
        scales + 4 * output,
        bias + 4 * output,
        inputs,
        y + 4 * (row * outputs + output),
        4 * outputs,
      );
  }
}
