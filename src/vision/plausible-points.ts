/** Tells the points of a face from points that the landmark network put somewhere because it must. */
import type { Box, Point } from '../core/geometry';
import { ALIGNED_POINTS } from './align';
import { fitSimilarity } from './similarity';

/** Distance of the eyes in sides of the square: nearer only in a profile, wider in no face. */
const EYE_DISTANCE = { min: 0.12, max: 0.62 } as const;

/** Root mean square distance of the five points from the template, in distances of its eyes: a turned head has 0.2. */
const MAX_MISFIT = 0.4;

/** True when five points found in `square` can be those of a face that looks roughly this way. */
export function arePlausible(fivePoints: readonly Point<'frame'>[], square: Box<'frame'>): boolean {
  const [leftEye, rightEye, , leftMouth, rightMouth] = fivePoints as [Point<'frame'>, Point<'frame'>, Point<'frame'>, Point<'frame'>, Point<'frame'>];
  if (!fivePoints.every(({ x, y }) => Number.isFinite(x + y))) return false;
  const eyeDistance = Math.hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y) / square.width;
  if (!(eyeDistance >= EYE_DISTANCE.min && eyeDistance <= EYE_DISTANCE.max)) return false;
  // Seen along the line from the left eye to the right one, the mouth lies below.
  const below = ({ x, y }: Point<'frame'>): number =>
    (rightEye.x - leftEye.x) * (y - leftEye.y) - (rightEye.y - leftEye.y) * (x - leftEye.x);
  if (!(below(leftMouth) > 0 && below(rightMouth) > 0)) return false;
  return misfitOf(fivePoints) <= MAX_MISFIT;
}

function misfitOf(fivePoints: readonly Point<'frame'>[]): number {
  const { a, b, tx, ty } = fitSimilarity(fivePoints, ALIGNED_POINTS);
  const squares = fivePoints.reduce((sum, { x, y }, index) => {
    const { x: wantedX, y: wantedY } = ALIGNED_POINTS[index]!;
    return sum + (a * x - b * y + tx - wantedX) ** 2 + (b * x + a * y + ty - wantedY) ** 2;
  }, 0);
  const [left, right] = ALIGNED_POINTS as unknown as [Point<'crop'>, Point<'crop'>];
  return Math.sqrt(squares / fivePoints.length) / (right.x - left.x);
}
