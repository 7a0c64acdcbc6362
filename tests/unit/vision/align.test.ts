import { describe, expect, it } from 'vitest';
import { ALIGNED_SIDE, alignFace } from '../../../src/vision/align';
import type { RgbaFrame, YuvFrame } from '../../../src/vision/pixels';

const template = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

function rgbaOf(width: number, height: number, colourAt: (x: number, y: number) => [number, number, number]): RgbaFrame {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
  return { kind: 'rgba', width, height, data };
}

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

  it.each([
    ['bt601', true, [145, 54, 34], [0, 255, 1]],
    ['bt601', true, [81, 90, 240], [254, 0, 0]],
    ['bt709', true, [63, 102, 240], [255, 1, 0]],
    ['bt601', false, [76, 85, 255], [254, 0, 0]],
    ['bt601', true, [16, 128, 128], [0, 0, 0]],
    ['bt601', true, [235, 128, 128], [255, 255, 255]],
  ] as const)('turns %s (limited range: %s) %s into %s', (matrix, isLimitedRange, [y, u, v], rgb) => {
    const plane = (size: number, value: number): Uint8Array => new Uint8Array(size).fill(value);
    const planar: YuvFrame = {
      kind: 'yuv',
      width: 112,
      height: 112,
      luma: plane(112 * 112, y),
      chromaU: plane(56 * 56, u),
      chromaV: plane(56 * 56, v),
      chromaStep: 1,
      chromaWidth: 56,
      colour: { matrix, isLimitedRange },
    };
    const interleaved = Uint8Array.from({ length: 56 * 56 * 2 }, (_, index) => (index % 2 === 0 ? u : v));
    const semiPlanar: YuvFrame = { ...planar, chromaU: interleaved, chromaV: interleaved.subarray(1), chromaStep: 2 };
    for (const frame of [planar, semiPlanar]) {
      const colour = colourIn(alignFace(frame, template), 56, 56);
      colour.forEach((value, channel) => expect(Math.abs(value - rgb[channel]!)).toBeLessThan(2.5));
    }
  });
});
