/** Each measure of a face answers to what it is named after. */
import { describe, expect, it } from 'vitest';
import type { FaceQuality } from '../../../src/core/quality';
import { ALIGNED_SIDE, type AlignedFace } from '../../../src/vision/align';
import { type MeasuredFace, measureQuality } from '../../../src/vision/quality';
import { noise } from '../../support/made-up-assets';
import type { Triple } from '../../support/made-up-frames';
import { photograph } from '../../support/made-up-head';

const LANDMARKS = photograph({}, { pixelsPerMm: 1, at: { x: 320, y: 200 } });
const GRAIN = noise(ALIGNED_SIDE * ALIGNED_SIDE, 3);
/** Between 60 and 187. */
const grain = (column: number, row: number): number => 60 + GRAIN[row * ALIGNED_SIDE + column]! / 2;

function coloured(colourAt: (column: number, row: number) => Triple): AlignedFace {
  const face = new Float32Array(ALIGNED_SIDE * ALIGNED_SIDE * 3);
  for (let at = 0; at < face.length / 3; at += 1) face.set(colourAt(at % ALIGNED_SIDE, Math.floor(at / ALIGNED_SIDE)), at * 3);
  return face;
}

function grey(valueAt: (column: number, row: number) => number): AlignedFace {
  return coloured((column, row) => {
    const value = valueAt(column, row);
    return [value, value, value];
  });
}

/** The grain as a camera out of focus sees it: every pixel is the mean of those around it. */
const blurred = grey((column, row) => {
  let sum = 0;
  for (let down = -2; down <= 2; down += 1) {
    for (let right = -2; right <= 2; right += 1) {
      const clamp = (value: number): number => Math.max(0, Math.min(ALIGNED_SIDE - 1, value));
      sum += grain(clamp(column + right), clamp(row + down));
    }
  }
  return sum / 25;
});

function measure(change: Partial<MeasuredFace>): FaceQuality {
  const box = { x: 200, y: 100, width: 180, height: 180 };
  return measureQuality({ box, landmarks: LANDMARKS, aligned: grey(grain), frame: { width: 640, height: 480 }, others: [], ...change });
}

describe('sharpness', () => {
  it('falls with blur', () => {
    const sharp = measure({}).sharpness;
    expect(sharp).toBeGreaterThan(0.5);
    expect(measure({ aligned: blurred }).sharpness).toBeLessThan(sharp / 2);
  });

  it('does not change with the light', () => {
    const dim = measure({ aligned: grey((column, row) => grain(column, row) / 3) });
    expect(dim.sharpness).toBeCloseTo(measure({}).sharpness, 3);
  });

  it('is nothing, and a number, where all is one colour', () => {
    expect(measure({ aligned: grey(() => 128) })).toMatchObject({ sharpness: 0, contrast: 0 });
  });
});

describe('brightness', () => {
  it('is the mean of the face, and falls in the dark', () => {
    expect(measure({ aligned: grey(() => 128) }).brightness).toBeCloseTo(128, 3);
    expect(measure({ aligned: grey(() => 30) }).brightness).toBeCloseTo(30, 3);
    expect(measure({ aligned: grey((column) => (column % 2 === 0 ? 50 : 150)) }).brightness).toBeCloseTo(100, 3);
  });

  it('weighs colours as the eye does', () => {
    const brightness = (colour: Triple): number => measure({ aligned: coloured(() => colour) }).brightness;
    expect(brightness([200, 0, 0])).toBeCloseTo(59.8, 2);
    expect(brightness([0, 200, 0])).toBeCloseTo(117.4, 2);
    expect(brightness([0, 0, 200])).toBeCloseTo(22.8, 2);
  });

  it('leaves hair, collar and background out', () => {
    const isFace = (column: number, row: number): boolean => column >= 24 && column < 88 && row >= 34 && row < 104;
    const framed = measure({ aligned: grey((column, row) => (isFace(column, row) ? 90 : 250)) });
    expect(framed.brightness).toBeCloseTo(90, 3);
    expect(framed.contrast).toBeCloseTo(0, 2);
  });
});

describe('contrast', () => {
  it('is how far brightness strays from its mean', () => {
    expect(measure({ aligned: grey((column) => (column % 2 === 0 ? 60 : 140)) }).contrast).toBeCloseTo(40, 3);
    expect(measure({ aligned: grey((column) => (column % 2 === 0 ? 90 : 110)) }).contrast).toBeCloseTo(10, 3);
  });
});

describe('light from one side', () => {
  const lit = (left: number, right: number): number => measure({ aligned: grey((column) => (column < 56 ? left : right)) }).sideLight;

  it('is positive when it comes from the right, and negative from the left', () => {
    expect(lit(50, 150)).toBeCloseTo(0.5, 6);
    expect(lit(150, 50)).toBeCloseTo(-0.5, 6);
    expect(lit(0, 150)).toBeCloseTo(1, 6);
  });

  it('is nothing where both sides are alike, in the dark too', () => {
    expect(lit(120, 120)).toBe(0);
    expect(lit(0, 0)).toBe(0);
  });
});

describe('the share within the frame', () => {
  it.each([
    ['wholly inside', 0, 0, 1],
    ['half over the left edge', -50, 200, 0.5],
    ['half over the right edge', 590, 200, 0.5],
    ['a quarter over the top', 300, -25, 0.75],
    ['half over the bottom', 300, 430, 0.5],
    ['in the corner', -50, -50, 0.25],
    ['outside', 700, 200, 0],
    ['outside both ways', 700, 500, 0],
  ])('of a box %s', (_, x, y, share) => {
    expect(measure({ box: { x, y, width: 100, height: 100 } }).insideShare).toBeCloseTo(share, 10);
  });
});

describe('the rest', () => {
  it('is the side of the box', () => {
    expect(measure({}).facePx).toBe(180);
  });

  it('is how large the largest other face is beside this one', () => {
    const other = (width: number) => ({ x: 0, y: 0, width, height: 2 * width });
    expect(measure({}).rivalShare).toBe(0);
    expect(measure({ others: [other(45)] }).rivalShare).toBe(0.25);
    expect(measure({ others: [other(45), other(360), other(90)] }).rivalShare).toBe(2);
  });

  it('is the pose that the landmarks show', () => {
    const { yawDegrees, pitchDegrees, rollDegrees } = measure({ landmarks: photograph({ yawDegrees: 20, rollDegrees: -10 }, { pixelsPerMm: 1, at: { x: 320, y: 200 } }) });
    expect(yawDegrees).toBeCloseTo(20, 3);
    expect(pitchDegrees).toBeCloseTo(0, 3);
    expect(rollDegrees).toBeCloseTo(-10, 3);
  });
});
