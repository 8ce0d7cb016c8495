import type { Task } from '../cooperative';
import { randomNumbers } from '../randomNumbers';
import { nearestRows } from './nearestRows';
import { normaliseRows, type Vectors } from './vectors';

/** Each row is drawn to so many others. */
const neighbours = 12;
/** And pushed away from so many chosen at random each time it is drawn to one. */
const pushedPerPull = 3;
/** Rounds in which rows are moved: fewer for many, since then each round moves more. */
const mostRounds = 300;
const leastRounds = 50;
const movesInAll = 1_200_000;
const maxMove = 4;
const rowsPerStep = 500;
/** Rounds in which the directions are found along which rows differ most. */
const directionRounds = 12;

/**
 * Positions in a plane, x and y of each row, in which rows that are alike lie near each other (as LargeVis, Tang et al. 2016, places them), from
 * 0 to 1. The same rows in the same order give the same positions. 20,000 rows of 128 numbers take some seconds.
 */
export function* layOut(vectors: Vectors): Task<Float32Array> {
  const { count } = vectors;
  if (count < 3)
    return Float32Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 0.5 : (i + 2) / (2 * count + 2)));
  normaliseRows(vectors);
  const places = yield* firstPlaces(vectors);
  const near = yield* nearestRows(vectors, Math.min(neighbours, count - 1));
  const each = near.length / count;
  const rounds = Math.round(Math.min(mostRounds, Math.max(leastRounds, movesInAll / count)));
  const random = randomNumbers(count);
  for (let round = 0; round < rounds; round++) {
    const rate = 1 - round / rounds;
    for (let row = 0; row < count; row++) {
      for (let i = row * each; i < (row + 1) * each; i++) {
        const other = near[i]!;
        if (other < 0) continue;
        pull(places, row, other, rate);
        for (let push = 0; push < pushedPerPull; push++)
          pushAway(places, row, Math.floor(random() * count), rate);
      }
      if (row % rowsPerStep === 0) yield;
    }
  }
  return fitted(places);
}

function pull(places: Float64Array, row: number, other: number, rate: number): void {
  const dx = places[2 * row]! - places[2 * other]!;
  const dy = places[2 * row + 1]! - places[2 * other + 1]!;
  const force = -2 / (1 + dx * dx + dy * dy);
  const x = limited(force * dx) * rate;
  const y = limited(force * dy) * rate;
  places[2 * row]! += x;
  places[2 * row + 1]! += y;
  places[2 * other]! -= x;
  places[2 * other + 1]! -= y;
}

function pushAway(places: Float64Array, row: number, other: number, rate: number): void {
  if (other === row) return;
  const dx = places[2 * row]! - places[2 * other]!;
  const dy = places[2 * row + 1]! - places[2 * other + 1]!;
  const square = dx * dx + dy * dy;
  const force = 2 / ((0.1 + square) * (1 + square));
  places[2 * row]! += limited(force * dx) * rate;
  places[2 * row + 1]! += limited(force * dy) * rate;
}

function limited(move: number): number {
  return Math.max(-maxMove, Math.min(maxMove, move));
}

/** Along the two directions in which the rows differ most, found by power iteration. */
function* firstPlaces({ count, width, values }: Vectors): Task<Float64Array> {
  const mean = new Float64Array(width);
  for (let i = 0; i < values.length; i++) mean[i % width]! += values[i]! / count;
  const random = randomNumbers(width);
  const places = new Float64Array(2 * count);
  const directions: Float64Array[] = [];
  for (let axis = 0; axis < 2; axis++) {
    let direction = Float64Array.from({ length: width }, () => random() - 0.5);
    for (let round = 0; round <= directionRounds; round++) {
      for (const other of directions) removePart(direction, other);
      normalise(direction);
      if (round === directionRounds) break;
      const next = new Float64Array(width);
      for (let row = 0; row < count; row++) {
        const along = product(values, row, direction, mean);
        for (let i = 0; i < width; i++) next[i]! += along * (values[row * width + i]! - mean[i]!);
        if (row % rowsPerStep === 0) yield;
      }
      direction = next;
    }
    directions.push(direction);
    for (let row = 0; row < count; row++) places[2 * row + axis] = product(values, row, direction, mean);
  }
  // Rows that are the same must come apart.
  const most = places.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9);
  return places.map(value => (10 * value) / most + 1e-3 * (random() - 0.5));
}

function product(values: Float32Array, row: number, direction: Float64Array, mean: Float64Array): number {
  const width = direction.length;
  let sum = 0;
  for (let i = 0; i < width; i++) sum += (values[row * width + i]! - mean[i]!) * direction[i]!;
  return sum;
}

function removePart(direction: Float64Array, other: Float64Array): void {
  let along = 0;
  for (let i = 0; i < direction.length; i++) along += direction[i]! * other[i]!;
  for (let i = 0; i < direction.length; i++) direction[i]! -= along * other[i]!;
}

function normalise(direction: Float64Array): void {
  const length = Math.hypot(...direction) || 1;
  for (let i = 0; i < direction.length; i++) direction[i]! /= length;
}

/** From 0 to 1 on the longer side, the other one in the middle. */
function fitted(places: Float64Array): Float32Array {
  const least = [Infinity, Infinity];
  const most = [-Infinity, -Infinity];
  for (let i = 0; i < places.length; i++) {
    least[i % 2] = Math.min(least[i % 2]!, places[i]!);
    most[i % 2] = Math.max(most[i % 2]!, places[i]!);
  }
  const size = Math.max(most[0]! - least[0]!, most[1]! - least[1]!, 1e-9);
  const margin = [0, 1].map(axis => (size - (most[axis]! - least[axis]!)) / 2);
  return Float32Array.from(places, (value, i) => (value - least[i % 2]! + margin[i % 2]!) / size);
}
