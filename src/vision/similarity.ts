/** Fits the turn, scale and shift that lay one set of points best onto another. */
import type { Point, Space } from '../core/geometry';

/** (x, y) → (a·x − b·y + tx, b·x + a·y + ty): a turn and a scale, never a reflection. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/**
 * The least-squares similarity from `from` to `to` (Umeyama 1991; in the plane and without reflections it has this
 * closed form).
 * @throws RangeError when the points coincide: no turn or scale follows from them.
 */
export function fitSimilarity<A extends Space, B extends Space>(
  from: readonly Point<A>[],
  to: readonly Point<B>[],
): Similarity {
  if (from.length !== to.length || from.length < 2) throw new RangeError('A similarity needs at least two pairs of points.');
  const fromMean = meanOf(from);
  const toMean = meanOf(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  from.forEach((source, index) => {
    const sx = source.x - fromMean.x;
    const sy = source.y - fromMean.y;
    const tx = to[index]!.x - toMean.x;
    const ty = to[index]!.y - toMean.y;
    along += sx * tx + sy * ty;
    across += sx * ty - sy * tx;
    spread += sx * sx + sy * sy;
  });
  const a = along / spread;
  const b = across / spread;
  if (!(spread > 0) || !(Math.hypot(a, b) > 0)) throw new RangeError('Points that coincide define no similarity.');
  return { a, b, tx: toMean.x - a * fromMean.x + b * fromMean.y, ty: toMean.y - b * fromMean.x - a * fromMean.y };
}

/** The way back. */
export function invertSimilarity({ a, b, tx, ty }: Similarity): Similarity {
  const squared = a * a + b * b;
  const ia = a / squared;
  const ib = -b / squared;
  return { a: ia, b: ib, tx: -ia * tx + ib * ty, ty: -ib * tx - ia * ty };
}

function meanOf<S extends Space>(points: readonly Point<S>[]): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}
