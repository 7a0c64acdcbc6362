/** Patterns that are found in made-up skin, and what is not taken for one. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/core/geometry';
import type { GreyImage } from '../../../src/vision/pixels';
import { createPatternFinder } from '../../../src/vision/regular-pattern';
import { seededRandom } from '../../support/seeded-random';

const SIZE = { width: 160, height: 120 };
const FACE: Box<'frame'> = { x: 40, y: 15, width: 70, height: 90 };

/** Skin under soft light with the noise of a camera, and what is added to it. */
function greyWith(added: (x: number, y: number) => number, { width, height } = SIZE): GreyImage {
  const random = seededRandom(3);
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return 130 + 40 * Math.sin(x / 23) + 20 * Math.cos(y / 17) + 6 * (random() - 0.5) + added(x, y);
  });
  return { width, height, data, black: 0, gain: 1 };
}

const find = createPatternFinder();
const wave = (pitchPx: number, amplitude: number, degrees: number) => (x: number, y: number): number => {
  const angle = (degrees * Math.PI) / 180;
  return amplitude * Math.cos((2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle))) / pitchPx);
};

describe('a pattern', () => {
  it.each([
    [2.3, 3, 0],
    [3.1, 3, 90],
    [4.7, 3, 30],
    [2.9, 2, 135],
    [6, 4, 10],
  ])('of pitch %d px, amplitude %d and %d° stands out', (pitchPx, amplitude, degrees) => {
    expect(find(greyWith(wave(pitchPx, amplitude, degrees)), FACE)).toBeGreaterThan(16);
  });

  it('stands out the more, the stronger it is', () => {
    const [weak, strong] = [1, 8].map((amplitude) => find(greyWith(wave(3, amplitude, 20)), FACE)) as [number, number];
    expect(strong).toBeGreaterThan(weak + 6);
  });

  it('is looked for in the face alone', () => {
    expect(find(greyWith((x, y) => (x > 115 ? wave(3, 8, 20)(x, y) : 0)), { ...FACE, x: 5 })).toBeLessThan(12);
  });
});

describe('no pattern', () => {
  it.each<[string, (x: number, y: number) => number]>([
    ['skin', () => 0],
    ['features of a face', wave(20, 60, 40)],
    ['an edge', (x) => (x > 75 ? 60 : 0)],
    ['the blocks of a JPEG', (x, y) => (x % 8 === 0 ? 6 : 0) + (y % 8 === 0 ? 6 : 0)],
  ])('is %s', (_, added) => {
    expect(find(greyWith(added), FACE)).toBeLessThan(13);
  });

  it('is in a soft light without noise, whose tones are rounded', () => {
    for (const slope of [0.17, 0.23, 0.31, 0.37]) {
      const data = Uint8Array.from({ length: 160 * 120 }, (_, at) => 90 + slope * (at % 160));
      expect(find({ ...SIZE, data, black: 0, gain: 1 }, FACE)).toBe(0);
    }
  });

  it('is in a picture of one tone, or one too small', () => {
    expect(find({ ...SIZE, data: new Uint8Array(160 * 120).fill(90), black: 0, gain: 1 }, FACE)).toBe(0);
    expect(find(greyWith(wave(3, 8, 20), { width: 60, height: 120 }), FACE)).toBe(0);
  });

  it('is read the same a second time, at the edge of the frame too', () => {
    const grey = greyWith(wave(3, 3, 20));
    const box = { x: -20, y: 70, width: 70, height: 90 };
    expect(find(grey, box)).toBe(find(grey, box));
    expect(find(grey, box)).toBeGreaterThan(16);
  });
});
