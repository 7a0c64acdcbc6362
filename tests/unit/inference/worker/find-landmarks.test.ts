/** One look for the landmarks, or three that are brought together. */
import { describe, expect, it } from 'vitest';
import type { Box, Point } from '../../../../src/core/geometry';
import { findLandmarks, type Landmarker } from '../../../../src/inference/worker/find-landmarks';
import { cropGrey, squareOfPoints } from '../../../../src/vision/landmarks';
import { mirrorPicture } from '../../../../src/vision/mirror-points';
import type { GreyImage } from '../../../../src/vision/pixels';
import { noise } from '../../../support/made-up-assets';

const SIDE = 8;
const GREY: GreyImage = { width: 160, height: 120, data: noise(160 * 120, 11), black: 0, gain: 1 };
const FIRST: Box<'frame'> = { x: 30, y: 20, width: 80, height: 80 };
const FOUND = { square: FIRST, isFollowed: false };

/** 68 points as fractions of the square, different for every seed. */
function outputOf(seed: number): Float32Array {
  return Float32Array.from(noise(136, seed), (byte) => 0.2 + byte / 425);
}

/** Gives these outputs one after the other, and keeps what it was shown. */
function landmarkerOf(...outputs: readonly Float32Array[]): Landmarker & { readonly shown: Float32Array[] } {
  const shown: Float32Array[] = [];
  return {
    side: SIDE,
    shown,
    locate: (picture) => {
      shown.push(picture);
      return Promise.resolve(outputs[shown.length - 1]!);
    },
  };
}

const inSquare = (output: Float32Array, index: number, square: Box<'frame'>): Point<'frame'> => ({
  x: square.x + output[2 * index]! * square.width,
  y: square.y + output[2 * index + 1]! * square.height,
});
const allIn = (output: Float32Array, square: Box<'frame'>): Point<'frame'>[] =>
  Array.from({ length: 68 }, (_, index) => inSquare(output, index, square));

function expectPoint({ x, y }: Point<'frame'>, wanted: Point<'frame'>): void {
  expect(x).toBeCloseTo(wanted.x, 4);
  expect(y).toBeCloseTo(wanted.y, 4);
}

describe('one look', () => {
  it('is enough where no embedding follows: it goes where the detector says', async () => {
    const landmarker = landmarkerOf(outputOf(1));
    const { landmarks, square } = await findLandmarks(landmarker, GREY, FOUND, false);
    expect(landmarker.shown).toEqual([cropGrey(GREY, FIRST, SIDE)]);
    expect(square).toEqual(FIRST);
    expect(landmarks).toHaveLength(68);
    allIn(outputOf(1), FIRST).forEach((point, index) => expectPoint(landmarks[index]!, point));
  });
});

describe('three looks', () => {
  const SECOND = squareOfPoints(allIn(outputOf(1), FIRST));

  it('go where the detector says, then where the first points say, straight and in a mirror', async () => {
    const landmarker = landmarkerOf(outputOf(1), outputOf(2), outputOf(3));
    const { square } = await findLandmarks(landmarker, GREY, FOUND, true);
    const straight = cropGrey(GREY, SECOND, SIDE);
    expect(landmarker.shown).toEqual([cropGrey(GREY, FIRST, SIDE), straight, mirrorPicture(straight, SIDE)]);
    expect(square).toEqual(SECOND);
    expect(square).not.toEqual(FIRST);
  });

  it('count 0.75, 0.125 and 0.125 where the face was found, the last one un-mirrored', async () => {
    const outputs = [outputOf(1), outputOf(2), outputOf(3)] as const;
    const { landmarks } = await findLandmarks(landmarkerOf(...outputs), GREY, FOUND, true);
    // The tip of the nose stays; the outer corners of the eyes and those of the mouth change places.
    for (const [index, partner] of [[30, 30], [36, 45], [45, 36], [48, 54], [0, 16]] as const) {
      const first = inSquare(outputs[0], index, FIRST);
      const straight = inSquare(outputs[1], index, SECOND);
      const mirrored = inSquare(outputs[2], partner, SECOND);
      expectPoint(landmarks[index]!, {
        x: 0.75 * first.x + 0.125 * straight.x + 0.125 * (2 * SECOND.x + SECOND.width - mirrored.x),
        y: 0.75 * first.y + 0.125 * straight.y + 0.125 * mirrored.y,
      });
    }
  });

  it('count 0, 0.5 and 0.5 where it is followed: the first one only says where to look', async () => {
    const outputs = [outputOf(1), outputOf(2), outputOf(3)] as const;
    const { landmarks, square } = await findLandmarks(landmarkerOf(...outputs), GREY, { ...FOUND, isFollowed: true }, true);
    expect(square).toEqual(SECOND);
    for (const [index, partner] of [[30, 30], [36, 45]] as const) {
      const straight = inSquare(outputs[1], index, SECOND);
      const mirrored = inSquare(outputs[2], partner, SECOND);
      expectPoint(landmarks[index]!, { x: (straight.x + 2 * SECOND.x + SECOND.width - mirrored.x) / 2, y: (straight.y + mirrored.y) / 2 });
    }
  });
});
