/** The points of a face over the frames of a video. */
import { describe, expect, it } from 'vitest';
import type { FivePoints } from '../../../src/core/face';
import { smoothPoints } from '../../../src/vision/smooth-points';
import { seededNormal } from '../../support/seeded-random';

/** 60 pixels between the eyes. */
const EYES_PX = 60;
const FACE: FivePoints = [{ x: 290, y: 200 }, { x: 350, y: 200 }, { x: 320, y: 235 }, { x: 297, y: 270 }, { x: 343, y: 270 }];
/** 15 frames a second. */
const FRAME_MS = 1000 / 15;

const moved = (points: FivePoints, right: number, down = 0): FivePoints =>
  points.map(({ x, y }) => ({ x: x + right, y: y + down })) as unknown as FivePoints;

const varianceOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
};

/** The left eye's x, frame by frame, each frame smoothed by what became of the one before. */
function followed(seen: readonly FivePoints[], elapsedMs = FRAME_MS): number[] {
  let points = seen[0]!;
  return seen.map((next) => (points = smoothPoints(next, points, elapsedMs))[0].x);
}

describe('a still face', () => {
  it.each([0.5, 1])('is held: noise of %f pixels has less than half of its variance left', (deviation) => {
    const normal = seededNormal(3);
    const seen = Array.from({ length: 600 }, () => FACE.map(({ x, y }) => ({ x: x + deviation * normal(), y: y + deviation * normal() })) as unknown as FivePoints);
    const before = varianceOf(seen.map(([eye]) => eye.x));
    expect(varianceOf(followed(seen).slice(30))).toBeLessThan(0.5 * before);
  });

  it('is not drawn away from where it is', () => {
    const normal = seededNormal(8);
    const seen = Array.from({ length: 600 }, () => moved(FACE, normal()));
    const values = followed(seen).slice(30);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(290, 0);
  });
});

describe('a moving face', () => {
  it.each([0.25, 0.5, 1, 2])('is followed: at %f distances of the eyes a second it lags by less than 3 % of one', (speed) => {
    const stepPx = (speed * EYES_PX * FRAME_MS) / 1000;
    const values = followed(Array.from({ length: 30 }, (_, frame) => moved(FACE, frame * stepPx)));
    const lags = values.map((value, frame) => 290 + frame * stepPx - value);
    expect(Math.max(...lags)).toBeLessThan(0.03 * EYES_PX);
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(-1e-9);
  });

  it('lags no more in a slower video', () => {
    const values = followed(Array.from({ length: 20 }, (_, frame) => moved(FACE, frame * 6)), 200);
    expect(290 + 19 * 6 - values.at(-1)!).toBeLessThan(0.03 * EYES_PX);
  });
});

describe('a jump', () => {
  it('is not smoothed: it is another face', () => {
    const far = moved(FACE, 0.51 * EYES_PX);
    expect(smoothPoints(far, FACE, FRAME_MS)).toBe(far);
    expect(smoothPoints(moved(FACE, 0.49 * EYES_PX), FACE, FRAME_MS)).not.toEqual(moved(FACE, 0.49 * EYES_PX));
  });

  it('of one point alone is not either', () => {
    const odd: FivePoints = [FACE[0], FACE[1], FACE[2], FACE[3], { x: 343, y: 310 }];
    expect(smoothPoints(odd, FACE, FRAME_MS)).toBe(odd);
  });
});

describe('points', () => {
  it.each([0, -5, Number.NaN])('of no time ago (%f ms) say nothing', (elapsedMs) => {
    const now = moved(FACE, 1);
    expect(smoothPoints(now, FACE, elapsedMs)).toBe(now);
  });

  it('of long ago hardly count', () => {
    expect(smoothPoints(moved(FACE, 3), FACE, 5000)[0].x).toBeCloseTo(293, 3);
  });

  it('whose eyes lie in one place, or that are no numbers, stay as they are', () => {
    const heap = FACE.map(() => ({ x: 5, y: 5 })) as unknown as FivePoints;
    expect(smoothPoints(heap, heap, FRAME_MS)).toBe(heap);
    const lost = moved(FACE, Number.NaN);
    expect(smoothPoints(lost, FACE, FRAME_MS)).toBe(lost);
    expect(smoothPoints(FACE, lost, FRAME_MS)).toBe(FACE);
  });
});
