/** Cuts an eye out of a frame as the eye-state network reads it. */
import { type Box, type Point, squareAround } from '../core/geometry';

/** Side of the picture that the network reads, in pixels. */
export const EYE_SIDE = 24;

/** Corner to corner, from the 68 landmarks. */
const EYES = [[36, 39], [42, 45]] as const;

/** Side of the square in widths of the eye. Source: the network's own package. */
const SQUARE_PER_EYE = 1.6;

/** Where the two eyes are: squares in frame pixels. */
export function eyeSquaresOf(landmarks: readonly Point<'frame'>[]): readonly Box<'frame'>[] {
  return EYES.map(([outer, inner]) => {
    const [a, b] = [landmarks[outer]!, landmarks[inner]!];
    return squareAround({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, Math.hypot(b.x - a.x, b.y - a.y) * SQUARE_PER_EYE);
  });
}
