/** How bright a whole picture is. */
import { describe, expect, it } from 'vitest';
import { meanBrightness } from '../../../src/vision/brightness';

const pictureOf = (level: number, black = 0, gain = 1) => ({ width: 320, height: 240, data: new Uint8Array(320 * 240).fill(level), black, gain });

describe('brightness', () => {
  it('is the mean, whatever the range of the video', () => {
    expect(meanBrightness(pictureOf(90))).toBe(90);
    expect(meanBrightness(pictureOf(16, 16, 255 / 219))).toBe(0);
    expect(meanBrightness(pictureOf(5, 16, 255 / 219))).toBe(0);
    expect(meanBrightness(pictureOf(235, 16, 255 / 219))).toBeCloseTo(255);
  });

  it('takes all of the picture in', () => {
    const half = pictureOf(0);
    half.data.fill(200, 0, half.data.length / 2);
    expect(meanBrightness(half)).toBeGreaterThan(80);
    expect(meanBrightness(half)).toBeLessThan(120);
  });
});
