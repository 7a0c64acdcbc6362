/** Finds the 68 landmarks of a face as well as the network can. */
import type { Box, Point } from '../../core/geometry';
import { cropGrey, pointsInFrame, squareOfPoints } from '../../vision/landmarks';
import { mirrorPicture, unmirrorPoints } from '../../vision/mirror-points';
import type { GreyImage } from '../../vision/pixels';

/** The landmark network: a square grey picture (0..255) in, x and y of 68 points as fractions of it out. */
export interface Landmarker {
  /** Side of the square in pixels. */
  readonly side: number;
  readonly locate: (picture: Float32Array) => Promise<Float32Array>;
}

export interface FoundLandmarks {
  readonly landmarks: readonly Point<'frame'>[];
  /** Where they were found. */
  readonly square: Box<'frame'>;
}

/** Where the first look goes. */
export interface FirstLook {
  readonly square: Box<'frame'>;
  /** True in a window around a face of the frame before. */
  readonly isFollowed: boolean;
}

/**
 * What each look counts for. The first one counts most in a box that was looked for everywhere, and not at all where a
 * face is followed, whose boxes jitter. `docs/accuracy.md` says what else was tried, and why it is so.
 */
const WEIGHTS = {
  found: { first: 0.75, straight: 0.125, mirrored: 0.125 },
  followed: { first: 0, straight: 0.5, mirrored: 0.5 },
} as const;

/**
 * Looks where the detector says; refined, then once more where the first points suggest, straight and in a mirror, and
 * takes the weighted mean of all three.
 */
export async function findLandmarks(
  { side, locate }: Landmarker,
  grey: GreyImage,
  { square: first, isFollowed }: FirstLook,
  isRefined: boolean,
): Promise<FoundLandmarks> {
  const found = pointsInFrame(await locate(cropGrey(grey, first, side)), first);
  if (!isRefined) return { landmarks: found, square: first };
  const square = squareOfPoints(found);
  const picture = cropGrey(grey, square, side);
  const straight = pointsInFrame(await locate(picture), square);
  const mirrored = unmirrorPoints(pointsInFrame(await locate(mirrorPicture(picture, side)), square), square);
  const weights = WEIGHTS[isFollowed ? 'followed' : 'found'];
  const landmarks = found.map((point, index) => ({
    x: weights.first * point.x + weights.straight * straight[index]!.x + weights.mirrored * mirrored[index]!.x,
    y: weights.first * point.y + weights.straight * straight[index]!.y + weights.mirrored * mirrored[index]!.y,
  }));
  return { landmarks, square };
}
