import type { Task } from '../cooperative';
import { randomNumbers } from '../randomNumbers';
import { dot, normaliseRows, type Vectors } from './vectors';

/** Rounds in which the middles of clusters are found, from so many rows at most. */
const rounds = 3;
const maxSample = 5000;
/** The clusters nearest to a row in which its neighbours are sought. */
const soughtClusters = 3;
/** Rows looked at between two pauses. */
const rowsPerStep = 200;

/**
 * For each row the `neighbours` others that are nearest by their cosine, as good as always: they are sought in the nearest clusters alone.
 * Rows are of length 1. Row by row; -1 where a row has fewer.
 */
export function* nearestRows(vectors: Vectors, neighbours: number): Task<Int32Array> {
  const { count } = vectors;
  const clusters = yield* clustersOf(vectors);
  const found = new Int32Array(count * neighbours).fill(-1);
  const best = new Float64Array(neighbours);
  for (let row = 0; row < count; row++) {
    best.fill(-Infinity);
    const at = row * neighbours;
    for (let rank = 0; rank < clusters.nearest; rank++)
      for (const other of clusters.members[clusters.of[row * clusters.nearest + rank]!]!) {
        if (other === row) continue;
        const similarity = dot(vectors, row, vectors, other);
        if (similarity <= best[neighbours - 1]!) continue;
        let place = neighbours - 1;
        while (place > 0 && best[place - 1]! < similarity) {
          best[place] = best[place - 1]!;
          found[at + place] = found[at + place - 1]!;
          place--;
        }
        best[place] = similarity;
        found[at + place] = other;
      }
    if (row % rowsPerStep === 0) yield;
  }
  return found;
}

interface Clusters {
  /** How many clusters are known of each row, the nearest first. */
  readonly nearest: number;
  readonly of: Int32Array;
  /** The rows whose nearest cluster it is. */
  readonly members: readonly (readonly number[])[];
}

function* clustersOf(vectors: Vectors): Task<Clusters> {
  const { count, width } = vectors;
  const number = Math.max(1, Math.floor(Math.sqrt(count)));
  const middles: Vectors = { count: number, width, values: new Float32Array(number * width) };
  const random = randomNumbers(number);
  for (let i = 0; i < number; i++) {
    const row = Math.floor(random() * count);
    middles.values.set(vectors.values.subarray(row * width, (row + 1) * width), i * width);
  }
  const step = Math.max(1, Math.floor(count / maxSample));
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(number * width);
    for (let row = 0; row < count; row += step) {
      const cluster = nearestOf(vectors, row, middles, 1)[0]!;
      for (let i = 0; i < width; i++) sums[cluster * width + i]! += vectors.values[row * width + i]!;
      if (row % rowsPerStep === 0) yield;
    }
    for (let i = 0; i < number; i++) {
      const sum = sums.subarray(i * width, (i + 1) * width);
      if (sum.some(value => value !== 0)) middles.values.set(sum, i * width);
    }
    normaliseRows(middles);
  }
  const nearest = Math.min(soughtClusters, number);
  const of = new Int32Array(count * nearest);
  const members: number[][] = Array.from({ length: number }, () => []);
  for (let row = 0; row < count; row++) {
    const own = nearestOf(vectors, row, middles, nearest);
    of.set(own, row * nearest);
    members[own[0]!]!.push(row);
    if (row % rowsPerStep === 0) yield;
  }
  return { nearest, of, members };
}

function nearestOf(vectors: Vectors, row: number, middles: Vectors, wanted: number): number[] {
  const found: number[] = [];
  const similarities: number[] = [];
  for (let i = 0; i < middles.count; i++) {
    const similarity = dot(vectors, row, middles, i);
    if (found.length === wanted && similarity <= similarities[wanted - 1]!) continue;
    let place = Math.min(found.length, wanted - 1);
    while (place > 0 && similarities[place - 1]! < similarity) {
      found[place] = found[place - 1]!;
      similarities[place] = similarities[place - 1]!;
      place--;
    }
    found[place] = i;
    similarities[place] = similarity;
  }
  return found;
}
