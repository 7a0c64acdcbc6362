/** Five points that can be a face, and five that cannot. */
import { describe, expect, it } from 'vitest';
import type { Box, Point } from '../../../src/core/geometry';
import type { HeadPose } from '../../../src/core/quality';
import { ALIGNED_POINTS } from '../../../src/vision/align';
import { fivePointsOf } from '../../../src/vision/landmarks';
import { arePlausible } from '../../../src/vision/plausible-points';
import { photograph } from '../../support/made-up-head';

const SQUARE: Box<'frame'> = { x: 0, y: 0, width: 112, height: 112 };
const FACE = ALIGNED_POINTS.map(({ x, y }): Point<'frame'> => ({ x, y }));

/** The face with some of its points somewhere else. */
function changed(change: Readonly<Record<number, Point<'frame'>>>): Point<'frame'>[] {
  return FACE.map((point, index) => change[index] ?? point);
}

/** The five points of a head whose eyes are as far apart as those of the template when it looks straight. */
function headOf(pose: Partial<HeadPose>): Point<'frame'>[] {
  return fivePointsOf(photograph(pose, { pixelsPerMm: 0.56, at: { x: 56, y: 50 } }));
}

describe('the points of a face', () => {
  it('are those of the template, wherever the face is and however large', () => {
    expect(arePlausible(FACE, SQUARE)).toBe(true);
    const moved = FACE.map(({ x, y }) => ({ x: x * 3 + 200, y: y * 3 + 90 }));
    expect(arePlausible(moved, { x: 200, y: 90, width: 336, height: 336 })).toBe(true);
  });

  it.each<Partial<HeadPose>>([
    {},
    { yawDegrees: 35 },
    { yawDegrees: -35 },
    { pitchDegrees: 25 },
    { pitchDegrees: -25 },
    { rollDegrees: 40 },
    { yawDegrees: 20, pitchDegrees: -10, rollDegrees: -20 },
  ])('are those of a head that looks another way: %j', (pose) => {
    expect(arePlausible(headOf(pose), SQUARE)).toBe(true);
  });

  it('are those of a face that stands on its head, with the left eye on the right', () => {
    expect(arePlausible(headOf({ rollDegrees: 180 }), SQUARE)).toBe(true);
  });
});

describe('no face', () => {
  it('is seen from the side', () => {
    expect(arePlausible(headOf({ yawDegrees: 75 }), SQUARE)).toBe(false);
  });

  it('has its eyes in one place', () => {
    expect(arePlausible(changed({ 0: FACE[1]! }), SQUARE)).toBe(false);
    expect(arePlausible(FACE.map(() => ({ x: 50, y: 50 })), SQUARE)).toBe(false);
  });

  it.each([
    [0.11, false],
    [0.13, true],
    [0.61, true],
    [0.63, false],
  ])('has eyes too near or too far apart for the square: %d of its side is %s', (share, isPlausible) => {
    const side = (FACE[1]!.x - FACE[0]!.x) / share;
    expect(arePlausible(FACE, { x: 0, y: 0, width: side, height: side })).toBe(isPlausible);
  });

  it('is mirrored top to bottom, with the mouth above the eyes', () => {
    expect(arePlausible(FACE.map(({ x, y }) => ({ x, y: 140 - y })), SQUARE)).toBe(false);
  });

  it.each([
    [3, 22, 51],
    [4, 90, 61],
  ])('has one corner of the mouth above the eyes (%i), though barely below is still one', (corner, x, noseX) => {
    const distorted = (y: number) => changed({ [corner]: { x, y }, 2: { x: noseX, y: 60 } });
    expect(arePlausible(distorted(50), SQUARE)).toBe(false);
    expect(arePlausible(distorted(53), SQUARE)).toBe(true);
  });

  it('has its eyes the wrong way round', () => {
    expect(arePlausible(changed({ 0: FACE[1]!, 1: FACE[0]! }), SQUARE)).toBe(false);
  });

  it('has its nose far from between eyes and mouth, though not a little off', () => {
    expect(arePlausible(changed({ 2: { x: 66, y: 72 } }), SQUARE)).toBe(true);
    expect(arePlausible(changed({ 2: { x: 110, y: 10 } }), SQUARE)).toBe(false);
  });

  it('has points that are no numbers', () => {
    expect(arePlausible(FACE.map(() => ({ x: Number.NaN, y: Number.NaN })), SQUARE)).toBe(false);
  });

  it('fits into a square without a size', () => {
    expect(arePlausible(FACE, { x: 56, y: 56, width: 0, height: 0 })).toBe(false);
  });
});
