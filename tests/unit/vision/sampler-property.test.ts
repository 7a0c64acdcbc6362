/** The quick ways through a frame give what the definition gives: at any position, in any format and size. */
import { describe, expect, it } from 'vitest';
import { ALIGNED_POINTS, ALIGNED_SIDE, alignFace } from '../../../src/vision/align';
import type { FramePixels } from '../../../src/vision/pixels';
import { samplerOf } from '../../../src/vision/sampler';
import { fitSimilarity, invertSimilarity } from '../../../src/vision/similarity';
import { ultralightInput } from '../../../src/vision/ultralight';
import { noiseFramesOf } from '../../support/made-up-noise-frames';
import { seededRandom } from '../../support/seeded-random';
import { slowColourAt } from '../../support/slow-sampler';

/** How far the two may differ: what single precision leaves of numbers up to 255. */
const TOLERANCE = 2e-5;

const SIZES = [[8, 6], [9, 7], [7, 8], [12, 5], [2, 2], [3, 1], [1, 1]] as const;

/** Largest difference of the three channels. */
function errorAt(frame: FramePixels, x: number, y: number): number {
  const colour = new Float32Array(3);
  samplerOf(frame)(Float64Array.of(x), Float64Array.of(y), colour, 0);
  const wanted = slowColourAt(frame, x, y);
  return Math.max(...wanted.map((value, channel) => Math.abs(value - colour[channel]!)));
}

/** Positions within two pixels of every edge and corner, whole ones and halves among them, and where the fast way begins. */
function edgePositions(size: number): number[] {
  return [0, size - 1, size].flatMap((edge) => [-2, -1, -0.75, -0.5, -1e-9, 0, 1e-9, 0.25, 0.5, 0.75, 1, 1.5].map((step) => edge + step));
}

describe.each(SIZES)('in a frame of %i × %i', (width, height) => {
  it.each(noiseFramesOf(width, height))('a colour is what the definition says, inside and outside: %s', (_, frame) => {
    const random = seededRandom(width * 100 + height);
    let worst = 0;
    for (let round = 0; round < 2000; round += 1) {
      worst = Math.max(worst, errorAt(frame, random() * (width + 4) - 2, random() * (height + 4) - 2));
    }
    for (const x of edgePositions(width)) for (const y of edgePositions(height)) worst = Math.max(worst, errorAt(frame, x, y));
    expect(worst).toBeLessThan(TOLERANCE);
  });
});

describe.each(noiseFramesOf(201, 149))('of a frame in %s', (_, frame) => {
  it('the aligned face is what the definition says, turned, and cut by the edge', () => {
    // Eyes, nose and mouth of the template, turned by a sixth and moved; the second place reaches beyond the frame.
    for (const [size, dx, dy] of [[0.8, 60, 5], [1.3, -20, -30]] as const) {
      const points = ALIGNED_POINTS.map(({ x, y }) => ({ x: size * (0.98 * x - 0.17 * y) + dx, y: size * (0.17 * x + 0.98 * y) + dy }));
      const { a, b, tx, ty } = invertSimilarity(fitSimilarity(points, ALIGNED_POINTS));
      const face = alignFace(frame, points);
      let worst = 0;
      for (let at = 0; at < ALIGNED_SIDE * ALIGNED_SIDE; at += 1) {
        const [column, row] = [at % ALIGNED_SIDE, Math.floor(at / ALIGNED_SIDE)];
        const wanted = slowColourAt(frame, a * column - b * row + tx, b * column + a * row + ty);
        wanted.forEach((value, channel) => (worst = Math.max(worst, Math.abs(value - face[at * 3 + channel]!))));
      }
      expect(worst).toBeLessThan(TOLERANCE);
    }
  });

  it('the input of UltraLight is what the definition says, letterbox included, in a tensor that was used before', () => {
    const [width, height, mean, deviation] = [80, 60, [127, 120, 110], [128, 100, 90]] as const;
    const spec = { shape: [1, 3, height, width], colour: 'RGB', mean: [...mean], deviation: [...deviation] } as const;
    const scale = Math.min(width / frame.width, height / frame.height);
    const tensor = new Float32Array(3 * width * height).fill(7);
    expect(ultralightInput(frame, spec, tensor)).toBe(tensor);
    let worst = 0;
    for (let at = 0; at < width * height; at += 1) {
      const x = ((at % width) + 0.5 - (width - frame.width * scale) / 2) / scale - 0.5;
      const y = (Math.floor(at / width) + 0.5 - (height - frame.height * scale) / 2) / scale - 0.5;
      slowColourAt(frame, x, y).forEach((value, channel) => {
        const wanted = (value - mean[channel]!) / deviation[channel]!;
        worst = Math.max(worst, Math.abs(wanted - tensor[channel * width * height + at]!));
      });
    }
    expect(worst).toBeLessThan(1e-6);
    expect(ultralightInput(frame, spec)).toEqual(tensor);
  });
});
