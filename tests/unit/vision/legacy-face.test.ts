/** A face as the predecessor fed it to its network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import { LEGACY_INPUT, legacyBoxOf, stretchFace } from '../../../src/vision/legacy-face';
import { tensorOfRgb } from '../../../src/vision/tensor';
import { rgbaOf } from '../../support/made-up-frames';

const SIDE = 112;
/** Red grows to the right, green downwards. */
const RAMP = rgbaOf(400, 300, (x, y) => [x / 2, y / 2, 7]);
const pixel = (face: Float32Array, column: number, row: number): number[] => [...face.subarray((row * SIDE + column) * 3, (row * SIDE + column) * 3 + 3)];

describe('legacyBoxOf', () => {
  const judged: Box<'frame'> = { x: 100, y: 100, width: 100, height: 100 };
  const larger: Box<'frame'> = { x: 90, y: 90, width: 130, height: 130 };
  const elsewhere: Box<'frame'> = { x: 0, y: 0, width: 200, height: 90 };

  it('is the largest box of the judged face, not of anybody else', () => {
    expect(legacyBoxOf([judged, elsewhere, larger], judged)).toBe(larger);
    expect(legacyBoxOf([elsewhere], judged)).toBeNull();
    expect(legacyBoxOf([], judged)).toBeNull();
  });
});

describe('stretchFace', () => {
  it('leaves a box of 112 × 112 as it is', () => {
    const face = stretchFace(RAMP, { x: 40, y: 60, width: SIDE, height: SIDE });
    for (const [column, row] of [[0, 0], [1, 0], [50, 70], [111, 111]] as const) {
      expect(pixel(face, column, row)).toEqual([Math.floor((40 + column) / 2), Math.floor((60 + row) / 2), 7]);
    }
  });

  it('lays the middles of pixels on one another, as OpenCV does', () => {
    // Twice as large: output pixel 10 has its middle between input pixels 20 and 21.
    const face = stretchFace(RAMP, { x: 0, y: 0, width: 224, height: 224 });
    const between = (at: number): number => (Math.floor(2 * at / 2) + Math.floor((2 * at + 1) / 2)) / 2;
    expect(pixel(face, 10, 30)).toEqual([between(10), between(30), 7]);
  });

  it('repeats the edge of the box, and reads nothing beyond it', () => {
    const box = { x: 10, y: 10, width: 28, height: 28 };
    const white = rgbaOf(60, 60, (x, y) => (x >= 10 && x < 38 && y >= 10 && y < 38 ? [100, 100, 100] : [255, 255, 255]));
    expect(new Set(stretchFace(white, box))).toEqual(new Set([100]));
  });

  it('stretches each side by itself', () => {
    const face = stretchFace(RAMP, { x: 0, y: 0, width: 336, height: SIDE });
    // A third of the pixels across, all of them down: the middle of output pixel 20 is input pixel 61.
    expect(pixel(face, 20, 40)).toEqual([Math.floor(61 / 2), 20, 7]);
  });
});

/** What OpenCV and numpy make of a made-up picture; see make-stretched-faces.py. */
interface StretchedFaces {
  readonly faces: readonly {
    readonly box: readonly [x: number, y: number, width: number, height: number];
    readonly samples: readonly (readonly [channel: number, row: number, column: number, value: number])[];
  }[];
}

describe('the tensor of a stretched face', () => {
  const { faces } = JSON.parse(readFileSync(join(import.meta.dirname, 'stretched-faces.json'), 'utf8')) as StretchedFaces;
  const wave = (at: number): number => Math.min(at % 512, 511 - (at % 512));
  const MADE_UP = rgbaOf(320, 240, (x, y) => [wave(5 * x + 3 * y), wave(Math.floor((x * x) / 16) + 2 * y), wave(Math.floor((x * y) / 32))]);

  it.each(faces)('is the one that the predecessor made, box $box', ({ box: [x, y, width, height], samples }) => {
    const tensor = tensorOfRgb(stretchFace(MADE_UP, { x, y, width, height }), LEGACY_INPUT);
    // OpenCV rounds to whole grey levels, of which there are 127.5 from 0 to 1.
    for (const [channel, row, column, value] of samples) {
      expect(Math.abs(tensor[(channel * SIDE + row) * SIDE + column]! - value) * 127.5, `${channel}, ${row}, ${column}`).toBeLessThan(0.8);
    }
  });
});

describe('LEGACY_INPUT', () => {
  it('scales 0 to 255 to −1 to 1, red first', () => {
    const face = new Float32Array(SIDE * SIDE * 3);
    face.set([0, 255, 51]);
    const tensor = tensorOfRgb(face, LEGACY_INPUT);
    const plane = SIDE * SIDE;
    expect(tensor[0]).toBeCloseTo(-1, 6);
    expect(tensor[plane]).toBeCloseTo(1, 6);
    expect(tensor[2 * plane]).toBeCloseTo((51 / 255 - 0.5) / 0.5, 6);
  });
});
