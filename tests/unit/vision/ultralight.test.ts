/** Frames into the UltraLight detector, and faces out of its numbers. */
import { describe, expect, it } from 'vitest';
import type { Box, Size } from '../../../src/core/geometry';
import type { InputSpec } from '../../../src/core/manifest';
import { samplerOf } from '../../../src/vision/sampler';
import { facesOfUltralight, type ScoredBox, ultralightInput } from '../../../src/vision/ultralight';
import { noise } from '../../support/made-up-assets';
import { rgbaOf } from '../../support/made-up-frames';
import { noiseFramesOf } from '../../support/made-up-noise-frames';

const INPUT: InputSpec = { shape: [1, 3, 240, 320], colour: 'RGB', mean: [127, 127, 127], deviation: [128, 128, 128] };
const PLANE = 320 * 240;
const BLACK = -127 / 128;

/** Each frame, and where it lies in the input. */
const FRAMES = [
  { width: 640, height: 480, scale: 0.5, left: 0, top: 0 },
  { width: 1280, height: 720, scale: 0.25, left: 0, top: 30 },
  { width: 480, height: 640, scale: 0.375, left: 70, top: 0 },
  { width: 160, height: 120, scale: 2, left: 0, top: 0 },
] as const;

const valueAt = (tensor: Float32Array, channel: number, column: number, row: number): number => tensor[channel * PLANE + row * 320 + column]!;

interface Candidate {
  readonly score: number;
  /** In pixels of the input. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function facesOf(candidates: readonly Candidate[], frame: Size = FRAMES[0]): ScoredBox[] {
  const scores = Float32Array.from(candidates.flatMap(({ score }) => [1 - score, score]));
  const corners = Float32Array.from(candidates.flatMap(({ x1, y1, x2, y2 }) => [x1 / 320, y1 / 240, x2 / 320, y2 / 240]));
  return facesOfUltralight(scores, corners, frame, INPUT);
}

/** A candidate of 100 × 100, this far to the right. */
const candidate = (score: number, right = 0): Candidate => ({ score, x1: right, y1: 20, x2: right + 100, y2: 120 });
const scoresOf = (candidates: readonly Candidate[]): number[] => facesOf(candidates).map(({ score }) => Math.round(score * 100) / 100);

function expectBox(box: Box<'frame'>, wanted: Box<'frame'>, within: number): void {
  for (const key of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(box[key] - wanted[key]), key).toBeLessThanOrEqual(within);
}

describe('the input', () => {
  it.each(FRAMES)('holds the whole of $width × $height, and black around it', ({ width, height, scale, left, top }) => {
    const tensor = ultralightInput(rgbaOf(width, height, () => [255, 191, 63]), INPUT);
    expect(tensor).toHaveLength(3 * PLANE);
    const [right, bottom] = [left + width * scale, top + height * scale];
    let wrong = 0;
    for (let row = 0; row < 240; row += 1) {
      for (let column = 0; column < 320; column += 1) {
        // Enlarged, the outermost pixels fade into the black beyond.
        const isEdge = scale > 1 && (column === 0 || row === 0 || column === 319 || row === 239);
        const isInside = column >= left && column < right && row >= top && row < bottom;
        const wanted = isInside ? [1, 0.5, -0.5] : [BLACK, BLACK, BLACK];
        if (!isEdge && wanted.some((value, channel) => Math.abs(valueAt(tensor, channel, column, row) - value) > 1e-6)) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
  });

  it('is read between the pixels: at half the size, the mean of four', () => {
    const bytes = noise(640 * 480, 5);
    const tensor = ultralightInput(rgbaOf(640, 480, (x, y) => [0, bytes[y * 640 + x]!, 0]), INPUT);
    for (const [column, row] of [[0, 0], [100, 57], [319, 239]] as const) {
      const at = row * 2 * 640 + column * 2;
      const mean = (bytes[at]! + bytes[at + 1]! + bytes[at + 640]! + bytes[at + 641]!) / 4;
      expect(valueAt(tensor, 1, column, row) * 128 + 127).toBeCloseTo(mean, 3);
    }
  });

  it('takes mean and deviation of each channel from the manifest', () => {
    const tensor = ultralightInput(rgbaOf(320, 240, () => [50, 60, 70]), { ...INPUT, mean: [10, 20, 30], deviation: [10, 4, 2] });
    expect([0, 1, 2].map((channel) => valueAt(tensor, channel, 160, 120))).toEqual([4, 10, 20]);
  });
});

describe('a camera frame of twice the size', () => {
  const frames = noiseFramesOf(640, 480).flatMap(([name, frame]) => (frame.kind === 'yuv' ? [[name, frame] as const] : []));

  it.each(frames)('is read as its colours say: %s', (_, frame) => {
    const tensor = ultralightInput(frame, INPUT);
    const sample = samplerOf(frame);
    const colour = new Float32Array(3);
    for (const [column, row] of [[0, 0], [319, 239], [0, 239], [319, 0], [17, 101], [160, 120], [318, 3]] as const) {
      sample(Float64Array.of(2 * column + 0.5), Float64Array.of(2 * row + 0.5), colour, 0);
      colour.forEach((value, channel) => expect(valueAt(tensor, channel, column, row)).toBeCloseTo((value - 127) / 128, 5));
    }
  });
});

describe('the way back', () => {
  it.each(FRAMES)('leads from the input to pixels of $width × $height', ({ width, height, scale, left, top }) => {
    const box = { x: width * 0.3, y: height * 0.2, width: width * 0.15, height: height * 0.4 };
    const [x1, y1] = [box.x * scale + left, box.y * scale + top];
    const found = facesOf([{ score: 0.9, x1, y1, x2: x1 + box.width * scale, y2: y1 + box.height * scale }], { width, height });
    expectBox(found[0]!.box, box, 0.01);
  });

  it.each(FRAMES)('finds what was painted into $width × $height where it was painted', ({ width, height, scale }) => {
    const box = { x: width / 4, y: height / 8, width: width / 2, height: height / 4 };
    const isWhite = (x: number, y: number): boolean => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    const tensor = ultralightInput(rgbaOf(width, height, (x, y) => (isWhite(x, y) ? [255, 255, 255] : [0, 0, 0])), INPUT);
    let [x1, y1, x2, y2] = [320, 240, 0, 0];
    for (let at = 0; at < PLANE; at += 1) {
      if (tensor[at]! < 0) continue;
      const [column, row] = [at % 320, Math.floor(at / 320)];
      [x1, y1, x2, y2] = [Math.min(x1, column), Math.min(y1, row), Math.max(x2, column + 1), Math.max(y2, row + 1)];
    }
    // Painted edges are known to a pixel of the input.
    expectBox(facesOf([{ score: 0.9, x1, y1, x2, y2 }], { width, height })[0]!.box, box, 1 / scale);
  });

  it('leads out of the frame where the face does', () => {
    expectBox(facesOf([{ score: 0.9, x1: -10, y1: -5, x2: 40, y2: 60 }])[0]!.box, { x: -20, y: -10, width: 100, height: 130 }, 0.01);
  });
});

describe('a candidate', () => {
  it('is a face from a score of 0.65 on', () => {
    expect(scoresOf([candidate(0.64), candidate(0.66, 150)])).toEqual([0.66]);
    expect(facesOf([candidate(0.66, 150)])[0]!.box.x).toBeCloseTo(300, 3);
    expect(scoresOf([candidate(0.1), candidate(Number.NaN, 150)])).toEqual([]);
    expect(facesOf([])).toEqual([]);
  });

  it('is listed surest first', () => {
    expect(scoresOf([candidate(0.7), candidate(0.9, 110), candidate(0.8, 215)])).toEqual([0.9, 0.8, 0.7]);
  });

  it('gives way to a surer one of the same face, wherever the network lists it', () => {
    const [surest, other] = [candidate(0.9, 10), candidate(0.7, 20)];
    for (const both of [[surest, other], [other, surest]]) {
      expect(scoresOf(both)).toEqual([0.9]);
      expect(facesOf(both)[0]!.box.x).toBeCloseTo(20, 3);
    }
  });

  it('stays beside another one that it overlaps by no more than 0.4', () => {
    // Equal squares shifted by d of a side overlap by (1 − d) / (1 + d).
    expect(scoresOf([candidate(0.9), candidate(0.8, 44)])).toEqual([0.9, 0.8]);
    expect(scoresOf([candidate(0.9), candidate(0.8, 41)])).toEqual([0.9]);
  });

  it('that gave way makes nobody else give way', () => {
    expect(scoresOf([candidate(0.9, 0), candidate(0.8, 35), candidate(0.7, 70)])).toEqual([0.9, 0.7]);
  });
});
