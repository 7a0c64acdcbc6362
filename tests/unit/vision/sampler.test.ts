/** Colours between the pixels of a frame, in every format. */
import { describe, expect, it } from 'vitest';
import type { FramePixels, YuvColour } from '../../../src/vision/pixels';
import { halvingSamplerOf, samplerOf } from '../../../src/vision/sampler';
import { interleaved, rgbaOf, yuvOf } from '../../support/made-up-frames';
import { noiseFramesOf } from '../../support/made-up-noise-frames';

function colourAt(frame: FramePixels, x: number, y: number): number[] {
  const colour = new Float32Array(3);
  samplerOf(frame)(Float64Array.of(x), Float64Array.of(y), colour, 0);
  return [...colour];
}

function expectNear(colour: readonly number[], wanted: readonly number[], within: number): void {
  colour.forEach((value, channel) => expect(Math.abs(value - wanted[channel]!)).toBeLessThanOrEqual(within));
}

const FULL: YuvColour = { matrix: 'bt601', isLimitedRange: false };
const LIMITED: YuvColour = { matrix: 'bt601', isLimitedRange: true };
const evenly = (value: number) => (): number => value;

describe('a frame of red, green and blue', () => {
  const frame = rgbaOf(8, 6, (x, y) => [x * 10, y * 20, 200 - x * 10]);

  it('gives its own pixels, in this order', () => {
    expect(colourAt(frame, 3, 4)).toEqual([30, 80, 170]);
    expect(colourAt(frame, 0, 0)).toEqual([0, 0, 200]);
    expect(colourAt(frame, 7, 5)).toEqual([70, 100, 130]);
  });

  it('gives what lies between them, each way by itself and not rounded', () => {
    expectNear(colourAt(frame, 3.25, 4), [32.5, 80, 167.5], 1e-4);
    expectNear(colourAt(frame, 3, 4.75), [30, 95, 170], 1e-4);
    const corners = rgbaOf(2, 2, (x, y) => [x === 1 && y === 1 ? 240 : 0, 0, 0]);
    expect(colourAt(corners, 0.5, 0.25)[0]).toBeCloseTo(30, 4);
  });

  it('is black beyond each edge, and fades into it', () => {
    for (const [x, y] of [[-1, 3], [8, 3], [3, -1], [3, 6], [-50, 90]] as const) expect(colourAt(frame, x, y)).toEqual([0, 0, 0]);
    expect(colourAt(frame, -0.5, 0)[2]).toBeCloseTo(100, 4);
    expect(colourAt(frame, 7, 5.75)[1]).toBeCloseTo(25, 4);
  });

  it('writes three numbers where it is told, and nothing else', () => {
    const into = new Float32Array(6).fill(-1);
    samplerOf(frame)(Float64Array.of(1), Float64Array.of(1), into, 2);
    expect([...into]).toEqual([-1, -1, 10, 20, 190, -1]);
  });
});

describe('a frame of brightness and colour', () => {
  it.each([
    ['bt601', true, [145, 54, 34], [0, 255, 1]],
    ['bt601', true, [81, 90, 240], [254, 0, 0]],
    ['bt709', true, [63, 102, 240], [255, 1, 0]],
    ['bt709', true, [32, 240, 118], [1, 0, 255]],
    ['bt601', false, [76, 85, 255], [254, 0, 0]],
    ['bt601', true, [16, 128, 128], [0, 0, 0]],
    ['bt601', true, [235, 128, 128], [255, 255, 255]],
    ['bt601', false, [16, 128, 128], [16, 16, 16]],
    ['bt601', false, [235, 128, 128], [235, 235, 235]],
  ] as const)('turns %s (limited range: %s) %s into %s', (matrix, isLimitedRange, [y, u, v], rgb) => {
    const planar = yuvOf(8, 8, { lumaAt: evenly(y), uAt: evenly(u), vAt: evenly(v) }, { matrix, isLimitedRange });
    for (const frame of [planar, interleaved(planar)]) expectNear(colourAt(frame, 4, 4), rgb, 2.5);
  });

  it('stays within 0 and 255 where limited range is overstepped', () => {
    const frame = yuvOf(8, 8, { lumaAt: (x) => (x < 4 ? 255 : 0), uAt: evenly(128), vAt: evenly(128) }, LIMITED);
    expect(colourAt(frame, 2, 4)).toEqual([255, 255, 255]);
    expect(colourAt(frame, 6, 4)).toEqual([0, 0, 0]);
  });

  it('reads brightness between its pixels, and colour between the middles of four', () => {
    const drawing = {
      lumaAt: (x: number, y: number) => 60 + x * 4 + y,
      uAt: (_: number, y: number) => 128 + y * 6,
      vAt: (x: number) => 128 + x * 10,
    };
    const frame = yuvOf(12, 12, drawing, FULL);
    // V is 20 in the middle of the third pair of columns, U is 12 in the middle of the third pair of rows.
    for (const [x, y, v, u] of [[4.5, 4.5, 20, 12], [5.5, 4.5, 25, 12], [4.5, 5.5, 20, 15], [5, 6, 22.5, 16.5]] as const) {
      const light = 60 + x * 4 + y;
      const [red, , blue] = colourAt(frame, x, y);
      expect(red! - light).toBeCloseTo(1.402 * v, 3);
      expect(blue! - light).toBeCloseTo(1.772 * u, 3);
    }
  });

  it('is the same with its colours in two planes or in one', () => {
    const drawing = { lumaAt: (x: number, y: number) => 90 + x + y, uAt: (x: number) => 100 + 9 * x, vAt: (_: number, y: number) => 150 - 8 * y };
    const planar = yuvOf(11, 9, drawing, LIMITED);
    for (const [x, y] of [[5, 4], [3.3, 2.7], [8.9, 6.1]] as const) {
      expect(colourAt(interleaved(planar), x, y)).toEqual(colourAt(planar, x, y));
    }
    expect(colourAt(planar, 3, 3)).not.toEqual(colourAt(planar, 3, 7));
  });

  it.each([FULL, LIMITED])('is black beyond each edge ($isLimitedRange)', (colour) => {
    const frame = yuvOf(8, 8, { lumaAt: evenly(200), uAt: evenly(90), vAt: evenly(240) }, colour);
    for (const [x, y] of [[-2, 4], [10, 4], [4, -2], [4, 10]] as const) expect(colourAt(frame, x, y)).toEqual([0, 0, 0]);
  });
});

describe('the middle between four pixels', () => {
  const frames = noiseFramesOf(16, 12).flatMap(([name, frame]) => (frame.kind === 'yuv' ? [[name, frame] as const] : []));

  it.each(frames)('is what it is without haste: %s', (_, frame) => {
    const halve = halvingSamplerOf(frame);
    const colour = new Float32Array(3);
    for (let y = 0.5; y < 12; y += 2) {
      for (let x = 0.5; x < 16; x += 2) {
        halve(Float64Array.of(x), Float64Array.of(y), colour, 0);
        expectNear([...colour], colourAt(frame, x, y), 1e-4);
      }
    }
  });
});
