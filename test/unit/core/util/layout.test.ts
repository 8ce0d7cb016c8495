import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runToEnd } from '../../../../src/core/util/cooperative';
import { layOut } from '../../../../src/core/util/layout/layout';
import { nearestRows } from '../../../../src/core/util/layout/nearestRows';
import { normaliseRows, type Vectors } from '../../../../src/core/util/layout/vectors';
import { randomNumbers } from '../../../../src/core/util/randomNumbers';

/** Rows around so many middles, one after the other. */
function rows(count: number, kinds: number, width = 16): Vectors {
  const random = randomNumbers(7);
  const middles = Array.from({ length: kinds }, () => Array.from({ length: width }, () => random() - 0.5));
  const values = Float32Array.from(
    { length: count * width },
    (_, i) => middles[Math.floor(i / width) % kinds]![i % width]! + 0.4 * (random() - 0.5),
  );
  const vectors = { count, width, values };
  normaliseRows(vectors);
  return vectors;
}

test('rows that are alike lie near each other, and the same way each time', () => {
  const kinds = 6;
  const places = runToEnd(layOut(rows(600, kinds)));
  assert.deepEqual(places, runToEnd(layOut(rows(600, kinds))));
  assert.ok(places.every(value => value >= 0 && value <= 1));
  const distance = (a: number, b: number) =>
    Math.hypot(places[2 * a]! - places[2 * b]!, places[2 * a + 1]! - places[2 * b + 1]!);
  const mean = (step: number) => {
    let sum = 0;
    for (let row = 0; row < 500; row++) sum += distance(row, row + step);
    return sum / 500;
  };
  assert.ok(mean(kinds) < mean(1) / 4, `${mean(kinds)} ${mean(1)}`);
});

test('nearly all neighbours are found that looking at every row finds', () => {
  const vectors = rows(900, 12);
  const found = runToEnd(nearestRows(vectors, 5));
  let hits = 0;
  for (let row = 0; row < 100; row++) {
    const similarity = (other: number) => {
      let sum = 0;
      for (let i = 0; i < 16; i++) sum += vectors.values[row * 16 + i]! * vectors.values[other * 16 + i]!;
      return sum;
    };
    const others = [...Array(900).keys()].filter(other => other !== row);
    const nearest = others.sort((a, b) => similarity(b) - similarity(a)).slice(0, 5);
    hits += nearest.filter(other => found.subarray(row * 5, row * 5 + 5).includes(other)).length;
  }
  assert.ok(hits > 450, `${hits} of 500`);
});

test('few rows, and rows that are all the same, have places too', () => {
  for (const count of [0, 1, 2, 3, 5]) {
    const places = runToEnd(layOut(rows(count, 1)));
    assert.equal(places.length, 2 * count);
    assert.ok(places.every(value => value >= 0 && value <= 1));
  }
  const same = runToEnd(layOut({ count: 50, width: 4, values: new Float32Array(200).fill(1) }));
  assert.ok(same.every(value => value >= 0 && value <= 1));
  const nothing = runToEnd(layOut({ count: 50, width: 4, values: new Float32Array(200) }));
  assert.ok(nothing.every(Number.isFinite));
});
