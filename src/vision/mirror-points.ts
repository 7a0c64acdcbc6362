/** The 68 points of a mirrored face, as points of the face itself. */
import type { Box, Point } from '../core/geometry';

/** Which point of the usual scheme each one becomes in a mirror. */
const MIRRORED: readonly number[] = [
  ...range(16, 0),
  ...range(26, 17),
  27, 28, 29, 30,
  ...range(35, 31),
  45, 44, 43, 42, 47, 46,
  39, 38, 37, 36, 41, 40,
  ...range(54, 48),
  ...range(59, 55),
  ...range(64, 60),
  67, 66, 65,
];

function range(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}

/** Points found in the mirrored picture of `square`, put back into the frame. */
export function unmirrorPoints(points: readonly Point<'frame'>[], square: Box<'frame'>): Point<'frame'>[] {
  const mirrorLine = 2 * square.x + square.width;
  return MIRRORED.map((index) => ({ x: mirrorLine - points[index]!.x, y: points[index]!.y }));
}

/** A square grey picture, mirrored. */
export function mirrorPicture(picture: Float32Array, side: number): Float32Array {
  const mirrored = new Float32Array(picture.length);
  for (let at = 0; at < mirrored.length; at += 1) mirrored[at] = picture[at - 2 * (at % side) + side - 1]!;
  return mirrored;
}
