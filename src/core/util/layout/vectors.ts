/** Rows of numbers of one length. */
export interface Vectors {
  readonly count: number;
  readonly width: number;
  /** Row by row. */
  readonly values: Float32Array;
}

/** The product of a row of each, number by number. */
export function dot(a: Vectors, row: number, b: Vectors, other: number): number {
  const { width } = a;
  let sum = 0;
  const from = row * width;
  const at = other * width;
  for (let i = 0; i < width; i++) sum += a.values[from + i]! * b.values[at + i]!;
  return sum;
}

/** Gives every row the length 1; rows of zeros stay. */
export function normaliseRows({ count, width, values }: Vectors): void {
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let i = row * width; i < (row + 1) * width; i++) sum += values[i]! ** 2;
    const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let i = row * width; i < (row + 1) * width; i++) values[i]! *= factor;
  }
}
