/** Grey pictures at other sizes. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import type { GreyImage } from '../../../src/vision/pixels';
import { createGreyResizer } from '../../../src/vision/resize-grey';
import { noise } from '../../support/made-up-assets';

const greyOf = (width: number, height: number, at: (x: number, y: number) => number): GreyImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width))),
  black: 0,
  gain: 1,
});

const wholeOf = ({ width, height }: GreyImage): Box<'frame'> => ({ x: 0, y: 0, width, height });

function resized(image: GreyImage, part: Box<'frame'>, width: number, height: number, resize = createGreyResizer()): number[] {
  const into = new Uint8Array(width * height);
  resize(image, part, width, height, into);
  return [...into];
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const NOISE: GreyImage = { width: 61, height: 47, data: noise(61 * 47, 21), black: 16, gain: 255 / 219 };

describe('at its own size', () => {
  it('a picture is what it was, byte by byte: its range is not stretched', () => {
    expect(resized(NOISE, wholeOf(NOISE), 61, 47)).toEqual([...NOISE.data]);
  });

  it('a part is cut out', () => {
    const part = resized(NOISE, { x: 7, y: 11, width: 5, height: 3 }, 5, 3);
    expect(part).toEqual([11, 12, 13].flatMap((row) => [...NOISE.data.subarray(row * 61 + 7, row * 61 + 12)]));
  });
});

describe('made smaller', () => {
  it('each pixel is the mean of what it covers, rounded', () => {
    const image = greyOf(6, 4, (x, y) => x * 10 + y);
    expect(resized(image, wholeOf(image), 3, 2)).toEqual([6, 26, 46, 8, 28, 48]);
    // 6 columns on 4: each covers one and a half.
    expect(resized(image, wholeOf(image), 4, 4).slice(0, 4)).toEqual([3, 17, 33, 47]);
  });

  it.each([[60, 46], [40, 30], [17, 13], [3, 2], [1, 1], [30, 47], [61, 11]])('its mean is kept: %i × %i', (width, height) => {
    const values = resized(NOISE, wholeOf(NOISE), width, height);
    // Rounding errs by 0.29 for each pixel; all of them together by less than its half.
    expect(Math.abs(meanOf(values) - meanOf([...NOISE.data]))).toBeLessThan(width * height > 9 ? 0.15 : 0.5);
  });

  it('white stays white and black stays black', () => {
    for (const value of [0, 255]) {
      const image = greyOf(50, 40, () => value);
      expect(new Set(resized(image, wholeOf(image), 37, 23))).toEqual(new Set([value]));
    }
  });
});

describe('made larger', () => {
  it('a ramp stays a ramp, each way', () => {
    const ramp = greyOf(20, 16, (x, y) => 10 + x * 8 + y * 4);
    const [width, height] = [53, 41];
    const part = { x: 3, y: 2, width: 14, height: 11 };
    const values = resized(ramp, part, width, height);
    values.forEach((value, at) => {
      const x = part.x + (((at % width) + 0.5) * part.width) / width - 0.5;
      const y = part.y + ((Math.floor(at / width) + 0.5) * part.height) / height - 0.5;
      expect(Math.abs(value - (10 + x * 8 + y * 4))).toBeLessThanOrEqual(0.501);
    });
  });
});

describe('beyond the edge', () => {
  it.each([[8, 8], [4, 4], [16, 16]])('the edge repeats, on every side (%i × %i)', (width, height) => {
    const image = greyOf(4, 4, (x, y) => 20 + x * 30 + y * 10);
    const values = resized(image, { x: -2, y: -2, width: 8, height: 8 }, width, height);
    // The four corners show the four corner pixels and nothing else.
    expect([values[0], values[width - 1], values[width * (height - 1)], values.at(-1)]).toEqual([20, 110, 50, 140]);
  });

  it('a part wholly outside shows the nearest corner', () => {
    expect(new Set(resized(NOISE, { x: 500, y: 400, width: 30, height: 30 }, 12, 9))).toEqual(new Set([NOISE.data.at(-1)]));
    expect(new Set(resized(NOISE, { x: -90, y: -70, width: 30, height: 30 }, 48, 48))).toEqual(new Set([NOISE.data[0]]));
  });
});

describe('one resizer', () => {
  it('gives the same whatever it made before, larger or smaller', () => {
    const resize = createGreyResizer();
    const jobs = [
      [wholeOf(NOISE), 30, 20],
      [{ x: -4, y: 30, width: 24, height: 24 }, 48, 48],
      [wholeOf(NOISE), 61, 47],
      [{ x: 5.5, y: 3.25, width: 20, height: 20 }, 9, 9],
    ] as const;
    for (const [part, width, height] of [...jobs, ...jobs.toReversed()]) {
      expect(resized(NOISE, part, width, height, resize)).toEqual(resized(NOISE, part, width, height));
    }
  });
});
