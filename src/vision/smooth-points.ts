/** Steadies the points of a face over the frames of a video, without making them late when the face moves. */
import type { FivePoints } from '../core/face';
import type { Point } from '../core/geometry';

/**
 * A low-pass filter whose cutoff rises with speed (Casiez, Roussel and Vogel 2012: the one-euro filter): still points are
 * held, moving ones are followed. Speed is in distances between the eyes per second.
 */
const FILTER = { restHz: 0.6, hzPerSpeed: 3 } as const;
/** A point that went this far in one frame, in distances between the eyes, is another's: nothing is smoothed. */
const MAX_MOVE = 0.5;

/** The points, each drawn towards where it was `elapsedMs` ago. */
export function smoothPoints(points: FivePoints, earlier: FivePoints, elapsedMs: number): FivePoints {
  if (!(elapsedMs > 0)) return points;
  const eyes = Math.hypot(points[1].x - points[0].x, points[1].y - points[0].y);
  const moves = points.map((point, index) => Math.hypot(point.x - earlier[index]!.x, point.y - earlier[index]!.y) / eyes);
  if (!moves.every((move) => move <= MAX_MOVE)) return points;
  const seconds = elapsedMs / 1000;
  const smoothed = points.map((point, index): Point<'frame'> => {
    const before = earlier[index]!;
    const cutoffHz = FILTER.restHz + (FILTER.hzPerSpeed * moves[index]!) / seconds;
    const share = 1 - Math.exp(-2 * Math.PI * cutoffHz * seconds);
    return { x: before.x + share * (point.x - before.x), y: before.y + share * (point.y - before.y) };
  });
  return smoothed as unknown as FivePoints;
}
