import { describe, expect, it } from 'vitest';
import type { InputSpec } from '../../../src/core/manifest';
import { tensorOfGrey, tensorOfRgb } from '../../../src/vision/tensor';

const twoPixels: InputSpec = { shape: [1, 3, 1, 2], colour: 'RGB', mean: [10, 20, 30], deviation: [1, 2, 4] };
const pixels = Float32Array.of(11, 22, 34, 12, 24, 38);

describe('tensorOfRgb', () => {
  it('puts channels into planes and normalises each by its own numbers', () => {
    expect([...tensorOfRgb(pixels, twoPixels)]).toEqual([1, 2, 1, 2, 1, 2]);
  });

  it('feeds blue first where the network wants BGR', () => {
    const bgr: InputSpec = { ...twoPixels, colour: 'BGR', mean: [0, 0, 0], deviation: [1, 1, 1] };
    expect([...tensorOfRgb(pixels, bgr)]).toEqual([34, 38, 22, 24, 11, 12]);
  });

  it('refuses a picture of another size', () => {
    expect(() => tensorOfRgb(new Float32Array(3), twoPixels)).toThrow(RangeError);
  });
});

describe('tensorOfGrey', () => {
  it('normalises one plane', () => {
    const input: InputSpec = { shape: [1, 1, 1, 2], colour: 'grey', mean: [0], deviation: [256] };
    expect([...tensorOfGrey(Float32Array.of(128, 256), input)]).toEqual([0.5, 1]);
    expect(() => tensorOfGrey(new Float32Array(3), input)).toThrow(RangeError);
  });
});
