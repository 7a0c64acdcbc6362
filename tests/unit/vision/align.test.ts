/** A face brought to where the networks expect it. */
import { describe, expect, it } from 'vitest';
import { ALIGNED_SIDE, alignFace, emptyFace } from '../../../src/vision/align';
import { rgbaOf, yuvOf } from '../../support/made-up-frames';

const template = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

const colourIn = (face: Float32Array, column: number, row: number): number[] =>
  [...face.subarray((row * ALIGNED_SIDE + column) * 3, (row * ALIGNED_SIDE + column) * 3 + 3)];

describe('alignFace', () => {
  it('copies a face that is aligned already, in RGB order', () => {
    const frame = rgbaOf(112, 112, (x, y) => [x, y, x + y]);
    const face = alignFace(frame, template);
    for (const [column, row] of [[0, 0], [50, 70], [110, 110]] as const) {
      expect(colourIn(face, column, row).map(Math.round)).toEqual([column, row, column + row]);
    }
  });

  it('brings a face that is larger and moved back to the template', () => {
    const frame = rgbaOf(400, 400, (x, y) => [(x - 60) / 2, (y - 30) / 2, 0]);
    const face = alignFace(frame, template.map(({ x, y }) => ({ x: x * 2 + 60, y: y * 2 + 30 })));
    const [red, green] = colourIn(face, 40, 80);
    expect(red).toBeCloseTo(40, 0);
    expect(green).toBeCloseTo(80, 0);
  });

  it('is black beyond the edge of the frame', () => {
    const frame = rgbaOf(56, 112, () => [200, 200, 200]);
    expect(colourIn(alignFace(frame, template), 100, 50)).toEqual([0, 0, 0]);
  });

  it('leaves nothing of the face that was aligned into the same place before', () => {
    for (const frame of [rgbaOf(56, 112, () => [200, 200, 200]), yuvOf(56, 112, { lumaAt: () => 180, uAt: () => 90, vAt: () => 150 }, { matrix: 'bt601', isLimitedRange: false })]) {
      const used = emptyFace().fill(77);
      const face = alignFace(frame, template, used);
      expect(face).toBe(used);
      expect(face).toEqual(alignFace(frame, template));
    }
  });
});
