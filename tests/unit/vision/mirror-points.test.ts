/** A face in a mirror and back. */
import { describe, expect, it } from 'vitest';
import type { Box, Point } from '../../../src/core/geometry';
import { fivePointsOf } from '../../../src/vision/landmarks';
import { mirrorPicture, unmirrorPoints } from '../../../src/vision/mirror-points';
import { photograph } from '../../support/made-up-head';

const SQUARE: Box<'frame'> = { x: 100, y: 40, width: 200, height: 200 };

/** Jaw, brows, ridge and base of the nose, eyes, outer and inner lips: what changes places, and what stays. */
const PAIRS = [
  [0, 16], [1, 15], [2, 14], [3, 13], [4, 12], [5, 11], [6, 10], [7, 9],
  [17, 26], [18, 25], [19, 24], [20, 23], [21, 22],
  [31, 35], [32, 34],
  [36, 45], [37, 44], [38, 43], [39, 42], [40, 47], [41, 46],
  [48, 54], [49, 53], [50, 52], [55, 59], [56, 58],
  [60, 64], [61, 63], [65, 67],
] as const;
const ALONE = [8, 27, 28, 29, 30, 33, 51, 57, 62, 66];

/** By index: which point takes the place of which. */
function partners(): number[] {
  const marked = Array.from({ length: 68 }, (_, index): Point<'frame'> => ({ x: 0, y: index }));
  return unmirrorPoints(marked, SQUARE).map(({ y }) => y);
}

describe('the mirrored points', () => {
  it('change places with the other side, in pairs', () => {
    const expected = Array.from({ length: 68 }, () => -1);
    for (const [left, right] of PAIRS) [expected[left], expected[right]] = [right, left];
    for (const index of ALONE) expected[index] = index;
    expect(expected).not.toContain(-1);
    expect(partners()).toEqual(expected);
  });

  it('are back in place after two mirrors', () => {
    partners().forEach((partner, index) => expect(partners()[partner]).toBe(index));
    const points = photograph({ yawDegrees: 25, rollDegrees: 10 }, { pixelsPerMm: 0.9, at: { x: 190, y: 120 } });
    const back = unmirrorPoints(unmirrorPoints(points, SQUARE), SQUARE);
    back.forEach(({ x, y }, index) => {
      expect(x).toBeCloseTo(points[index]!.x, 10);
      expect(y).toBe(points[index]!.y);
    });
  });

  it('lie as far from the right edge of the square as they lay from its left', () => {
    const points = Array.from({ length: 68 }, (): Point<'frame'> => ({ x: 130, y: 77 }));
    expect(unmirrorPoints(points, SQUARE)[5]).toEqual({ x: 270, y: 77 });
  });

  it('make the left eye of a mirrored face the right one', () => {
    const mirrored = photograph({ yawDegrees: 20 }, { pixelsPerMm: 0.9, at: { x: 190, y: 120 } });
    const [leftEye, rightEye, nose, leftMouth] = fivePointsOf(unmirrorPoints(mirrored, SQUARE));
    const [mirroredLeft, mirroredRight, mirroredNose, , mirroredMouth] = fivePointsOf(mirrored);
    expect(rightEye.x).toBeCloseTo(400 - mirroredLeft.x, 10);
    expect(leftEye.x).toBeCloseTo(400 - mirroredRight.x, 10);
    expect(nose.x).toBeCloseTo(400 - mirroredNose.x, 10);
    expect(leftMouth.x).toBeCloseTo(400 - mirroredMouth.x, 10);
    expect(leftEye.x).toBeLessThan(rightEye.x);
  });
});

describe('a mirrored picture', () => {
  it('has every row turned round, by itself', () => {
    expect([...mirrorPicture(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3)]).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7]);
  });

  it('leaves the picture as it was', () => {
    const picture = Float32Array.of(1, 2, 3, 4);
    expect(mirrorPicture(picture, 2)).not.toBe(picture);
    expect([...picture]).toEqual([1, 2, 3, 4]);
  });
});
