/** The fast transform equals the slow one. */
import { describe, expect, it } from 'vitest';
import { createSquareTransform } from '../../../src/vision/fourier';
import { noise } from '../../support/made-up-assets';

/** By definition. */
function slowly(picture: readonly number[], side: number): [number, number][] {
  return picture.map((_, bin) => {
    let [re, im] = [0, 0];
    picture.forEach((value, at) => {
      const angle = (-2 * Math.PI * ((bin % side) * (at % side) + Math.floor(bin / side) * Math.floor(at / side))) / side;
      re += value * Math.cos(angle);
      im += value * Math.sin(angle);
    });
    return [re, im];
  });
}

describe('the transform', () => {
  it.each([1, 2, 8, 16])('of %i × as many numbers is what its definition says', (side) => {
    const picture = [...noise(side * side, side)];
    const real = Float64Array.from(picture);
    const imaginary = new Float64Array(side * side);
    createSquareTransform(side)(real, imaginary);
    slowly(picture, side).forEach(([re, im], bin) => {
      expect(real[bin]).toBeCloseTo(re, 6);
      expect(imaginary[bin]).toBeCloseTo(im, 6);
    });
  });

  it('needs a power of two', () => {
    expect(() => createSquareTransform(12)).toThrow(RangeError);
  });
});
