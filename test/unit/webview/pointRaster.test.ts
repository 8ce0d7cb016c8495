import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillSquare } from '../../../src/webview/map/pointRaster';

const [width, height] = [6, 4];

/** The image after one square, a character a pixel. */
function drawn(x: number, y: number, size: number): string[] {
  const pixels = new Uint32Array(width * height);
  fillSquare({ pixels, width, height }, x, y, size, 0xff0000ff);
  const row = (at: number) => [...pixels.subarray(at * width, (at + 1) * width)];
  return Array.from({ length: height }, (_, at) =>
    row(at)
      .map(pixel => (pixel ? '#' : '.'))
      .join(''),
  );
}

test('a point is a square around its place', () => {
  assert.deepEqual(drawn(3, 2, 2), ['......', '..##..', '..##..', '......']);
});

test('a square at an edge of the image is cut there, and does not come out on the other side', () => {
  assert.deepEqual(drawn(0, 2, 4), ['##....', '##....', '##....', '##....']);
  assert.deepEqual(drawn(6, 4, 2), ['......', '......', '......', '.....#']);
  assert.deepEqual(drawn(-5, 1, 3), ['......', '......', '......', '......']);
  assert.deepEqual(drawn(3, 30, 3), ['......', '......', '......', '......']);
});

test('a point that is smaller than a pixel is one pixel', () => {
  assert.deepEqual(drawn(3.5, 1.5, 0.3), ['......', '...#..', '......', '......']);
});
