/** Raw outputs as a share. */
import { describe, expect, it } from 'vitest';
import { shareOfFirst } from '../../../src/vision/share-of-first';

describe('shareOfFirst', () => {
  it.each([
    [[0, 0], 0.5],
    [[1, 1, 1], 1 / 3],
    [[Math.log(6), Math.log(3), 0], 0.6],
    [[-2000, 0, 0], 0],
    [[2000, 0, 0], 1],
  ])('of %j is %d', (outputs, share) => {
    expect(shareOfFirst(Float32Array.from(outputs))).toBeCloseTo(share, 6);
  });

  it.each([[[]], [[3]], [[Number.NaN, 0]], [[0, 0, Number.NaN]]])('refuses %j', (outputs) => {
    expect(() => shareOfFirst(Float32Array.from(outputs))).toThrow(RangeError);
  });
});
