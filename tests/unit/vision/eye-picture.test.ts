/** Where the two eyes are cut out. */
import { describe, expect, it } from 'vitest';
import { centreOf } from '../../../src/core/geometry';
import { eyeSquaresOf } from '../../../src/vision/eye-picture';
import { photograph } from '../../support/made-up-head';

describe('the squares around the eyes', () => {
  it('lie on the middle of the eye, left one first, 1.6 times as wide as it', () => {
    const [left, right] = eyeSquaresOf(photograph({}, { pixelsPerMm: 2, at: { x: 320, y: 200 } }));
    expect(centreOf(left!)).toEqual({ x: 320 - 63, y: 200 });
    expect(centreOf(right!)).toEqual({ x: 320 + 63, y: 200 });
    for (const square of [left!, right!]) {
      expect(square.width).toBeCloseTo(29 * 2 * 1.6);
      expect(square.height).toBe(square.width);
    }
  });

  it('are as large for a head that is tilted', () => {
    const [upright, tilted] = [0, 40].map((rollDegrees) => eyeSquaresOf(photograph({ rollDegrees }, { pixelsPerMm: 1, at: { x: 0, y: 0 } })));
    for (const eye of [0, 1]) expect(tilted![eye]!.width).toBeCloseTo(upright![eye]!.width);
    expect(tilted![1]!.y).toBeGreaterThan(tilted![0]!.y);
  });
});
