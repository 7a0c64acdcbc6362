/** Points and boxes that know which picture they are measured in, so that the two are never mixed. */

/** `frame`: pixels of the camera frame, not mirrored. `crop`: pixels of an aligned or square crop. */
export type Space = 'frame' | 'crop';

declare const space: unique symbol;

/** A point in pixels; x to the right, y down; (0, 0) is the centre of the first pixel. */
export interface Point<S extends Space> {
  readonly x: number;
  readonly y: number;
  /** Exists for the compiler alone. */
  readonly [space]?: S;
}

/** An axis-parallel box in pixels; (x, y) is its upper left corner. */
export interface Box<S extends Space> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Exists for the compiler alone. */
  readonly [space]?: S;
}

/** The size of a picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The middle of a box. */
export function centreOf<S extends Space>(box: Box<S>): Point<S> {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The square of side `sidePx` around `centre`. */
export function squareAround<S extends Space>(centre: Point<S>, sidePx: number): Box<S> {
  return { x: centre.x - sidePx / 2, y: centre.y - sidePx / 2, width: sidePx, height: sidePx };
}

/** Intersection over union of two boxes, 0 (apart) to 1 (the same). */
export function overlapOf<S extends Space>(a: Box<S>, b: Box<S>): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}
